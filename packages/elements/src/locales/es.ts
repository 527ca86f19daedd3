import base from '../base/locales/es.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/es.ts';
import pointsBadge from '../points-badge/locales/es.ts';
import referralPanel from '../referral-panel/locales/es.ts';
import returnsBanner from '../returns-banner/locales/es.ts';
import reviewPrompt from '../review-prompt/locales/es.ts';
import trackingTimeline from '../tracking-timeline/locales/es.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
