/** Webhooks of carriers. One that is repeated changes nothing; one that fails here is sent again by the carrier. */
import { AdapterError } from '@aftercart/contract';
import type { Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Runtime } from '../context.ts';
import { parseJson } from '../http/input.ts';
import { answerError, parseInput } from '../http/problem.ts';
import { limitTogether } from '../http/rate-limit.ts';
import type { Env } from '../http/types.ts';
import { networkOf } from '../referrals/client.ts';
import { takeUpdate } from '../tracking/update.ts';
import { transactAsSystem } from '../transact.ts';
import { CARRIER_SERVICES, type CarrierService } from './services.ts';

/** A parcel with hundreds of checkpoints has some hundred thousand bytes. */
const MOST_BYTES = 1024 * 1024;
/** Wrong signatures from one network. */
const WRONG_SIGNATURES = { name: 'webhook_signature', points: 20, duration: 60 };

type Outcome = 'applied' | 'pending' | 'ignored';

/** `POST /webhooks/<service>` for each service. All that is understood is answered with 202, whether or not its parcel is known. */
export function serveCarriers(app: Hono<Env>, runtime: Runtime): void {
  const countWrong = limitTogether(runtime.store, WRONG_SIGNATURES);
  const tooLarge = Object.assign(new AdapterError('INVALID_REQUEST', `The body is longer than ${MOST_BYTES} bytes.`), { status: 413 });
  const limit = bodyLimit({ maxSize: MOST_BYTES, onError: (c) => answerError(c, tooLarge, runtime) });
  for (const service of CARRIER_SERVICES) {
    app.post(`/webhooks/${service.name}`, limit, async (c) => {
      const count = (outcome: Outcome | 'refused') => runtime.metrics.carrierUpdates.inc({ service: service.name, outcome });
      try {
        const body = await verifiedBody(c, runtime, service, countWrong);
        count(await take(runtime, service, body));
        return c.body(null, 202);
      } catch (error) {
        count('refused');
        throw error;
      }
    });
  }
}

async function verifiedBody(c: HonoContext<Env>, { config, fingerprints }: Runtime, service: CarrierService, countWrong: (key: string) => Promise<void>): Promise<unknown> {
  const secret = service.secret(config);
  if (!secret) throw new AdapterError('UNSUPPORTED', `Webhooks of ${service.name} are not set up here: set AFTERCART_${service.name.toUpperCase()}_WEBHOOK_SECRET.`);
  const raw = new Uint8Array(await c.req.arrayBuffer());
  if (!(await service.verify(raw, c.req.header(service.signatureHeader), secret))) {
    await countWrong(fingerprints.of('network', networkOf(c.get('client').ip)));
    throw new AdapterError('UNAUTHENTICATED', `The signature in ${service.signatureHeader} is not that of this body.`);
  }
  return parseInput(service.body, parseJson(new TextDecoder().decode(raw)));
}

async function take(runtime: Runtime, service: CarrierService, webhook: unknown): Promise<Outcome> {
  const update = service.shipmentOf(webhook, { now: () => runtime.clock().getTime() });
  if (!update) return 'ignored';
  if (!update.trackingNumber) throw new AdapterError('INVALID_REQUEST', 'The webhook names no tracking number.');
  return (await transactAsSystem(runtime, (context) => takeUpdate(context, update))) > 0 ? 'applied' : 'pending';
}
