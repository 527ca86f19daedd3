/** Registers every element. */
import './shop/define.ts';
import './points-badge/define.ts';
import './referral-panel/define.ts';
import './review-prompt/define.ts';
import './returns-banner/define.ts';
import './faq-search/define.ts';
import './tracking-timeline/define.ts';
