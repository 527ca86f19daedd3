import type { Strings } from '../locale.ts';

export default {
  loading: 'جارٍ التحميل…',
  error: 'تعذّر التحميل.',
  offline: 'لا يوجد اتصال بالإنترنت.',
  retry: 'أعد المحاولة',
  stale: 'آخر تحديث {age}',
} satisfies Strings;
