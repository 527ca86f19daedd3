import { define } from '../base/define.ts';
import { TrackingTimelineElement } from './tracking-timeline.ts';

define('aftercart-tracking-timeline', TrackingTimelineElement);

declare global {
  interface HTMLElementTagNameMap {
    'aftercart-tracking-timeline': TrackingTimelineElement;
  }
}
