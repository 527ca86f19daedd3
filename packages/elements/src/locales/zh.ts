import base from '../base/locales/zh.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/zh.ts';
import pointsBadge from '../points-badge/locales/zh.ts';
import referralPanel from '../referral-panel/locales/zh.ts';
import returnsBanner from '../returns-banner/locales/zh.ts';
import reviewPrompt from '../review-prompt/locales/zh.ts';
import trackingTimeline from '../tracking-timeline/locales/zh.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
