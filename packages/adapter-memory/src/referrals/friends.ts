/** Friends by their e-mail: normalised for comparing, masked for showing. */

/** Lower case, without plus-tags and, where the provider ignores them, dots: the usual tricks make no new friend. */
export function normalEmail(email: string): string {
  const [name = '', host = ''] = email.trim().toLowerCase().split('@');
  const plain = name.split('+')[0]!;
  return `${/^(gmail|googlemail)\./.test(host) ? plain.replaceAll('.', '') : plain}@${host}`;
}

/** `m•••a@e•••.com` */
export function maskEmail(email: string): string {
  const [name = '', host = ''] = normalEmail(email).split('@');
  const dot = host.lastIndexOf('.');
  const end = [...name].length > 2 ? [...name].at(-1)! : '';
  return `${[...name][0] ?? ''}•••${end}@${[...host][0] ?? ''}•••${dot > 0 ? host.slice(dot) : ''}`.slice(0, 300);
}
