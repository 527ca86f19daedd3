/**
 * A URL that is safe to follow, or undefined. Text bindings can’t run script, but `href` can: only http, https, mailto and
 * tel pass, after the browser’s own parser has read the string.
 */
export function safeUrl(url: string | null | undefined): string | undefined {
  if (!url) return undefined;
  try {
    return /^(https?|mailto|tel):$/.test(new URL(url, document.baseURI).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
