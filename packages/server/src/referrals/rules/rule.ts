/** What a rule gets to see, and what it may say. */
import type { ErrorCode } from '@aftercart/contract';
import type { Context } from '../../context.ts';
import type { ReferralProgramSetup } from '../program.ts';
import type { ReferralCodeRow } from '../tables.ts';

/** A friend who claims. */
export interface Attempt {
  context: Context;
  program: ReferralProgramSetup;
  /** The advocate’s code; its row is held until the end of the transaction. */
  code: ReferralCodeRow;
  email: string;
  emailHash: string;
  stemHash: string | null;
  clientHash: string | null;
}

/** What the merchant reads of a rule that spoke. */
export interface Finding {
  /** Name of the rule, such as `same-household`. */
  rule: string;
  /** In words. */
  reason: string;
  /** Whether it says that advocate and friend are one person; two such signs are more than chance. */
  self?: boolean;
}

/** The claim is refused with a code of the contract. `message` is for developers and says no more than the code. */
export interface Refusal extends Finding {
  verdict: 'refuse';
  code: ErrorCode;
  message: string;
}

/** Alike, but no proof: the merchant looks at it. */
export interface Suspicion extends Finding {
  verdict: 'hold';
}

/** Says nothing about a claim that is well. */
export type Rule = (attempt: Attempt) => Promise<Refusal | Suspicion | undefined>;

export const refuse = (rule: string, code: ErrorCode, reason: string, message: string): Refusal => ({ verdict: 'refuse', rule, code, reason, message });
export const hold = (rule: string, reason: string, { self }: { self: boolean }): Suspicion => ({ verdict: 'hold', rule, reason, self });
