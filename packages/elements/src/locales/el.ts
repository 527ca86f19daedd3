import base from '../base/locales/el.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/el.ts';
import pointsBadge from '../points-badge/locales/el.ts';
import referralPanel from '../referral-panel/locales/el.ts';
import returnsBanner from '../returns-banner/locales/el.ts';
import reviewPrompt from '../review-prompt/locales/el.ts';
import trackingTimeline from '../tracking-timeline/locales/el.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
