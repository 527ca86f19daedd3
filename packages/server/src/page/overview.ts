import { html } from 'hono/html';
import type { MerchantApi } from './api.ts';
import { layout, type Html } from './layout.ts';

interface Rows {
  items: unknown[];
}

/** At a glance: what waits for a person. */
export async function overviewPage(api: MerchantApi): Promise<Html> {
  const [reviews, questions, withdrawals, locales] = await Promise.all([
    api.get<Rows & { nextCursor: string | null }>('/reviews?status=pending&limit=100'),
    api.get<Rows>('/faq/questions?limit=100'),
    api.get<Rows & { nextCursor: string | null }>('/returns/withdrawals?match=none&limit=100'),
    api.get<{ items: { size: number }[] }>('/faq/locales'),
  ]);
  const entries = locales.items.reduce((sum, { size }) => sum + size, 0);
  const many = ({ items, nextCursor }: Rows & { nextCursor?: string | null }) => `${items.length}${nextCursor ? '+' : ''}`;
  const tiles: [place: string, count: string, what: string][] = [
    ['reviews', many(reviews), 'reviews wait to be read'],
    ['questions', many({ ...questions, nextCursor: questions.items.length === 100 ? 'more' : null }), 'questions without a good answer'],
    ['faq', String(entries), `answers in ${locales.items.length} ${locales.items.length === 1 ? 'language' : 'languages'}`],
  ];
  return layout({
    place: '', title: 'Overview', lead: 'What waits for you.',
    body: html`<ul class="tiles">
        ${tiles.map(([place, count, what]) => html`<li><a class="card" href="/merchant/${place}"><strong>${count}</strong>${what}</a></li>`)}
      </ul>
      ${withdrawals.items.length > 0
        ? html`<p>${many(withdrawals)} withdrawals could not be matched to an order by themselves: <code>GET /merchant/v1/returns/withdrawals?match=none</code>.</p>`
        : ''}
      <p class="hint">Everything here, and more, is in the <a href="/merchant/v1/openapi.json">merchant API</a>.</p>`,
  });
}
