/** What is no gap between words: a word may be bold in the middle. */
const INLINE = /<\/?(?:[abisu]|em|font|mark|span|strong|su[bp])\b[^<>]*>/gi;

/** The words of an HTML answer. Nothing here is ever shown; it is only searched. */
export function plainText(html: string): string {
  // All expressions stop at the next `<` or `;`, so a text of nothing but `<` takes no more than linear time.
  return html
    .replace(INLINE, '')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil);/gi, '$1')
    .replace(/&#?\w{1,10};/g, ' ');
}
