/** `tracking-timeline.js`: one element in one file. */
import '../shop.ts';
import '../../tracking-timeline/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { TrackingTimelineElement } from '../../tracking-timeline/tracking-timeline.ts';
export { defineShop } from '@aftercart/core';
