import base from '../base/locales/ar.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/ar.ts';
import pointsBadge from '../points-badge/locales/ar.ts';
import referralPanel from '../referral-panel/locales/ar.ts';
import returnsBanner from '../returns-banner/locales/ar.ts';
import reviewPrompt from '../review-prompt/locales/ar.ts';
import trackingTimeline from '../tracking-timeline/locales/ar.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
