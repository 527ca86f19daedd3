/**
 * The statutory withdrawal, in two steps (Art. 11a Directive 2011/83/EU). It is open to everyone: guests need no login, and who is blocked has
 * the right too.
 *
 * The law wants an acknowledgement that the declaration was received, not a decision on it. So a declaration of anybody but the signed-in owner
 * is taken as it stands: one whose order there is not, or whose e-mail is another, gets the same answer by the same way as one that is right,
 * and is marked for the merchant to check. Nobody learns from it whether there is such an order.
 */
import { AdapterError, type WithdrawalResult, type WithdrawInput } from '@aftercart/contract';
import { v7 as uuid } from 'uuid';
import type { Context } from '../context.ts';
import { sameFingerprint } from '../identity/fingerprint.ts';
import { findOrder, normaliseOrderNumber } from '../orders/orders.ts';
import { readDocument } from '../documents/documents.ts';
import { announce } from '../webhooks/outbox.ts';
import { dayIn } from './calendar.ts';
import { readConfirmation, signDeclaration, type Declaration } from './confirmation.ts';
import { isOver } from './deadline.ts';
import { writeDeclaration } from './declaration.ts';
import { RETURN_POLICIES } from './policy-document.ts';
import type { WithdrawalMatch, WithdrawalRow } from './tables.ts';
import { termsOfOrder, type OrderTerms } from './terms.ts';
import { isNamed, isWithdrawn, keyOfItems, OWNER, toReceipt, withdrawalsOf } from './withdrawals.ts';

type Declare = Extract<WithdrawInput, { step: 'declare' }>;

const LONGEST_CONTENT = 5_000;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');
const invalid = (message: string) => new AdapterError('INVALID_REQUEST', message);

export async function declare(input: Declare, context: Context): Promise<WithdrawalResult> {
  const { runtime, now, locale, shopper } = context;
  const [orderNumber, name, email] = [normaliseOrderNumber(oneLine(input.orderNumber)), oneLine(input.name), input.email.trim()];
  const items = input.items?.map(oneLine).filter(Boolean) ?? [];
  const wanted = items.length ? items : null;
  if (!orderNumber) throw invalid('`orderNumber` is empty: which contract is withdrawn from?');
  if (!name || !EMAIL.test(email)) throw invalid('A name and an e-mail address are needed for the acknowledgement.');
  const shopperId = shopper?.id ?? null;
  const claim = await claimOf(context, { orderNumber, email, shopperId });
  refuseClosed(claim, wanted);
  const { terms } = claim;
  const zone = terms?.timeZone ?? (await readDocument(context, RETURN_POLICIES))?.body.timeZone ?? 'UTC';
  const facts = {
    orderNumber, items: wanted, name, email,
    today: dayIn(zone, now),
    placedOn: terms?.placedOn ?? null,
    deliveredOn: terms?.deliveredOn ?? null,
  };
  const content = writeDeclaration(facts, locale);
  if (content.length > LONGEST_CONTENT) throw invalid('The items are too long for one declaration: name them shorter, or declare for the whole order.');
  const reason = input.reason?.trim() || null;
  const declaration: Declaration = { orderNumber, name, email, items: wanted, reason, content, shopperId };
  return { step: 'confirm', declaration: content, confirmation: signDeclaration(runtime, declaration, now) };
}

