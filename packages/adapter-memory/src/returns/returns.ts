/** The returns service. The statutory withdrawal is open to everyone: guests have the right too, and so has who is blocked. */
import { AdapterError, type ReturnsService, type WithdrawalReceipt, type WithdrawalResult, type WithdrawInput } from '@aftercart/contract';
import { orderOf, PRODUCTS, type Order } from '../catalogue.ts';
import type { Environment } from '../environment.ts';
import { invalid } from '../fail.ts';
import type { Declaration, State } from '../state.ts';
import { DAY, day, instant } from '../time.ts';
import { fill, type Words } from '../words.ts';
import { deadlineOf, isOpen, isWithdrawn } from './deadline.ts';
import { policyFor } from './policies.ts';

const DECLARATIONS_KEPT = 50;

type Declare = Extract<WithdrawInput, { step: 'declare' }>;

/** The receipt as the shopper gets it: without what finds it again. */
const withoutKey = ({ confirmation: _, ...receipt }: State['receipts'][number]): WithdrawalReceipt => receipt;

export const returns = (environment: Environment) => {
  const { base, now } = environment;

  /** The order, as long as it can still be withdrawn from. */
  const openOrder = (number: string, items: readonly string[] | null, state: State): Order => {
    const order = environment.isEmpty ? undefined : orderOf(number);
    if (!order) throw invalid('There is no such order.');
    const names: readonly string[] = order.items.map((id) => PRODUCTS[id].name);
    if (items?.some((item) => !names.includes(item))) throw invalid('This item is not part of the order.');
    if (isWithdrawn(state, order, items)) throw new AdapterError('ALREADY_WITHDRAWN', 'This contract was withdrawn from already.');
    if (!isOpen(order, environment)) throw new AdapterError('RETURN_WINDOW_CLOSED', 'The period of withdrawal has ended.');
    return order;
  };

  const declare = ({ orderNumber, name, email, items }: Declare, state: State, words: Words): WithdrawalResult => {
    const wanted = items?.length ? [...items] : null;
    const order = openOrder(orderNumber, wanted, state);
    if (!name.trim() || !/^[^\s@]+@[^\s@]+$/.test(email.trim())) throw invalid('A name and an e-mail address are needed for the acknowledgement.');
    const content = fill(words.returns.declaration, {
      order: order.number,
      placed: day(base - order.placed * DAY),
      items: wanted?.join(', ') ?? words.returns.all,
      name: name.trim(),
      email: email.trim(),
    });
    const declaration: Declaration = {
      confirmation: `declaration-${++state.count}`, orderNumber: order.number, name: name.trim(), email: email.trim(), items: wanted, content,
    };
    state.declarations = [...state.declarations.slice(1 - DECLARATIONS_KEPT), declaration];
    return { step: 'confirm', declaration: content, confirmation: declaration.confirmation };
  };

  const confirm = (confirmation: string, state: State): WithdrawalResult => {
    // Confirming twice is one withdrawal: the shopper gets the same receipt again.
    const before = state.receipts.find((receipt) => receipt.confirmation === confirmation);
    if (before) return { step: 'done', receipt: withoutKey(before) };
    const declaration = state.declarations.find((known) => known.confirmation === confirmation);
    if (!declaration) throw invalid('There is no such declaration. Begin again.');
    openOrder(declaration.orderNumber, declaration.items, state);
    const receipt = { id: `wd-${++state.count}`, receivedAt: instant(now()), ...declaration };
    state.receipts.push(receipt);
    return { step: 'done', receipt: withoutKey(receipt) };
  };

  return {
    policy: (input, context) =>
      environment.read(context, 'anyone', (_, words) => (environment.isEmpty ? null : policyFor(input, words, environment.links, now()))),

    deadline: ({ orderNumber }, context) =>
      environment.read(context, 'shopper', (state) => {
        const order = environment.isMaria ? orderOf(orderNumber) : undefined;
        if (!order) return null;
        const { receipt, ...deadline } = deadlineOf(order, environment, state);
        return { ...deadline, receipt: receipt ? withoutKey(receipt) : null };
      }),

    withdraw: (input, context) =>
      environment.write(context, 'anyone', 'returns.withdraw', input, (state, words) =>
        input.step === 'declare' ? declare(input, state, words) : confirm(input.confirmation, state),
      ),
  } satisfies ReturnsService;
};
