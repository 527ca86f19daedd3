/** Gives a shopper a code of a campaign; the same one however often it is asked for. https://docs.voucherify.io/reference/create-publication */
import { AdapterError, type AdapterContext } from '@aftercart/contract';
import { ask, type Api } from './api.ts';

/** As far as it is read. */
export interface Publication {
  voucher: { code: string };
}

export async function publish(api: Api, campaign: string, source_id: string, context: AdapterContext): Promise<string> {
  const query = new URLSearchParams({ campaign, join_once: 'true' });
  const { voucher } = await ask<Publication>(api, `publish?${query}`, { customer: { source_id }, channel: 'aftercart' }, context);
  if (!voucher?.code) throw new AdapterError('INVALID_RESPONSE', `Voucherify published no code of “${campaign}”.`);
  return voucher.code;
}
