/**
 * `POST /store/aftercart/orders`: a shopper’s orders, or one, with the fulfilments and labels that the Store API does not list. By the shopper’s token, or for a
 * guest by order number and what proves it. “Wrong” and “unknown” get the same answer.
 */
import { countGuess } from './guesses.ts';
import { queryOf, shopperOf, textsOf, type MedusaRequest, type MedusaResponse } from './medusa.ts';
import { proves } from './proof.ts';
import { FIELDS, shown } from './shown.ts';

/** Orders of a shopper that are shown at once, the newest. */
const MOST = 50;

type Texts = Partial<Record<'order_number' | 'email' | 'postcode', string>>;

/** What people write for a number that Medusa gives: `#12` and ` 12 ` are 12. */
function numberFilter(number: string): Record<string, unknown> {
  const text = number.normalize('NFKC').trim().replace(/^#\s*/, '');
  // Beyond this no serial number of PostgreSQL goes.
  return /^\d{1,9}$/.test(text) ? { display_id: Number(text) } : { custom_display_id: text };
}

export async function postOrders(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const given = textsOf(request, ['order_number', 'email', 'postcode'], 300);
  const { order_number: number, email, postcode } = Object.fromEntries(Object.entries(given).filter(([, text]) => text.trim())) as Texts;
  if (number !== undefined && (email !== undefined || postcode !== undefined)) {
    await answerProof(request, response, number, { email, postcode });
    return;
  }
  const filters = { customer_id: shopperOf(request), is_draft_order: false, ...(number !== undefined && numberFilter(number)) };
  const { data } = await queryOf(request).graph({ entity: 'order', fields: FIELDS, filters, pagination: { take: MOST, order: { created_at: 'DESC' } } });
  response.json({ orders: number !== undefined && data.length === 0 ? null : data.map(shown) });
}

async function answerProof(request: MedusaRequest, response: MedusaResponse, number: string, proof: { email: string | undefined; postcode: string | undefined }): Promise<void> {
  const filters = { is_draft_order: false, ...numberFilter(number) };
  const guess = countGuess(request.ip ?? '', JSON.stringify(numberFilter(number)));
  if (guess.wait > 0) {
    response.setHeader('retry-after', String(guess.wait));
    response.setHeader('access-control-expose-headers', 'retry-after');
    response.status(429).json({ message: 'Too many tries: wait, or sign in.' });
    return;
  }
  const query = queryOf(request);
  const { data: [found] } = await query.graph({ entity: 'order', fields: ['id', 'email', 'shipping_address.postal_code'], filters });
  const isProven = await proves(proof, found && { email: found.email, postcode: found.shipping_address?.postal_code });
  if (!found || !isProven) {
    response.json({ orders: null });
    return;
  }
  guess.right();
  const { data } = await query.graph({ entity: 'order', fields: FIELDS, filters: { id: found.id } });
  response.json({ orders: data.map(shown) });
}
