/** Mode `estimate`: what a product or a cart would earn. Loaded where it is asked for. */
import type { EstimateInput, PointsEstimate } from '@aftercart/contract';
import { estimateStore, type Resource, type Shop } from '@aftercart/core';
import { starIcon } from '../base/icons.ts';
import { html, type TemplateResult } from '../base/template.ts';
import type { PointsBadgeElement } from './points-badge.ts';

export { estimateStrings as strings } from './estimate.strings.ts';
export { estimateStyles as styles } from './estimate.styles.ts';

export class Estimate {
  readonly #host: PointsBadgeElement;

  constructor(host: PointsBadgeElement) {
    this.#host = host;
  }

  store(shop: Shop, locale: string): Resource<PointsEstimate> {
    return estimateStore(shop, { lines: this.#host.lines ?? [this.#line()] }, locale);
  }

  /** The line that the attributes describe. */
  #line(): EstimateInput['lines'][number] {
    const host = this.#host;
    const { productId, variantId, currency } = host;
    const price = this.#whole('price', host.price);
    if (price !== undefined && !currency) host.tell('BAD_ATTRIBUTE', `price="${host.price}" without currency`);
    return {
      ...(productId && { productId }),
      ...(variantId && { variantId }),
      quantity: this.#whole('quantity', host.quantity) || 1,
      ...(price !== undefined && currency && { price: { amount: price, currency } }),
    };
  }

  #whole(name: string, value: string | number | undefined): number | undefined {
    if (value === undefined || value === null || value === '') return undefined;
    const number = Number(value);
    if (Number.isSafeInteger(number) && number >= 0) return number;
    return this.#host.tell('BAD_ATTRIBUTE', `${name}="${value}"`);
  }

  render(points: number): TemplateResult {
    const host = this.#host;
    return html`<span part="estimate" class="earn">${starIcon}${host.t('estimate' as never, { amount: host.amount(points) })}</span>`;
  }
}
