import { define } from '../base/define.ts';
import { ReviewPromptElement } from './review-prompt.ts';

define('aftercart-review-prompt', ReviewPromptElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-review-prompt': ReviewPromptElement;
  }
}
