/** What guests asked and whether it helped, for the merchant’s reports. */
import { services } from '../../services.ts';
import type { Act } from '../acts.ts';

/** Days ago, entry, whether it helped, what was missing. */
const VOTES: readonly (readonly [ago: number, entryId: string, helpful: boolean, comment?: string])[] = [
  [30, 'delivery-time', true],
  [24, 'return-how', true],
  [19, 'size', false, 'What about children’s sizes?'],
  [11, 'miles-pending', true],
  [6, 'refund-time', false, 'How long does my bank take?'],
  [2, 'wash-merino', true],
];

/** Addresses for documentation (RFC 5737): each is a guest of its own. */
const guest = (index: number) => ({ ip: `192.0.2.${index + 1}`, userAgent: 'demo' });

export const questions = (): Act[] =>
  VOTES.map(([ago, entryId, helpful, comment], index) => ({
    ago,
    run: (context) => services.faq.vote({ entryId, helpful, comment }, { ...context, client: guest(index) }),
  }));
