import type { Strings } from '../locale.ts';

export default {
  loading: 'Φόρτωση…',
  error: 'Δεν ήταν δυνατή η φόρτωση.',
  offline: 'Δεν υπάρχει σύνδεση.',
  retry: 'Δοκιμάστε ξανά',
  stale: 'Τελευταία ενημέρωση: {age}',
} satisfies Strings;
