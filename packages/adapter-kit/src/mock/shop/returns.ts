/** `GET /return-policy`: one policy, in the words of schema.org MerchantReturnPolicy. */
import { ok, Refusal } from '../exchange.ts';
import type { Routes } from './routes.ts';

export const returns: Routes = {
  'GET /return-policy': ({ query }, { world: { policies = [] } }) => {
    const country = query.get('country');
    const policy = country === null ? policies[0] : policies.find(({ applicableCountry: all }) => !all.length || all.includes(country));
    if (!policy) throw new Refusal(404, 'not_found', 'There is no policy for this country.');
    return ok(policy);
  },
};
