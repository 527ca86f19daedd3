/** Adapters that translate one thing wrongly. */
import { AdapterError, type LedgerPage, type ReviewRequests, type Shipments, type TrackingEvent } from '@aftercart/contract';
import { answer, built, method, type BrokenAdapter } from './breaking.ts';

const eachEvent = (change: (event: TrackingEvent, index: number) => TrackingEvent) => (answered: Shipments | null) =>
  answered && { items: answered.items.map((shipment) => ({ ...shipment, events: shipment.events.map(change) })) };

/** As `new Date(text).toISOString()` has it. */
const inUtc = (event: TrackingEvent): TrackingEvent => {
  const { value, offset, precision } = event.time;
  return offset ? { ...event, time: { value: new Date(`${value}${offset}`).toISOString().slice(0, 16), offset: 'Z', precision } } : event;
};

export const services: readonly BrokenAdapter[] = [
  answer('reads cents as points', 'points.account', 'points.account tells the balance that the backend has', (account) => account && { ...account, balance: account.balance * 100 }),
  answer('calls everybody a member', 'points.account', 'points.account is of zeros for who has nothing', (account) => account && { ...account, state: 'member' }),
  answer('tells the price in euros', 'points.program', 'points.program offers the rewards of the backend at their price', (program) => ({
    ...program, rewards: program.rewards.map((reward: { cost: { points: number } }) => ({ ...reward, cost: { ...reward.cost, points: Math.floor(reward.cost.points / 100) } })),
  })),
  answer('loses the entry that its cursor names', 'points.history', 'points.history has every entry once, newest first', ({ items, nextCursor }: LedgerPage, { cursor }) => ({ items: cursor ? items.slice(1) : items, nextCursor })),
  answer('tells the oldest first', 'points.history', 'points.history has every entry once, newest first', ({ items, nextCursor }: LedgerPage) => ({ items: items.toReversed(), nextCursor })),
  method('begins again with each page', 'points.history', 'points.history has every entry once, newest first', (good) => (input, context) => good({ ...input, cursor: null }, context)),
  answer('tells every change as a gain', 'points.history', 'points.history has every entry once, newest first', ({ items, nextCursor }: LedgerPage) => ({ items: items.map((item) => ({ ...item, delta: -item.delta })), nextCursor })),
  method('has pages of one size', 'points.history', 'points.history has no more entries than asked for', (good) => (input, context) => good({ ...input, limit: 20 }, context)),
  answer('invents an opening entry', 'points.history', 'points.history is an empty list for who has none', (page: LedgerPage) => (page.items.length ? page : { items: [{ id: 'opening', delta: 0, status: 'approved', kind: 'other', createdAt: '2026-01-01T00:00:00Z' }] })),
  answer('counts lines and not pieces', 'points.estimate', 'points.estimate is a whole number that grows with the cart', (estimate, { lines }) => estimate && { points: Math.floor(estimate.points / lines[0].quantity ** 2) }),
  answer('makes up the id of a redemption', 'points.redeem', 'points.redeem takes the points that the reward costs', (redemption) => ({ ...redemption, id: `own-${redemption.id}` })),
  method('calls every refusal a conflict', 'points.redeem', 'points.redeem is refused to who has too few points', (good) => (input, context) =>
    good(input, context).catch((error: AdapterError) => {
      throw error.code === 'INSUFFICIENT_POINTS' ? new AdapterError('CONFLICT') : error;
    })),
  method('redeems the first reward in place of one that it does not know', 'points.redeem', 'points.redeem is refused for a reward that there is not', (good) => (input, context) =>
    good(input.rewardId.startsWith('reward-') ? input : { rewardId: 'reward-small' }, context)),
  method('calls what has run out unavailable', 'points.redeem', 'points.redeem is refused when the codes have run out', (good) => (input, context) =>
    good(input, context).catch((error: AdapterError) => {
      throw error.code === 'REWARD_OUT_OF_STOCK' ? new AdapterError('UNAVAILABLE') : error;
    })),
  method('enrols whoever redeems', 'points.redeem', 'points.redeem is refused to who is no member', (good, { points }) => async (input, context) => {
    await points['enrol']!({}, { ...context, idempotencyKey: crypto.randomUUID() });
    return good(input, context).catch(() => Promise.reject(new AdapterError('REWARD_LIMIT_REACHED')));
  }),
  answer('says that a redemption can still be given back', 'points.revoke', 'points.revoke gives the points back, once', (redemption) => ({ ...redemption, revocable: true })),
  method('gives back whatever it is asked to', 'points.revoke', 'points.revoke is refused for a redemption that there is not', (good) => (input, context) =>
    good(input, context).catch(() => ({ id: input.redemptionId, rewardId: 'small', pointsSpent: 0, fulfilment: 'cancelled', usage: 'untracked', revocable: false, createdAt: '2026-11-22T09:00:00Z' }))),
  method('says “joined” and tells nobody', 'points.enrol', 'points.enrol makes a member', (_, { points }) => async (_input, context) => ({ ...(await points['account']!({}, context)), state: 'member' })),
  method('goes on when it is told to end', 'points.subscribe', 'points.subscribe tells what changed, and ends when it is told to', (good) => (input, context) => good(input, { ...context, signal: new AbortController().signal })),

  answer('takes one side for the other', 'referrals.program', 'referrals.program tells both offers', (program) => program && { ...program, advocateOffer: program.friendOffer, friendOffer: program.advocateOffer }),
  answer('leaves the code out of the link', 'referrals.link', 'referrals.link has a code and a direct link that holds it', (link) => ({ ...link, links: [{ channel: 'direct', url: 'https://shop.example/friends' }] })),
  answer('promises the advocate’s offer', 'referrals.claim', 'referrals.claim is known to the backend', (claim) => ({ ...claim, offer: { kind: 'points', title: '250 miles', points: 250 } })),
  answer('makes up a code each time', 'referrals.claim', 'referrals.claim gives the same friend the same code again', (claim) => ({ ...claim, code: crypto.randomUUID() })),
  method('lets everybody invite themselves', 'referrals.claim', 'referrals.claim is refused to the advocate', (good) => (input, context) => good({ ...input, email: input.email.replace('@', '+me@') }, context)),
  method('takes any code for Ann’s', 'referrals.claim', 'referrals.claim is refused for a code that there is not', (good) => (input, context) => good({ ...input, code: 'CODE-ANN' }, context)),
  answer('names the friends', 'referrals.list', 'referrals.list has every friend once, newest first, and no address of theirs', (page) => ({ ...page, items: page.items.map((item: object, index: number) => ({ ...item, friend: `friend-${index + 1}@friends.example` })) })),
  answer('lists the shop’s own testers', 'referrals.list', 'referrals.list is an empty list for who has no friends', (page) => (page.items.length ? page : { items: [{ id: 'x', friend: '•••', status: 'clicked', createdAt: '2026-01-01T00:00:00Z' }] })),

  answer('asks for one line of an order', 'reviews.requests', 'reviews.requests has what the shopper was sent, and nothing else', ({ items }: ReviewRequests) => ({ items: items.slice(0, 1) })),
  answer('calls an empty list nothing', 'reviews.requests', 'reviews.requests is an empty list for who has bought nothing', (answered: ReviewRequests) => (answered.items.length ? answered : null)),
  method('rounds the rating up', 'reviews.submit', 'reviews.submit keeps the review as it was written', (good) => (input, context) => good({ ...input, rating: 5 }, context)),
  answer('forgets what was reviewed', 'reviews.requests', 'reviews.requests shows the review that was given', ({ items }: ReviewRequests) => ({ items: items.filter(({ review }) => !review) })),
  answer('hides bad reviews', 'reviews.submit', 'reviews.submit treats one star as it treats five', (review) => ({ ...review, status: review.rating < 3 ? 'rejected' : 'pending' })),
  method('reviews something else instead', 'reviews.submit', 'reviews.submit is refused for a request that there is not', (good, { reviews }) => async (input, context) => {
    const { items } = await reviews['requests']!({}, context);
    return good({ ...input, requestId: items.some(({ id }: { id: string }) => id === input.requestId) ? input.requestId : items[0].id }, context);
  }),
  method('makes a rating of what is none', 'reviews.submit', 'reviews.submit keeps no rating that is none', (good) => (input, context) => good({ ...input, rating: Math.min(5, Math.max(1, Math.round(input.rating))) }, context)),
  method('edits only its own copy', 'reviews.edit', 'reviews.edit changes the review that it names', (_, { reviews }) => async (input, context) => {
    const { items } = await reviews['requests']!({}, context);
    return { ...items.find((item: { review?: { id: string } }) => item.review?.id === input.reviewId).review, ...input };
  }),
  answer('says “pending” of what was taken back', 'reviews.withdraw', 'reviews.withdraw takes the review back', (review) => ({ ...review, status: 'pending' })),

  answer('tells fees in euros', 'returns.policy', 'returns.policy is that of the country', (policy) => policy?.customerRemorseReturnFees.amount
    ? { ...policy, customerRemorseReturnFees: { type: 'ReturnShippingFees', amount: { amount: 5, currency: 'EUR' } } } : policy),
  method('takes the home country’s policy for all', 'returns.policy', 'returns.policy is null where there is none', (good) => async (input, context) => (await good(input, context)) ?? good({ country: 'GR' }, context)),
  answer('names the order by the id of its database', 'returns.deadline', 'returns.deadline is about the order that was asked for', (deadline) => deadline && { ...deadline, orderNumber: 'gid://order/1' }),
  method('throws when it finds nothing', 'returns.deadline', 'returns.deadline is null for an order that there is not', (good) => async (input, context) => {
    const found = await good(input, context);
    if (!found) throw new AdapterError('INVALID_REQUEST');
    return found;
  }),
  answer('says that anything can be withdrawn from for ever', 'returns.deadline', 'returns.deadline closes when its days are over', (deadline) => deadline && { ...deadline, withdrawable: true }),
  method('withdraws in one step', 'returns.withdraw', 'returns.withdraw withdraws nothing before it is confirmed', (good) => async (input, context) => {
    const first = await good(input, context);
    if (first.step === 'confirm') await good({ step: 'confirm', confirmation: first.confirmation }, { ...context, idempotencyKey: crypto.randomUUID() });
    return first;
  }),
  answer('sends no receipt', 'returns.withdraw', 'returns.withdraw gives a receipt for what was confirmed', (result) => (result.step === 'done' ? { step: 'confirm', declaration: 'Thank you.', confirmation: 'x' } : result)),
  method('believes any confirmation', 'returns.withdraw', 'returns.withdraw refuses a confirmation that it never gave', (good) => (input, context) =>
    good(input, context).catch(() => ({ step: 'confirm', declaration: 'Thank you.', confirmation: 'x' }))),
  method('wants guests to sign in', 'returns.withdraw', 'returns.withdraw is open to guests', (good) => async (input, context) => {
    if (input.step === 'confirm' && (await context.token()) === null) throw new AdapterError('UNAUTHENTICATED');
    return good(input, context);
  }),

  method('finds a parcel’s order and tells one parcel', 'tracking.shipments', 'tracking.shipments has every parcel of an order once', (good) => async (input, context) => {
    const found = await good(input, context);
    return found && { items: found.items.slice(0, 1) };
  }),
  method('needs an order number', 'tracking.shipments', 'tracking.shipments without an order has the shopper’s recent parcels', (good) => (input, context) => (input.orderNumber ? good(input, context) : { items: [] })),
  method('throws for who has no orders', 'tracking.shipments', 'tracking.shipments is empty for who has no orders', (good) => async (input, context) => {
    const found = await good(input, context);
    if (!found?.items.length) throw new AdapterError('INVALID_REQUEST');
    return found;
  }),
  answer('calls nothing an empty list', 'tracking.shipments', 'tracking.shipments is null for an order that there is not', (found) => found ?? { items: [] }),
  method('looks at the e-mail alone', 'tracking.shipments', 'tracking.shipments tells nothing without the right proof', (good) => (input, context) =>
    good(input.proof ? { ...input, proof: { ...input.proof, postcode: '10558' } } : input, context)),
  method('asks guests to sign in', 'tracking.shipments', 'tracking.shipments shows a guest the order that is proven', (good) => async (input, context) => {
    if ((await context.token()) === null) throw new AdapterError('UNAUTHENTICATED');
    return good(input, context);
  }),
  built('counts the checkpoints instead of naming them', 'tracking.shipments has every checkpoint once, with the same id each time', ({ tracking }) => {
    const good = tracking['shipments']!;
    let count = 0;
    tracking['shipments'] = async (input, context) => eachEvent((event) => ({ ...event, id: String(count++) }))(await good(input, context));
  }),
  answer('takes the last that was told for the latest', 'tracking.shipments', 'tracking.shipments is at the stage of what happened last, in whatever order it was told', (found: Shipments | null) =>
    found && { items: found.items.map((shipment) => ({ ...shipment, status: shipment.events.at(-1)?.status ?? 'unknown' })) }),
  answer('tells times in UTC', 'tracking.shipments', 'tracking.shipments keeps the local time and the offset of a checkpoint', eachEvent(inUtc)),
  answer('takes a time without an offset for UTC', 'tracking.shipments', 'tracking.shipments invents no offset that the carrier did not say', eachEvent((event) => ({ ...event, time: { ...event.time, offset: event.time.offset ?? 'Z' } }))),
  answer('takes a day for its midnight', 'tracking.shipments', 'tracking.shipments invents no hour that the carrier did not say', eachEvent((event) => (event.time.precision === 'day' ? { ...event, time: { value: `${event.time.value}T00:00`, precision: 'minute', offset: null } } : event))),
  answer('tells the newest hundred checkpoints', 'tracking.shipments', 'tracking.shipments has all of a long journey', (found: Shipments | null) =>
    found && { items: found.items.map((shipment) => ({ ...shipment, events: shipment.events.slice(0, 100) })) }),
  method('looks once and then no more', 'tracking.subscribe', 'tracking.subscribe tells what happens, and ends when it is told to', () => async function* () {}),
];
