import { define } from '../base/define.ts';
import { ShopElement } from './shop.ts';

define('aftercart-shop', ShopElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-shop': ShopElement;
  }
}
