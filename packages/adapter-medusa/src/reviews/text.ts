/**
 * Headline and review in the one text that the plugin has: the headline is a first paragraph of one line, as anybody would write it. What was put together comes
 * apart again as it was.
 */
interface Written {
  title: string | null;
  body: string | null;
}

const LONGEST_TITLE = 300;
const PARTS = /^([^\n]*)\n\n(.*)$/s;

export function toText({ title, body }: { [key in keyof Written]?: Written[key] | undefined }): string {
  const headline = (title ?? '').replace(/\s*\n\s*/g, ' ');
  const text = body ?? '';
  // A text whose own beginning looks like a headline gets an empty one.
  return headline || fromText(text).title !== null || text.startsWith('\n\n') ? `${headline}\n\n${text}` : text;
}

export function fromText(text: string | null): Written {
  const [, title, body] = PARTS.exec(text ?? '') ?? [];
  if (title === undefined || title.length > LONGEST_TITLE) return { title: null, body: text };
  return { title: title || null, body: body || null };
}