export async function confirm(confirmation: string, context: Context): Promise<WithdrawalResult> {
  const { runtime, now, shopper } = context;
  const read = readConfirmation(runtime, confirmation, now);
  // One that another shopper got is as good as none.
  const isForeign = read && read.declaration.shopperId !== null && read.declaration.shopperId !== shopper?.id;
  if (!read || isForeign) throw invalid('There is no such declaration. Begin again.');
  const { declaration } = read;
  const contentHash = runtime.fingerprints.of('withdrawal', JSON.stringify([declaration.shopperId, declaration.orderNumber, declaration.content]));
  const claim = await claimOf(context, declaration);
  const repeated = claim.before.find((row) => row.content_hash === contentHash);
  if (repeated) return { step: 'done', receipt: toReceipt(repeated) };
  if (read.isExpired) throw invalid('The declaration was made too long ago to be confirmed. Begin again.');
  refuseClosed(claim, declaration.items);
  const row: WithdrawalRow = {
    id: uuid(),
    order_number: declaration.orderNumber,
    shopper_id: declaration.shopperId,
    name: declaration.name,
    email: declaration.email,
    email_hash: runtime.fingerprints.email(declaration.email),
    items: declaration.items && JSON.stringify(declaration.items),
    reason: declaration.reason,
    content: declaration.content,
    match: claim.match,
    claimant: claim.claimant,
    items_key: keyOfItems(declaration.items),
    content_hash: contentHash,
    received_at: now.toISOString(),
  };
  return { step: 'done', receipt: toReceipt(await store(context, row)) };
}

/** Keeps a withdrawal once. Two that are confirmed at the same moment wait for each other here. */
async function store(context: Context, row: WithdrawalRow): Promise<WithdrawalRow> {
  const { db } = context;
  const mine = await db
    .insertInto('withdrawals')
    .values(row)
    .onConflict((conflict) => conflict.columns(['order_number', 'claimant', 'items_key']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!mine) {
    const first = await db
      .selectFrom('withdrawals').selectAll()
      .where('order_number', '=', row.order_number).where('claimant', '=', row.claimant).where('items_key', '=', row.items_key)
      .executeTakeFirstOrThrow();
    if (first.content_hash !== row.content_hash) throw alreadyWithdrawn();
    return first;
  }
  const { id, order_number: orderNumber, shopper_id: shopperId, match, received_at: receivedAt } = row;
  await announce(context, 'withdrawal.received', { id, orderNumber, shopperId, match, receivedAt });
  return row;
}

/** Who declares, as far as the order is concerned. */
interface Claim {
  match: WithdrawalMatch;
  claimant: string;
  /** What the claimant may know of: read once, so that all that is decided goes by the same state. */
  before: WithdrawalRow[];
  /** Of the owner’s order; others are told nothing of it. */
  terms: OrderTerms | undefined;
}

async function claimOf(context: Context, declaration: Pick<Declaration, 'orderNumber' | 'email' | 'shopperId'>): Promise<Claim> {
  const { db, runtime } = context;
  const { orderNumber, email, shopperId } = declaration;
  const order = await findOrder(db, orderNumber);
  const emailHash = runtime.fingerprints.email(email);
  const isOwner = order !== undefined && shopperId !== null && order.shopper_id === shopperId;
  const claimant = isOwner ? OWNER : emailHash;
  return {
    claimant,
    match: isOwner ? 'owner' : sameFingerprint(order?.email_hash, emailHash) ? 'email' : 'none',
    before: await withdrawalsOf(db, orderNumber, claimant),
    terms: isOwner ? await termsOfOrder(context, order) : undefined,
  };
}

const alreadyWithdrawn = () => new AdapterError('ALREADY_WITHDRAWN', 'This contract was withdrawn from already.');

/** @throws AdapterError ALREADY_WITHDRAWN, or to the owner RETURN_WINDOW_CLOSED. */
function refuseClosed({ before, terms }: Claim, items: readonly string[] | null): void {
  const lines = terms?.lines.map(({ line }) => line) ?? [];
  if (isWithdrawn(before, items, lines)) throw alreadyWithdrawn();
  if (!terms) return;
  const meant = terms.lines.filter(({ line }) => items === null || isNamed(line, items));
  // In whose own words an item is no line of ours may well mean one that is open: the merchant reads it.
  const isClear = items === null || items.every((item) => lines.some((line) => isNamed(line, [item])));
  const ended = meant.length ? meant.every((line) => isOver(line.terms, terms)) : isOver(terms.terms, terms);
  if (isClear && ended) throw new AdapterError('RETURN_WINDOW_CLOSED', 'The period of withdrawal has ended.');
}
