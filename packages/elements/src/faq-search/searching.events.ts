/** The shopper paused after typing. */
export class FaqSearchedEvent extends Event {
  static readonly type = 'aftercart-faq-searched';
  /** What was typed. */
  readonly query: string;
  /** How many answers were found and shown. */
  readonly results: number;
  constructor(query: string, results: number) {
    super(FaqSearchedEvent.type, { bubbles: true, composed: true });
    this.query = query;
    this.results = results;
  }
}
