/** What the shopper reads of an order that earned points. */
import type { Context } from '../context.ts';
import { sayMaybe } from '../locale/text.ts';
import { readProgram } from './program-document.ts';

/** In the merchant’s words, or the number alone; nothing for what was no order. */
export async function orderWords(context: Context): Promise<(order: string | null | undefined) => string | null> {
  const words = sayMaybe((await readProgram(context))?.orderDescription, context.locale) ?? '{order}';
  return (order) => (order ? words.replaceAll('{order}', order) : null);
}
