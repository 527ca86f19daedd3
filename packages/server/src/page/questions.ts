import { html } from 'hono/html';
import type { MerchantApi } from './api.ts';
import { layout, type Html } from './layout.ts';

interface Question {
  locale: string;
  query: string;
  asked: number;
  nothing: number;
  unhelpful: number;
}

/** What shoppers looked for in vain, each a step from an answer. */
export async function questionsPage(api: MerchantApi): Promise<Html> {
  const { items } = await api.get<{ items: Question[] }>('/faq/questions?limit=100');
  const row = ({ locale, query, asked, nothing, unhelpful }: Question) => html`<tr>
    <td lang="${locale}">${query}</td>
    <td>${locale}</td>
    <td class="number">${asked}</td>
    <td class="number">${nothing}</td>
    <td class="number">${unhelpful}</td>
    <td><a href="/merchant/faq/${locale}/new?question=${encodeURIComponent(query)}">Answer it<span class="skip">: ${query}</span></a></td>
  </tr>`;
  return layout({
    place: 'questions', title: 'Questions', lead: 'What shoppers searched for and did not find, the most frequent first. Nobody can be recognised by it.',
    body: items.length > 0
      ? html`<div class="scroll"><table>
          <thead><tr><th>Question</th><th>Language</th><th class="number">Asked</th><th class="number">Nothing found</th><th class="number">Not helpful</th><th><span class="skip">Answer</span></th></tr></thead>
          <tbody>${items.map(row)}</tbody>
        </table></div>`
      : html`<p class="card empty">Every question found an answer.</p>`,
  });
}
