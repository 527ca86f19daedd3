/** Telling the server of the demo as a merchant or a shopper would. */
import type { Context, ShopperContext } from '../context.ts';
import type { MerchantOperation } from '../merchant/operation.ts';
import { MERCHANT_OPERATIONS } from '../merchant/operations.ts';
import { emailOf } from './email.ts';
import { PEOPLE, type PersonId } from './people.ts';

/** A shopper’s own act. From no client: nobody who tries the demo shares one with the history. */
export const as = (context: Context, id: PersonId): ShopperContext => ({ ...context, shopper: { id, claims: { sub: id, email: emailOf(id) } } });

interface Said {
  parameters?: Readonly<Record<string, string>>;
  body?: unknown;
}

/** What a merchant tells, through the checks of the merchant API. Answers what that would. */
export async function tell(context: Context, name: `${MerchantOperation['verb']} /${string}`, { parameters = {}, body = {} }: Said = {}): Promise<unknown> {
  const operation = MERCHANT_OPERATIONS.find(({ verb, path }) => `${verb} ${path}` === name);
  if (!operation) throw new TypeError(`The merchant API has no ${name}.`);
  return operation.handle({ parameters: operation.parameters?.parse(parameters), body: operation.body?.parse(body) }, context);
}

/** The shop makes the account known, and enrols it if it is to be a member. */
export const introduce = (context: Context, id: PersonId, more: { member?: true; birthday?: string } = {}): Promise<unknown> =>
  tell(context, 'PUT /shoppers/{shopperId}', { parameters: { shopperId: id }, body: { email: emailOf(id), address: PEOPLE[id].address, ...more } });
