/** Tracking: whose parcels, what happened to them and when, as precisely as the carrier says and no more. */
import type { Shipment, TrackingEvent } from '@aftercart/contract';
import { hold, outcomeOf, same } from '../assert.ts';
import { checksOf } from '../check.ts';
import type { Trial } from '../trial.ts';
import { MANY_EVENTS, longJourney } from '../worlds/large.ts';
import { hears } from './live.ts';

async function parcelsOf(trial: Trial, name: string, shopper: string | null, proof?: { email?: string; postcode?: string }): Promise<Shipment[]> {
  const { number } = trial.order(name);
  const answer = await trial.call('tracking.shipments', { orderNumber: number, ...(proof && { proof }) }, trial.context(shopper));
  hold(answer, `the parcels of the order ${number} are found`, { expected: 'Shipments', came: answer, todo: 'Find the order by the number that the shopper knows, with the shopper of the token or with the proof.' });
  return answer.items;
}

/** The parcel whose checkpoints the world tells. */
async function toldParcel(trial: Trial): Promise<{ shipment: Shipment; told: readonly Told[] }> {
  const fact = trial.order('sent').parcels.find(({ events }) => events.length > 1);
  if (!fact) return trial.lacks('no parcel whose checkpoints are known');
  const shipments = await parcelsOf(trial, 'sent', 'ann');
  const shipment = shipments.find(({ trackingNumber }) => trackingNumber === fact.trackingNumber);
  hold(shipment, 'the parcel is told with its number', { expected: fact.trackingNumber, came: shipments.map(({ trackingNumber }) => trackingNumber), todo: 'Answer `trackingNumber` as the carrier writes it.' });
  return { shipment, told: fact.events };
}

type Told = Omit<TrackingEvent, 'id'>;

/** A checkpoint of a kind, as the carrier told it and as it came. */
function eventOf(trial: Trial, { shipment, told }: Awaited<ReturnType<typeof toldParcel>>, what: string, isOne: (event: Told) => boolean): { came: TrackingEvent; expected: Told } {
  const expected = told.find(isOne) ?? trial.lacks(`no checkpoint ${what}`);
  const came = shipment.events.find(({ description }) => description === expected.description);
  hold(came, 'the checkpoint is told in the carrier’s words', { expected: expected.description, came: shipment.events.map(({ description }) => description), todo: 'Hand every checkpoint on, with its `description`.' });
  return { came, expected };
}

/** Milliseconds since 1970; a time without an offset is taken for UTC, which is near enough to tell what came last. */
const momentOf = ({ time: { value, offset } }: Told): number => Date.parse(value.length > 10 ? `${value.length === 13 ? `${value}:00` : value}${offset ?? 'Z'}` : value);

/** Nothing may be learned of an order by who can’t prove it: not even whether there is one. */
async function tellsNothing(trial: Trial, input: object, shopper: string | null, rule: string): Promise<string> {
  const outcome = await outcomeOf(trial.ask('tracking.shipments', input, trial.context(shopper)));
  const code = 'error' in outcome ? (outcome.error as { code?: string }).code : null;
  hold(('answer' in outcome && outcome.answer === null) || code === 'UNAUTHENTICATED', rule, { expected: 'null (UNAUTHENTICATED for a guest without any proof)', came: outcome, todo: '“Wrong” and “unknown” give the same answer: null.' });
  return code ?? 'null';
}

