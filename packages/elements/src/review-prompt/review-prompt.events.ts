import type { Review, ReviewEditInput, ReviewInput, ReviewRequest } from '@aftercart/contract';

/** The shopper chose a number of stars, or cleared them. Nothing is sent by it. */
export class RatingChangeEvent extends Event {
  static readonly type = 'aftercart-rating-change';
  readonly request: ReviewRequest;
  /** 1 to 5; null when it was cleared. */
  readonly rating: number | null;
  constructor(request: ReviewRequest, rating: number | null) {
    super(RatingChangeEvent.type, { bubbles: true, composed: true });
    this.request = request;
    this.rating = rating;
  }
}

/** The shopper sends a review, or changes to one. Cancel it to do something else instead; what was written stays. */
export class ReviewRequestEvent extends Event {
  static readonly type = 'aftercart-review-request';
  readonly request: ReviewRequest;
  /** What will be sent; has `reviewId` when a review is changed. */
  readonly input: ReviewInput | ReviewEditInput;
  constructor(request: ReviewRequest, input: ReviewInput | ReviewEditInput) {
    super(ReviewRequestEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.request = request;
    this.input = input;
  }
}

/** The backend took a review. */
export class ReviewedEvent extends Event {
  static readonly type = 'aftercart-reviewed';
  readonly review: Review;
  constructor(review: Review) {
    super(ReviewedEvent.type, { bubbles: true, composed: true });
    this.review = review;
  }
}

/** The backend took changes to a review. */
export class ReviewEditedEvent extends Event {
  static readonly type = 'aftercart-review-edited';
  readonly review: Review;
  constructor(review: Review) {
    super(ReviewEditedEvent.type, { bubbles: true, composed: true });
    this.review = review;
  }
}

/** The backend took a review back. */
export class ReviewWithdrawnEvent extends Event {
  static readonly type = 'aftercart-review-withdrawn';
  readonly review: Review;
  constructor(review: Review) {
    super(ReviewWithdrawnEvent.type, { bubbles: true, composed: true });
    this.review = review;
  }
}

declare global {
  interface HTMLElementEventMap {
    'aftercart-rating-change': RatingChangeEvent;
    'aftercart-review-request': ReviewRequestEvent;
    'aftercart-reviewed': ReviewedEvent;
    'aftercart-review-edited': ReviewEditedEvent;
    'aftercart-review-withdrawn': ReviewWithdrawnEvent;
  }
}
