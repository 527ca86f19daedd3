/** `faq-search.js`: one element in one file. */
import '../shop.ts';
import '../../faq-search/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { FaqSearchElement } from '../../faq-search/faq-search.ts';
export { defineShop } from '@aftercart/core';
