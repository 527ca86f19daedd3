import type { Strings } from '../locale.ts';

export default {
  loading: 'Wird geladen …',
  error: 'Das konnte nicht geladen werden.',
  offline: 'Keine Internetverbindung.',
  retry: 'Erneut versuchen',
  stale: 'Zuletzt aktualisiert {age}',
} satisfies Strings;
