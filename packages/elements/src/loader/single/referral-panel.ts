/** `referral-panel.js`: one element in one file. */
import '../shop.ts';
import '../../referral-panel/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { ReferralPanelElement } from '../../referral-panel/referral-panel.ts';
export { defineShop } from '@aftercart/core';
