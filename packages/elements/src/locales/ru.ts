import base from '../base/locales/ru.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/ru.ts';
import pointsBadge from '../points-badge/locales/ru.ts';
import referralPanel from '../referral-panel/locales/ru.ts';
import returnsBanner from '../returns-banner/locales/ru.ts';
import reviewPrompt from '../review-prompt/locales/ru.ts';
import trackingTimeline from '../tracking-timeline/locales/ru.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
