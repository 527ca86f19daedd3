/** The classes of every element. Importing them registers nothing; `@aftercart/elements/define` does. */
export { defineShop, getShop } from '@aftercart/core';
export { AftercartStateEvent, type Phase } from './base/state.ts';
export { ShopElement } from './shop/shop.ts';
export { PointsBadgeElement } from './points-badge/points-badge.ts';
export { ReferralPanelElement } from './referral-panel/referral-panel.ts';
export { ReviewPromptElement } from './review-prompt/review-prompt.ts';
export { ReturnsBannerElement } from './returns-banner/returns-banner.ts';
export { FaqSearchElement } from './faq-search/faq-search.ts';
export { TrackingTimelineElement } from './tracking-timeline/tracking-timeline.ts';
