import { define } from '../base/define.ts';
import { FaqSearchElement } from './faq-search.ts';

define('aftercart-faq-search', FaqSearchElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-faq-search': FaqSearchElement;
  }
}
