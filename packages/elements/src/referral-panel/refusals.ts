/** Why a friend does not get the offer, and what to say and do about it. */
import type { AdapterError } from '@aftercart/contract';
import type { friendLandingStrings } from './friend-landing.strings.ts';

type Key = keyof typeof friendLandingStrings;

const SAID: readonly Key[] = [
  'SELF_REFERRAL', 'ALREADY_CUSTOMER', 'ALREADY_REFERRED', 'REFERRAL_CAP_REACHED', 'REFERRAL_EXPIRED', 'INVALID_REFEREE',
  'FRAUD_SUSPECTED', 'INVALID_REQUEST', 'UNAUTHENTICATED', 'RATE_LIMITED', 'OFFLINE',
];

/** The words for an error: its own where it has some, else by whether the backend may have heard. */
export function wordsFor({ code, retryable }: AdapterError): Key {
  if (code === 'TOKEN_EXPIRED') return 'UNAUTHENTICATED';
  const undecided = retryable || code === 'INVALID_RESPONSE' || code === 'ADAPTER_FAULT' || code === 'ABORTED';
  return SAID.find((said) => said === code) ?? (undecided ? 'undecided' : 'refused');
}

/** No other address and no later try helps with this invitation: there is no point in a form. */
export const isOver = (key: Key | undefined): boolean => key === 'REFERRAL_EXPIRED' || key === 'REFERRAL_CAP_REACHED';

/** Who reads this is a customer, who may invite others. */
export const mayInvite = (key: Key | undefined): boolean => key === 'SELF_REFERRAL' || key === 'ALREADY_CUSTOMER';
