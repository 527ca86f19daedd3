import { FaqEntries } from '@aftercart/contract/schemas';
import { describe, expect, it } from 'vitest';
import type { FaqOptions } from './index.ts';
import { richTextHtml } from './rich-text.ts';
import { adapterOf, openNorthpine, type Northpine } from './test/northpine.ts';
import type { MetaobjectFact } from './test/shop.ts';

type Fields = MetaobjectFact['fields'][string];
const text = (value: string, type = 'multi_line_text_field') => ({ type, value });
const question = (handle: string, fields: Fields, translations: Record<string, Fields> = {}): MetaobjectFact => ({ type: 'faq', handle, updatedAt: '2026-11-01T10:00:00Z', fields: { EN: fields, ...translations } });
const shopWith = (...metaobjects: MetaobjectFact[]): Northpine => {
  const shop = openNorthpine();
  shop.host.shop.metaobjects = metaobjects;
  return shop;
};
const ask = async (shop: Northpine, input: { category?: string } = {}, options: Partial<FaqOptions> = {}, locale = 'en') =>
  FaqEntries.parse(await adapterOf(shop, { faq: { type: 'faq', ...options } }).faq!.entries!(input, { ...shop.guest, locale })).items;

const refund = question('refund', { question: text('When is my refund here?'), answer: text('In five days.\nAt most.') }, { EL: { question: text('Πότε;'), answer: text('Σε πέντε ημέρες.') } });

describe('an entry', () => {
  it('is a metaobject with a question and an answer', async () => {
    expect(await ask(shopWith(refund))).toEqual([
      { id: 'refund', question: 'When is my refund here?', answer: 'In five days.\nAt most.', format: 'text', category: null, keywords: [], url: null, updatedAt: '2026-11-01T10:00:00Z' },
    ]);
  });

  it('is in the page’s language where it is translated', async () => {
    const shop = shopWith(refund, question('label', { question: text('Label?'), answer: text('In the box.') }));
    expect((await ask(shop, {}, {}, 'el-CY')).map((entry) => entry.question)).toEqual(['Πότε;', 'Label?']);
    expect((await ask(shop, {}, {}, 'tlh')).map((entry) => entry.question)).toEqual(['When is my refund here?', 'Label?']);
  });

  it('without both is not finished, and another type is none', async () => {
    const other = { ...refund, type: 'size_chart' };
    expect(await ask(shopWith(question('a', { question: text('A?') }), question('b', { answer: text('B.') }), question('c', { question: text(''), answer: text('C.') }), other))).toEqual([]);
  });

  it('has its hostile words unchanged', async () => {
    const hostile = '<script>alert(1)</script> \u202Egnp {{x}}';
    expect(await ask(shopWith(question('h', { question: text(hostile), answer: text(hostile) })))).toMatchObject([{ question: hostile, answer: hostile, format: 'text' }]);
  });

  it('may have a category of its own, or only its name', async () => {
    const returns: MetaobjectFact = { type: 'category', handle: 'returns', updatedAt: '', fields: { EN: { name: text('Returns') } } };
    const bare: MetaobjectFact = { ...returns, handle: 'bare', fields: {} };
    const with_ = (handle: string, category: Fields[string]) => question(handle, { question: text('?'), answer: text('.'), category });
    const shop = shopWith(
      with_('a', { ...text('gid', 'metaobject_reference'), reference: returns }), with_('b', text('Delivery')), with_('c', { ...text('gid', 'metaobject_reference'), reference: bare }),
    );
    expect((await ask(shop)).map(({ category }) => category)).toEqual([{ id: 'returns', name: 'Returns' }, { id: 'Delivery', name: 'Delivery' }, { id: 'bare', name: 'bare' }]);
    expect((await ask(shop, { category: 'returns' })).map(({ id }) => id)).toEqual(['a']);
    expect(await ask(shop, { category: 'nothing' })).toEqual([]);
  });

  it('may have keywords, as a list or as a text', async () => {
    const keywords = async (value: Fields[string]) => (await ask(shopWith(question('k', { question: text('?'), answer: text('.'), keywords: value }))))[0]!.keywords;
    expect(await keywords(text('["money back","refund"]', 'list.single_line_text_field'))).toEqual(['money back', 'refund']);
    expect(await keywords(text('refund'))).toEqual(['refund']);
    expect(await keywords(text('["broken'))).toEqual(['["broken']);
  });

  it('may have its words in fields of other names', async () => {
    const shop = shopWith(question('k', { q: text('Q?'), a: text('A.') }));
    expect(await ask(shop, {}, { keys: { question: 'q', answer: 'a' } })).toMatchObject([{ question: 'Q?', answer: 'A.' }]);
  });
});

it('all entries come, page by page', async () => {
  const shop = shopWith(...Array.from({ length: 620 }, (_, index) => question(`q${index}`, { question: text(`Question ${index}?`), answer: text('.') })));
  expect(new Set((await ask(shop)).map(({ id }) => id)).size).toBe(620);
  expect(shop.host.asked).toHaveLength(3);
});

describe('rich text', () => {
  const node = (type: string, more: object = {}, ...children: object[]) => ({ type, ...more, children });
  const words = (value: string, more: object = {}) => ({ type: 'text', value, ...more });
  const root = (...children: object[]) => JSON.stringify(node('root', {}, ...children));

  it.each([
    [root(node('paragraph', {}, words('Within '), words('five', { bold: true }), words(' days', { italic: true }))), '<p>Within <strong>five</strong><em> days</em></p>'],
    [root(node('heading', { level: 3 }, words('How'))), '<h3>How</h3>'],
    [root(node('heading', { level: 99 }, words('How'))), '<h6>How</h6>'],
    [root(node('list', { listType: 'ordered' }, node('list-item', {}, words('One')))), '<ol><li>One</li></ol>'],
    [root(node('list', { listType: 'unordered' }, node('list-item', {}, words('One')))), '<ul><li>One</li></ul>'],
    [root(node('paragraph', {}, node('link', { url: 'https://a.example/?b=1&c="' }, words('here')))), '<p><a href="https://a.example/?b=1&amp;c=&quot;">here</a></p>'],
    [root(node('paragraph', {}, words('<script>alert(1)</script>\nnext'))), '<p>&lt;script&gt;alert(1)&lt;/script&gt;<br>next</p>'],
    [root(node('of-tomorrow', {}, words('still here'))), 'still here'],
    ['no JSON <b>', 'no JSON &lt;b&gt;'],
    ['null', 'null'],
  ])('%s', (json, html) => expect(richTextHtml(json)).toBe(html));

  it('is an answer that says so', async () => {
    const shop = shopWith(question('r', { question: text('?'), answer: text(root(node('paragraph', {}, words('Yes.'))), 'rich_text_field') }));
    expect(await ask(shop)).toMatchObject([{ answer: '<p>Yes.</p>', format: 'html' }]);
  });
});

it('contact is what the shop says of itself', async () => {
  const shop = openNorthpine();
  const contact = (locale: string) => ({ channels: [{ kind: 'email' as const, label: locale, url: 'mailto:help@northpine.example' }] });
  const { faq } = adapterOf(shop, { faq: { type: 'faq', contact } });
  expect(await faq!.contact!({}, { ...shop.guest, locale: 'el' })).toMatchObject({ channels: [{ label: 'el' }] });
  expect(adapterOf(shop, { faq: { type: 'faq' } }).faq).not.toHaveProperty('contact');
});
