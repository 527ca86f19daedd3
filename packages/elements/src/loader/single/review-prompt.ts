/** `review-prompt.js`: one element in one file. */
import '../shop.ts';
import '../../review-prompt/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { ReviewPromptElement } from '../../review-prompt/review-prompt.ts';
export { defineShop } from '@aftercart/core';
