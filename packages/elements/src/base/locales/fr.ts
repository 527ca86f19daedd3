import type { Strings } from '../locale.ts';

export default {
  loading: 'Chargement…',
  error: 'Le chargement a échoué.',
  offline: 'Vous êtes hors connexion.',
  retry: 'Réessayer',
  stale: 'Mis à jour {age}',
} satisfies Strings;
