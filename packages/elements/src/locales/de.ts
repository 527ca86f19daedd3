import base from '../base/locales/de.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/de.ts';
import pointsBadge from '../points-badge/locales/de.ts';
import referralPanel from '../referral-panel/locales/de.ts';
import returnsBanner from '../returns-banner/locales/de.ts';
import reviewPrompt from '../review-prompt/locales/de.ts';
import trackingTimeline from '../tracking-timeline/locales/de.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
