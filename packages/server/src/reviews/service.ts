/** The reviews service. */
import type { ServedReviews } from '../services.ts';
import { requests } from './requests.ts';
import { edit, submit, withdraw } from './write.ts';

export const reviews: ServedReviews = { requests, submit, edit, withdraw };
