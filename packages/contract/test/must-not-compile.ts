/** Code that must not type-check. A line that begins to do so fails `tsc`: its `@ts-expect-error` is then unused. */
import {
  AdapterError, defineAdapter, guardPointsAccount, INVALID,
  type Adapter, type AdapterContext, type Capability, type ErrorCode, type FaqService, type Money, type PointsAccount, type Reward, type Shipment,
  type WithdrawInput,
} from '../src/index.ts';

declare const context: AdapterContext;
declare const account: PointsAccount;
declare const reward: Reward;
declare const shipment: Shipment;
const answer = async () => null;

// Errors have a code of the list.
// @ts-expect-error no such code
new AdapterError('OOPS');
// @ts-expect-error a code is not just any text
export const code: ErrorCode = 'oops' as string;
// @ts-expect-error seconds are a number
new AdapterError('RATE_LIMITED', 'wait', { retryAfter: '3' });

// Adapters.
// @ts-expect-error an adapter has an id
export const nameless: Adapter = {};
// @ts-expect-error no such service
export const wishes: Adapter = { id: 'x', wishes: {} };
// @ts-expect-error a points service needs a program
export const half: Adapter = { id: 'x', points: { account: answer } };
// @ts-expect-error no such method
export const odd: Adapter = { id: 'x', tracking: { shipments: answer, teleport: answer } };
// @ts-expect-error answers come from entries or from search
export const silent: FaqService = {};
// @ts-expect-error a method answers with a promise
export const hasty: Adapter = { id: 'x', tracking: { shipments: () => null } };
// @ts-expect-error what may not be found may be null, but a list of reviews is always there
export const empty: Adapter = { id: 'x', reviews: { requests: answer, submit: answer } };

// What an adapter has is known exactly.
const small = defineAdapter({ id: 'x', tracking: { shipments: answer } });
void small.tracking.shipments();
// @ts-expect-error it has no live updates
small.tracking.subscribe({}, context);
// @ts-expect-error it has no points
small.points.account();
const general: Adapter = small;
// @ts-expect-error in general, a service may be missing
general.tracking.shipments({}, context);
// @ts-expect-error an optional method may be missing
general.points?.redeem({ rewardId: 'r' }, context);

// Capabilities.
// @ts-expect-error no such method in this service
export const capability: Capability = 'points.submit';

// The shopper is known by the token and by nothing else.
// @ts-expect-error no method takes a customer
void general.points?.account({ customerId: '7' }, context);

// Data.
// @ts-expect-error money has a currency
export const money: Money = { amount: 100 };
// @ts-expect-error an amount is a number in minor units
export const price: Money = { amount: '1.00', currency: 'EUR' };
// @ts-expect-error no such state
account.state = 'vip';
// @ts-expect-error a tier may be missing
void account.tier.progress;
// @ts-expect-error what is missing is known only for that reason
void reward.eligibility.missingPoints;
// @ts-expect-error a variable reward has no fixed price
void reward.cost.points;
// @ts-expect-error delay is a flag beside the stage
shipment.status = 'delayed';
// @ts-expect-error the second step has a confirmation and no name
export const step: WithdrawInput = { step: 'confirm', name: 'M' };

// Guards.
const guarded = guardPointsAccount({}, []);
// @ts-expect-error what a guard gives back may be invalid
void guarded.balance;
if (guarded !== INVALID) void guarded.balance;
