/** Shopify’s rich text as HTML: https://shopify.dev/docs/apps/build/metaobjects/data-types/rich-text */

interface Node {
  type?: string;
  children?: Node[];
  value?: string;
  bold?: boolean;
  italic?: boolean;
  level?: number;
  listType?: string;
  url?: string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: unknown): string => String(text ?? '').replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** What is no rich text is shown as it is. */
export function richTextHtml(json: string): string {
  try {
    return html(JSON.parse(json) as Node);
  } catch {
    return escape(json);
  }
}

function html({ type, children = [], value, bold, italic, level, listType, url }: Node): string {
  const inner = children.map(html).join('');
  switch (type) {
    case 'text': {
      const text = escape(value).replace(/\n/g, '<br>');
      const slanted = italic ? `<em>${text}</em>` : text;
      return bold ? `<strong>${slanted}</strong>` : slanted;
    }
    case 'paragraph':
      return `<p>${inner}</p>`;
    case 'heading': {
      const rank = Math.min(Math.max(Math.trunc(Number(level)) || 2, 1), 6);
      return `<h${rank}>${inner}</h${rank}>`;
    }
    case 'list':
      return listType === 'ordered' ? `<ol>${inner}</ol>` : `<ul>${inner}</ul>`;
    case 'list-item':
      return `<li>${inner}</li>`;
    case 'link':
      return `<a href="${escape(url)}">${inner}</a>`;
    default:
      return inner;
  }
}
