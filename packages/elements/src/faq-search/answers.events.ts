/** An answer was opened. */
export class FaqOpenedEvent extends Event {
  static readonly type = 'aftercart-faq-opened';
  readonly entryId: string;
  constructor(entryId: string) {
    super(FaqOpenedEvent.type, { bubbles: true, composed: true });
    this.entryId = entryId;
  }
}

/** The backend took a vote on an answer. */
export class FaqVotedEvent extends Event {
  static readonly type = 'aftercart-faq-voted';
  readonly entryId: string;
  readonly helpful: boolean;
  constructor(entryId: string, helpful: boolean) {
    super(FaqVotedEvent.type, { bubbles: true, composed: true });
    this.entryId = entryId;
    this.helpful = helpful;
  }
}
