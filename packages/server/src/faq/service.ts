/** Questions, answers, and the people behind them. */
import type { ServedFaq } from '../services.ts';
import { contact } from './contact.ts';
import { entries } from './entries.ts';
import { search } from './search.ts';
import { vote } from './vote.ts';

export const faq: ServedFaq = { entries, search, vote, contact };
