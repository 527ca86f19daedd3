/** `returns-banner.js`: one element in one file. */
import '../shop.ts';
import '../../returns-banner/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { ReturnsBannerElement } from '../../returns-banner/returns-banner.ts';
export { defineShop } from '@aftercart/core';
