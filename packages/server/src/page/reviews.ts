import { html } from 'hono/html';
import type { MerchantApi } from './api.ts';
import { layout, type Html, type Notice } from './layout.ts';

interface PendingReview {
  id: string;
  version: number;
  productId: string;
  rating: number;
  title?: string | null;
  body?: string | null;
  displayName?: string | null;
  incentivised: boolean;
  verified: boolean;
  createdAt: string;
}

const MOST = 50;

const card = ({ id, version, productId, rating, title, body, displayName, incentivised, createdAt }: PendingReview) => html`<article class="card" aria-labelledby="review-${id}">
  <p class="stars" role="img" aria-label="${rating} of 5 stars">${'★'.repeat(rating)}${'☆'.repeat(5 - rating)}</p>
  <h2 id="review-${id}">${title || 'Without a title'}</h2>
  <p class="meta">${productId} · ${displayName || 'no name'} · <time datetime="${createdAt}">${createdAt.slice(0, 10)}</time>${incentivised ? ' · something is given for it' : ''}</p>
  ${body ? html`<blockquote>${body}</blockquote>` : ''}
  <div class="row">
    <form method="post" action="/merchant/reviews/${id}/publish">
      <input type="hidden" name="version" value="${version}">
      <button>Publish</button>
    </form>
    <form class="grow row" method="post" action="/merchant/reviews/${id}/reject">
      <input type="hidden" name="version" value="${version}">
      <div class="grow">
        <label for="reason-${id}">Reason, which the shopper reads</label>
        <input id="reason-${id}" name="reason" required maxlength="5000">
      </div>
      <button class="danger">Reject</button>
    </form>
  </div>
</article>`;

/** Reviews that wait. They come by time alone: nothing here sorts or filters by stars. */
export async function reviewsPage(api: MerchantApi, notice?: Notice): Promise<Html> {
  const { items, nextCursor } = await api.get<{ items: PendingReview[]; nextCursor: string | null }>(`/reviews?status=pending&limit=${MOST}`);
  return layout({
    place: 'reviews', title: 'Reviews', notice,
    lead: 'Reviews that wait to be read. Reject what breaks your rules, never what you would rather not hear: the law says so (16 CFR 465, Directive 2005/29/EC).',
    body: html`${items.length > 0 ? items.map(card) : html`<p class="card empty">No review waits.</p>`}
      ${nextCursor ? html`<p class="hint">There are more; they come up as these are dealt with.</p>` : ''}`,
  });
}
