/** What a page pays for Lit and nothing else: one element that shows one line. */
import { css, html, LitElement } from 'lit';

class LitAlone extends LitElement {
  static override styles = css`
    :host {
      display: inline-block;
      min-block-size: 44px;
    }
  `;
  static override properties = { points: { type: Number } };
  declare points: number;

  constructor() {
    super();
    this.points = 1240;
  }

  protected override render(): unknown {
    return html`<button>${this.points} points</button>`;
  }

  protected override firstUpdated(): void {
    // Says what the elements of Aftercart say, so that all are timed alike.
    this.dispatchEvent(Object.assign(new Event('aftercart-state', { bubbles: true }), { state: 'ready' }));
  }
}

customElements.define('lit-alone', LitAlone);
