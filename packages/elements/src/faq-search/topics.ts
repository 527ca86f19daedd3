/** What is under the search box before something is typed: topics and popular questions. */
import type { FaqEntry } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import type { FaqSearchElement } from './faq-search.ts';

/** As many as the skeleton keeps room for. */
export const ROWS = 6;

export function renderTopics(host: FaqSearchElement): TemplateResult {
  const { items, context, parts } = host;
  const counts = new Map<string, [name: string, count: number]>();
  for (const { category } of items) {
    if (category) counts.set(category.id, [category.name, (counts.get(category.id)?.[1] ?? 0) + 1]);
  }
  // A single topic says nothing.
  const topics = counts.size > 1 ? [...counts] : [];
  const room = parts.answers?.unfolded ? Infinity : context ? ROWS / 2 : ROWS;
  const isCut = topics.length > room;
  if (isCut) topics.length = room - 1;
  const button = (name: string, count: string, id?: string) => {
    const browse = host.guarded(async () => (await host.need('answers'))?.browse(name, id));
    return html`<li><button part="topic" class="topic" @click=${browse}><span class="clamp">${name}</span> <span class="muted">${count}</span></button></li>`;
  };
  const buttons = topics.map(([id, [name, n]]) => button(name, host.t('answers', { n }), id));
  if (isCut) buttons.push(button(host.t('topics'), ''));

  const worth = ({ contexts, popularity }: FaqEntry) => (popularity ?? 0) + (contexts?.includes(context!) ? 1e12 : 0);
  const popular = [...items].sort((a, b) => worth(b) - worth(a)).slice(0, Math.max(0, ROWS - buttons.length));
  const questions = popular.map((entry) => host.row(entry));
  return html`<ul part="topics" class="list topics" aria-label=${host.t('topics')}>${context ? [questions, buttons] : [buttons, questions]}</ul>`;
}
