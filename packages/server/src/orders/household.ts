/** Telling whether two people live at one address, without keeping the address. */
import type { Fingerprints } from '../identity/fingerprint.ts';

/** Letters and digits alone: punctuation, case and line breaks differ from one checkout to the next. */
const normaliseAddress = (address: string): string => address.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Fingerprint of a whole postal address. */
export const householdOf = (fingerprints: Fingerprints, address: string): string => fingerprints.of('household', normaliseAddress(address));
