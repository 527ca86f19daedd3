/** The services whose webhooks are understood: where their signature is, and what of a webhook is the parcel. */
import { aftershipShipment, easypostShipment, verifyAftershipSignature, verifyEasypostSignature, type CarrierOptions, type EasypostTracker } from '@aftercart/carriers';
import type { Shipment } from '@aftercart/contract';
import { z } from 'zod';
import type { Config } from '../config/config.ts';

export interface CarrierService {
  name: 'easypost' | 'aftership';
  /** What the webhooks are signed with; undefined when the merchant has no account there. */
  secret(config: Config): string | undefined;
  signatureHeader: string;
  verify(body: Uint8Array, signature: string | undefined, secret: string): Promise<boolean>;
  /** What a webhook must look like. */
  body: z.ZodType;
  /** The parcel that a webhook is of; undefined for one that is not of a parcel. */
  shipmentOf(webhook: unknown, options: CarrierOptions): Shipment | undefined;
}

const EasypostEvent = z.looseObject({ object: z.literal('Event'), result: z.looseObject({ object: z.string() }) });
const AftershipEvent = z.looseObject({ msg: z.looseObject({ tracking_number: z.string() }) });

/** https://docs.easypost.com/docs/events, https://docs.easypost.com/guides/webhooks-guide */
const easypost: CarrierService = {
  name: 'easypost',
  secret: ({ easypostSecret }) => easypostSecret,
  signatureHeader: 'x-hmac-signature',
  verify: (body, signature, secret) => verifyEasypostSignature(body, signature, secret),
  body: EasypostEvent,
  shipmentOf(webhook, options) {
    const { result } = webhook as z.infer<typeof EasypostEvent>;
    // Batches, payments and the like come to the same address.
    return result.object === 'Tracker' ? easypostShipment(result as EasypostTracker, options) : undefined;
  },
};

/** https://www.aftership.com/docs/tracking/webhook/webhook-overview */
const aftership: CarrierService = {
  name: 'aftership',
  secret: ({ aftershipSecret }) => aftershipSecret,
  signatureHeader: 'aftership-hmac-sha256',
  verify: (body, signature, secret) => verifyAftershipSignature(body, signature, secret),
  body: AftershipEvent,
  shipmentOf: (webhook, options) => aftershipShipment((webhook as z.infer<typeof AftershipEvent>).msg, options),
};

export const CARRIER_SERVICES: readonly CarrierService[] = [easypost, aftership];
