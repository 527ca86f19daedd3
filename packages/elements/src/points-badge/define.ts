import { define } from '../base/define.ts';
import { PointsBadgeElement } from './points-badge.ts';

define('aftercart-points-badge', PointsBadgeElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-points-badge': PointsBadgeElement;
  }
}
