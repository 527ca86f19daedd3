/** `points-badge.js`: one element in one file. */
import '../shop.ts';
import '../../points-badge/define.ts';

export { ShopElement } from '../../shop/shop.ts';
export { PointsBadgeElement } from '../../points-badge/points-badge.ts';
export { defineShop } from '@aftercart/core';
