/** Questions and answers: the languages, the entries of one, and the form of one entry. */
import type { FaqEntry } from '@aftercart/contract';
import { html } from 'hono/html';
import { v7 as uuid } from 'uuid';
import { Refusal, type MerchantApi } from './api.ts';
import { layout, type Html, type Notice } from './layout.ts';

const MOST = 500;
const entriesPath = (locale: string) => `/faq/locales/${encodeURIComponent(locale)}/entries`;
const entryPath = (locale: string, id: string) => `${entriesPath(locale)}/${encodeURIComponent(id)}`;

/** What the form holds: text, as it was typed. */
export interface EntryForm {
  question: string;
  answer: string;
  format: string;
  categoryId: string;
  categoryName: string;
  keywords: string;
  url: string;
}

const EMPTY: EntryForm = { question: '', answer: '', format: 'text', categoryId: '', categoryName: '', keywords: '', url: '' };

const formOf = ({ question, answer, format, category, keywords, url }: FaqEntry): EntryForm => ({
  question, answer, format,
  categoryId: category?.id ?? '',
  categoryName: category?.name ?? '',
  keywords: keywords?.join(', ') ?? '',
  url: url ?? '',
});

export async function faqPage(api: MerchantApi, wanted: string | undefined, notice?: Notice): Promise<Html> {
  const locales = (await api.get<{ items: { locale: string; size: number; isDefault: boolean }[] }>('/faq/locales')).items;
  const locale = wanted ?? locales.find(({ isDefault }) => isDefault)?.locale ?? locales[0]?.locale ?? 'en';
  const { items, nextCursor } = await api.get<{ items: FaqEntry[]; nextCursor: string | null }>(`${entriesPath(locale)}?limit=${MOST}`);
  const row = ({ id, question, category }: FaqEntry) => html`<tr>
    <td lang="${locale}"><a href="/merchant/faq/${locale}/${encodeURIComponent(id)}">${question}</a></td>
    <td lang="${locale}">${category?.name ?? ''}</td>
  </tr>`;
  return layout({
    place: 'faq', title: 'FAQ', lead: 'What shoppers can find by themselves.', notice,
    body: html`<form class="row card" method="get" action="/merchant/faq">
        <div class="grow">
          <label for="locale">Language (BCP 47)</label>
          <input id="locale" name="locale" value="${locale}" list="locales" required>
          <datalist id="locales">${locales.map((each) => html`<option value="${each.locale}">${each.size}</option>`)}</datalist>
        </div>
        <button class="quiet">Show</button>
      </form>
      <p><a href="/merchant/faq/${locale}/new">Write a new entry</a></p>
      ${items.length > 0
        ? html`<div class="scroll"><table><thead><tr><th>Question</th><th>Category</th></tr></thead><tbody>${items.map(row)}</tbody></table></div>`
        : html`<p class="card empty">There is no entry in ${locale} yet.</p>`}
      ${nextCursor ? html`<p class="hint">The first ${MOST} are shown; the merchant API has all.</p>` : ''}`,
  });
}

const showForm = (locale: string, id: string | undefined, form: EntryForm, notice?: Notice): Html => {
  const field = (name: keyof EntryForm, label: string, hint = '') => html`<label for="${name}">${label}</label>
    <input id="${name}" name="${name}" value="${form[name]}" ${name === 'question' ? html`required` : ''}>
    ${hint ? html`<p class="hint">${hint}</p>` : ''}`;
  return layout({
    place: 'faq', title: id ? 'Change an entry' : 'A new entry', lead: `In ${locale}.`, notice,
    body: html`<form method="post" action="/merchant/faq/${locale}/${id ? encodeURIComponent(id) : 'new'}">
        ${field('question', 'Question')}
        <label for="answer">Answer</label>
        <textarea id="answer" name="answer" required>${form.answer}</textarea>
        <label for="format">Format of the answer</label>
        <select id="format" name="format">
          ${[['text', 'Text'], ['html', 'HTML, which the page sanitises']].map(([value, name]) => html`<option value="${value}" ${value === form.format ? html`selected` : ''}>${name}</option>`)}
        </select>
        ${field('keywords', 'Other words for it', 'With commas between them.')}
        <div class="row"><div class="grow">${field('categoryId', 'Category id')}</div><div class="grow">${field('categoryName', 'Category name')}</div></div>
        ${field('url', 'Page with the same answer')}
        <button>Save</button> <a href="/merchant/faq?locale=${locale}">Back</a>
      </form>
      ${id ? html`<form method="post" action="/merchant/faq/${locale}/${encodeURIComponent(id)}/delete"><button class="danger">Delete this entry</button></form>` : ''}`,
  });
};

export const newEntryPage = (locale: string, question = ''): Html => showForm(locale, undefined, { ...EMPTY, question });

export const entryPage = async (api: MerchantApi, locale: string, id: string): Promise<Html> => showForm(locale, id, formOf(await api.get<FaqEntry>(entryPath(locale, id))));

/** Saves an entry, a new one under a new id. What could not be saved is shown as it was typed. */
export async function saveEntry(api: MerchantApi, locale: string, id: string | undefined, typed: Partial<EntryForm>): Promise<Html> {
  const form = { ...EMPTY, ...typed };
  const hasCategory = form.categoryId !== '' || form.categoryName !== '';
  const keywords = form.keywords.split(',').map((word) => word.trim()).filter(Boolean);
  try {
    const known = id === undefined ? {} : await api.get<FaqEntry>(entryPath(locale, id));
    // What the form does not show stays as it is.
    const { popularity = null, contexts = null } = known as Partial<FaqEntry>;
    await api.send('PUT', entryPath(locale, id ?? uuid()), {
      question: form.question, answer: form.answer, format: form.format, keywords, popularity, contexts,
      category: hasCategory ? { id: form.categoryId || form.categoryName, name: form.categoryName || form.categoryId } : null,
      url: form.url || null,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showForm(locale, id, form, { kind: 'problem', text: 'This was not saved.', details: error.problem.errors?.map(({ path, detail }) => `${path}: ${detail}`) ?? [error.message] });
  }
  return faqPage(api, locale, { kind: 'done', text: 'Saved.' });
}

export async function deleteEntry(api: MerchantApi, locale: string, id: string): Promise<Html> {
  await api.send('DELETE', entryPath(locale, id));
  return faqPage(api, locale, { kind: 'done', text: 'Deleted.' });
}