export const trackingChecks = checksOf('tracking', [
  {
    name: 'tracking.shipments has every parcel of an order once',
    needs: ['tracking.shipments'],
    inspects: ['parcels'],
    async run(trial) {
      const { number } = trial.order('sent');
      const shipments = await parcelsOf(trial, 'sent', 'ann');
      same(shipments.map(({ trackingNumber }) => trackingNumber ?? '').toSorted(), (await trial.inspect.parcels(number)).map(({ trackingNumber }) => trackingNumber).toSorted(), 'the parcels are those that the backend has', 'One Shipment for each parcel, not for each order.');
      same(new Set(shipments.map(({ id }) => id)).size, shipments.length, 'each parcel has an id of its own', 'Carrier and number make a good one.');
    },
  },
  {
    name: 'tracking.shipments without an order has the shopper’s recent parcels',
    needs: ['tracking.shipments'],
    async run(trial) {
      const expected = trial.order('sent').parcels.map(({ trackingNumber }) => trackingNumber);
      const answer = await trial.call('tracking.shipments', {}, trial.context('ann'));
      const came = answer?.items.map(({ trackingNumber }) => trackingNumber) ?? [];
      hold(expected.every((number) => came.includes(number)), 'every parcel of an order of these days is there', { expected, came, todo: 'Without `orderNumber` all recent orders of the shopper are meant.' });
    },
  },
  {
    name: 'tracking.shipments is empty for who has no orders',
    needs: ['tracking.shipments'],
    async run(trial) {
      trial.shopper('cleo');
      const answer = await trial.call('tracking.shipments', {}, trial.context('cleo'));
      hold(!answer?.items.length, 'no orders are no parcels', { expected: '`{ items: [] }` or null', came: answer, todo: 'Answer an empty list, not an error.' });
    },
  },
  {
    name: 'tracking.shipments is null for an order that there is not',
    needs: ['tracking.shipments'],
    async run(trial) {
      same(await trial.call('tracking.shipments', { orderNumber: 'NO-SUCH-ORDER' }, trial.context('ann')), null, 'not found is null', 'Answer null, not an error and not an empty list.');
    },
  },
  {
    name: 'tracking.shipments shows a guest the order that is proven',
    needs: ['tracking.shipments'],
    async run(trial) {
      const { email, postcode, parcels } = trial.order('guests');
      const shipments = await parcelsOf(trial, 'guests', null, { email, postcode });
      same(shipments.length, parcels.length, 'a guest with the right proof sees the parcels', 'E-mail and postcode of the order prove it.');
    },
  },
  {
    name: 'tracking.shipments tells nothing without the right proof',
    needs: ['tracking.shipments'],
    async run(trial) {
      const { number, email, postcode } = trial.order('guests');
      const wrong = await tellsNothing(trial, { orderNumber: number, proof: { email: 'somebody.else@shop.example', postcode } }, null, 'a wrong e-mail proves nothing');
      await tellsNothing(trial, { orderNumber: number, proof: { email, postcode: '99999' } }, null, 'a wrong postcode proves nothing, though the e-mail is right');
      const unknown = await tellsNothing(trial, { orderNumber: 'NO-SUCH-ORDER', proof: { email, postcode } }, null, 'an unknown order is not found');
      same(wrong, unknown, 'a wrong proof and an unknown order look alike', 'Else anybody could find out which orders there are.');
      await tellsNothing(trial, { orderNumber: number }, null, 'an order number alone proves nothing');
    },
  },
  {
    name: 'tracking.shipments has every checkpoint once, with the same id each time',
    needs: ['tracking.shipments'],
    async run(trial) {
      const first = await toldParcel(trial);
      const second = await toldParcel(trial);
      same(first.shipment.events.map(({ description }) => description ?? '').toSorted(), first.told.map(({ description }) => description ?? '').toSorted(), 'each checkpoint comes once', 'Merge what the carrier tells twice; leave nothing out.');
      const ids = ({ shipment }: typeof first) => shipment.events.map(({ id }) => id).toSorted();
      same(new Set(ids(first)).size, first.told.length, 'each checkpoint has an id of its own', 'An index is none: it moves when the list grows. Time, place and stage together make one.');
      same(ids(second), ids(first), 'the ids are the same each time', 'Compute them from what the checkpoint says, not from a clock or a counter.');
    },
  },
  {
    name: 'tracking.shipments is at the stage of what happened last, in whatever order it was told',
    needs: ['tracking.shipments'],
    async run(trial) {
      const parcel = await toldParcel(trial);
      const latest = parcel.told.toSorted((a, b) => momentOf(b) - momentOf(a))[0]!;
      same(parcel.shipment.status, latest.status, 'the latest checkpoint says where the parcel is', 'Compare times, not places in the list: carriers tell late and out of order.');
    },
  },
  {
    name: 'tracking.shipments keeps the local time and the offset of a checkpoint',
    needs: ['tracking.shipments'],
    async run(trial) {
      const { came, expected } = eventOf(trial, await toldParcel(trial), 'with an offset', ({ time }) => time.offset != null && time.precision !== 'day');
      same([came.time.offset, momentOf(came), came.time.precision], [expected.time.offset, momentOf(expected), expected.time.precision], 'the time is where the parcel was', 'Don’t convert to UTC or to the shopper’s zone.');
    },
  },
  {
    name: 'tracking.shipments invents no offset that the carrier did not say',
    needs: ['tracking.shipments'],
    async run(trial) {
      const { came, expected } = eventOf(trial, await toldParcel(trial), 'without an offset', ({ time }) => time.offset == null && time.precision === 'minute');
      same([came.time.offset ?? null, came.time.value.slice(0, 16)], [null, expected.time.value.slice(0, 16)], 'a time without an offset stays one', 'Never parse it as a `Date`, which takes it for the server’s or the page’s own time.');
    },
  },
  {
    name: 'tracking.shipments invents no hour that the carrier did not say',
    needs: ['tracking.shipments'],
    async run(trial) {
      const { came, expected } = eventOf(trial, await toldParcel(trial), 'of which only the day is known', ({ time }) => time.precision === 'day');
      same([came.time.precision, came.time.value.slice(0, 10)], ['day', expected.time.value.slice(0, 10)], 'a day stays a day', 'Set `precision` to what is known; midnight is not a time that anybody said.');
    },
  },
  {
    name: 'tracking.shipments has all of a long journey',
    needs: ['tracking.shipments'],
    world: longJourney,
    async run(trial) {
      const { shipment, told } = await toldParcel(trial);
      if (told.length < MANY_EVENTS) return trial.lacks(`no parcel with ${MANY_EVENTS} checkpoints`);
      same(shipment.events.length, told.length, `all ${told.length} checkpoints come`, 'Where the backend has pages, read them all.');
    },
  },
  {
    name: 'tracking.subscribe tells what happens, and ends when it is told to',
    needs: ['tracking.subscribe'],
    uses: ['emit'],
    async run(trial) {
      trial.order('sent');
      const happened = (time: number) => `It happened ${time + 1}`;
      const emit = (time: number) => trial.setup.emit!(trial.order('sent').number, { status: 'in_transit', description: happened(time) });
      await hears(trial, 'tracking.subscribe', emit, (told) => (told as Shipment).events.some(({ description }) => description?.startsWith('It happened')));
    },
  },
]);
