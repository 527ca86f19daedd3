import type { Strings } from '../locale.ts';

export default {
  loading: 'Загрузка…',
  error: 'Не удалось загрузить.',
  offline: 'Нет подключения к сети.',
  retry: 'Повторить',
  stale: 'Обновлено {age}',
} satisfies Strings;
