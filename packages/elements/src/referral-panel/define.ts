import { define } from '../base/define.ts';
import { ReferralPanelElement } from './referral-panel.ts';

define('aftercart-referral-panel', ReferralPanelElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-referral-panel': ReferralPanelElement;
  }
}
