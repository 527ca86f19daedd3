/** Tags, with what is no gap between words in a group: a word may be bold in the middle. */
const TAG = /<(\/?(?:[abisu]|em|font|mark|span|strong|su[bp])\b)?[^<>]*>/gi;
/** Characters by name or number; of é the letter is what matters. */
const ENTITY = /&(?:([a-z])(?:acute|grave|circ|uml|tilde|cedil)|#?\w{1,10});/gi;

/** The words of an HTML answer. Nothing here is ever shown; it is only searched. */
export function plainText(html: string): string {
  // Both expressions stop at the next `<` or `;`, so a text of nothing but `<` takes no more than linear time.
  return html.replace(TAG, (_, inline: string | undefined) => (inline ? '' : ' ')).replace(ENTITY, (_, letter: string | undefined) => letter ?? ' ');
}
