import { define } from '../base/define.ts';
import { ReturnsBannerElement } from './returns-banner.ts';

define('aftercart-returns-banner', ReturnsBannerElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-returns-banner': ReturnsBannerElement;
  }
}
