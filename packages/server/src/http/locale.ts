const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** The language that the caller likes best (RFC 9110 Accept-Language); `en` when it says none. */
export function localeOf(header: string | undefined): string {
  let [best, quality] = ['en', 0];
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    if (TAG.test(tag) && q > quality) [best, quality] = [tag, q];
  }
  return best;
}
