import base from '../base/locales/fr.ts';
import type { Locale } from '../base/locale.ts';
import faqSearch from '../faq-search/locales/fr.ts';
import pointsBadge from '../points-badge/locales/fr.ts';
import referralPanel from '../referral-panel/locales/fr.ts';
import returnsBanner from '../returns-banner/locales/fr.ts';
import reviewPrompt from '../review-prompt/locales/fr.ts';
import trackingTimeline from '../tracking-timeline/locales/fr.ts';

export default {
  base,
  'faq-search': faqSearch,
  'points-badge': pointsBadge,
  'referral-panel': referralPanel,
  'returns-banner': returnsBanner,
  'review-prompt': reviewPrompt,
  'tracking-timeline': trackingTimeline,
} satisfies Locale;
