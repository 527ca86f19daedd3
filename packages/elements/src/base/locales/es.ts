import type { Strings } from '../locale.ts';

export default {
  loading: 'Cargando…',
  error: 'No se ha podido cargar.',
  offline: 'No hay conexión.',
  retry: 'Reintentar',
  stale: 'Actualizado {age}',
} satisfies Strings;
