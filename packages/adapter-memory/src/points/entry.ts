/** One line that is added to the ledger and never changed again. */
import type { LedgerEntry, PointsAccount } from '@aftercart/contract';
import type { Words } from '../words.ts';

export interface Entry {
  id: string;
  at: number;
  delta: number;
  kind: LedgerEntry['kind'];
  text: keyof Words['ledger'];
  order?: string;
  reward?: string;
  /** When the points can be spent, if that is not at once; null when nobody knows yet. */
  availableAt?: number | null;
  waitsFor?: PointsAccount['pendingBatches'][number]['reason'];
  expiresAt?: number;
  /** An entry that came to nothing. */
  status?: 'void' | 'declined';
  redemptionId?: string;
  /** Gives back what another entry took, with the expiry that those points had. */
  returns?: string;
  /** Makes another, still pending entry void. */
  voids?: string;
}
