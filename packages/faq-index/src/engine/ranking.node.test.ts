import { describe, expect, it } from 'vitest';
import { createFaqIndex, type FaqIndex } from '../index.ts';
import type { FaqEntry } from '../types.ts';

const entry = (id: string, question: string, answer = '', more: Partial<FaqEntry> = {}): FaqEntry => ({
  id, question, answer, format: 'text', ...more,
});
/** Entries about nothing, so that words are as rare as in a real list. */
const others = ['Opening hours on Sundays', 'Colours of our bags', 'Care of leather', 'Our roastery', 'A map of all stores', 'Jobs']
  .map((question, i) => entry(`other-${i}`, question, 'Nothing to see here.'));

const indexOf = (entries: FaqEntry[], locale = 'en', synonyms?: string[][]): Promise<FaqIndex> =>
  createFaqIndex([...entries, ...others], { locale, synonyms });
const idsFor = async (query: string, entries: FaqEntry[], locale?: string) =>
  (await indexOf(entries, locale)).search(query).map(({ id }) => id);

describe('ranking', () => {
  it('puts the question over the answer', async () => {
    expect(await idsFor('warranty', [entry('answer', 'What about shoes?', 'They have a warranty.'), entry('question', 'Is there a warranty?', 'Yes.')]))
      .toEqual(['question', 'answer']);
  });

  it('puts the exact word over its inflection, that over an unfinished word, and that over a typing error', async () => {
    const entries = [entry('begun', 'Parcelforce depots'), entry('inflected', 'Lost parcels'), entry('exact', 'Lost parcel')];
    expect(await idsFor('parcel', entries)).toEqual(['exact', 'inflected', 'begun']);
    const index = await indexOf([entry('right', 'Lost parcel'), entry('wrong', 'Lost parsel')]);
    expect(index.search('parcel')[0]?.id).toBe('right');
  });

  it('puts all words over some, and a rare word over a common one', async () => {
    expect((await idsFor('gift receipt', [entry('one', 'Gift gift gift'), entry('both', 'A receipt for a gift')]))[0]).toBe('both');
    const common = [1, 2, 3, 4].map((n) => entry(`common-${n}`, `Shoes number ${n}`));
    expect((await idsFor('shoes laces', [...common, entry('rare', 'Where are the laces?')]))[0]).toBe('rare');
  });

  it('puts the very accents over folded ones', async () => {
    const entries = [entry('ou', 'Retour ou échange'), entry('où', 'Retour où échange')];
    expect((await idsFor('où', entries, 'it'))[0]).toBe('où');
    expect((await idsFor('ou', entries, 'it'))[0]).toBe('ou');
  });

  it('lifts what is popular and what fits the page, but not over a better match', async () => {
    const entries = [entry('a', 'Delivery by bike'), entry('b', 'Delivery by boat', '', { popularity: 900, contexts: ['cart'] })];
    expect(await idsFor('delivery', entries)).toEqual(['b', 'a']);
    const index = await indexOf([entry('a', 'Delivery by bike'), entry('b', 'Delivery by boat', '', { contexts: ['cart'] })]);
    expect(index.search('delivery', { context: 'cart' })[0]?.id).toBe('b');
    expect(index.search('delivery bike', { context: 'cart' })[0]?.id).toBe('a');
  });

  it('searches keywords and categories', async () => {
    const entries = [entry('a', 'Sending things back', '', { keywords: ['RMA'] }), entry('b', 'Paying', '', { category: { id: 'c', name: 'Money' } })];
    expect(await idsFor('rma', entries)).toEqual(['a']);
    expect((await idsFor('money', entries))[0]).toBe('b');
  });

  it('searches the words of an HTML answer, not its markup', async () => {
    const entries = [entry('a', 'Care', '<p class="strong">Wash&nbsp;cold</p>', { format: 'html' })];
    expect(await idsFor('wash', entries)).toEqual(['a']);
    expect(await idsFor('strong', entries)).toEqual([]);
  });
});

describe('typing errors', () => {
  it('allows one from four letters and two from eight', async () => {
    const entries = [entry('a', 'Size'), entry('b', 'Personalisation')];
    expect(await idsFor('sise', entries)).toEqual(['a']);
    expect(await idsFor('sis', entries)).toEqual([]);
    expect(await idsFor('sjze', entries)).toEqual(['a']);
    expect(await idsFor('sjje', entries)).toEqual([]);
    expect(await idsFor('presonalisatoin', entries)).toEqual(['b']);
    expect(await idsFor('prsonalizatoin', entries)).toEqual([]);
  });

  it('never bends numbers and codes', async () => {
    const entries = [entry('a', 'Article 12345'), entry('b', 'Code SAVE20NOW')];
    expect(await idsFor('12345', entries)).toEqual(['a']);
    expect(await idsFor('12354', entries)).toEqual([]);
    expect(await idsFor('SAVE25NOW', entries)).toEqual([]);
    expect(await idsFor('save20', entries)).toEqual(['b']);
  });

  it('finds an unfinished word with an error in it', async () => {
    expect(await idsFor('perosnal', [entry('a', 'Personalisation')])).toEqual(['a']);
  });

  it('finds a word written together or apart', async () => {
    expect(await idsFor('giftcard', [entry('a', 'Gift card')])).toEqual(['a']);
    expect(await idsFor('leder', [entry('a', 'Lederpflege'), entry('b', 'Leder')], 'de')).toEqual(['b', 'a']);
    expect(await idsFor('pflege', [entry('a', 'Lederpflege')], 'de')).toEqual(['a']);
  });
});

describe('what is not found', () => {
  it('is nothing, rather than whatever has a stop word in common', async () => {
    const entries = [entry('a', 'How do I do it?')];
    expect(await idsFor('how do i zzzzz', entries)).toEqual([]);
    expect(await idsFor('how do i', entries)).toEqual(['a']);
    for (const query of ['', ' ', '?!', '😀', '\ud800']) expect(await idsFor(query, entries)).toEqual([]);
  });

  it('knows the stop words of a language as they are written', async () => {
    expect(await idsFor('της αλλαγης', [entry('a', 'Η ώρα της Αθήνας')], 'el')).toEqual([]);
    expect(await idsFor('متى الزرافة', [entry('a', 'متى نفتح؟')], 'ar')).toEqual([]);
  });

  it.each([
    ['zh', '包裹在哪里', '我的包裹到哪儿了？', '在哪里可以找到发票？'],
    ['zh', '什么时候发货', '多久发货？', '什么时候能收到退款？'],
    ['el', 'pote tha ertei to dema', 'Πού είναι το δέμα μου;', 'Πότε παίρνω πίσω τα χρήματά μου;'],
    ['el', 'pou einai i timologisi', 'Πώς παίρνω τιμολόγιο;', 'Πού είναι το κατάστημά σας;'],
    ['ru', 'gde moy zakaz', 'Как отследить заказ?', 'Где моя скидка?'],
  ])('%s: in “%s” what is asked about decides, not how', async (locale, query, right, wrong) => {
    expect((await idsFor(query, [entry('wrong', wrong), entry('right', right)], locale))[0]).toBe('right');
  });

  it('drops a word that no entry knows', async () => {
    expect(await idsFor('zzzzz leather', [])).toEqual(['other-2']);
  });

  it('leaves out entries that only have one common word', async () => {
    const many = [1, 2, 3, 4, 5, 6].map((n) => entry(`n${n}`, `Number ${n}`, 'Tell us about the order, please.'));
    expect(await idsFor('order a roastery visit', many)).toEqual(['other-3']);
  });
});

describe('synonyms of the shop', () => {
  const entries = [entry('a', 'How does the wishlist work?'), entry('b', 'Where is the fitting room?', 'Upstairs')];

  it('work both ways, as phrases and in every inflection', async () => {
    const index = await indexOf(entries, 'en', [['wishlist', 'save for later', 'favourite'], ['fitting room', 'changing cubicle']]);
    expect(index.search('favourites')[0]?.id).toBe('a');
    expect(index.search('saving it for later')[0]?.id).toBe('a');
    expect(index.search('changing cubicles')[0]?.id).toBe('b');
  });

  it.each([
    ['en', 'refnud', 'How do I get my money back?'],
    ['en', 'instalmnet', 'Can I pay with Klarna?'],
    ['de', 'Gutschien', 'Warum gilt mein Rabattcode nicht?'],
    ['de', 'Hotlien', 'Wie erreiche ich Sie?'],
    ['el', 'αντικταβολή', 'Πληρώνω με μετρητά;'],
    ['fr', 'rembuorsement', 'Je veux mon argent'],
    ['es', 'contrasenya', '¿Cómo inicio sesión? Iniciar sesión'],
    ['ru', 'промокот', 'Как получить скидку?'],
    ['ar', 'كوبوون', 'كيف احصل على خصم'],
  ])('are known by a misspelling, too: %s, %s', async (locale, query, question) => {
    expect(await idsFor(query, [entry('meant', question)], locale)).toEqual(['meant']);
  });

  it('are known by their beginning, unless the entries have a word that begins so', async () => {
    expect(await idsFor('refu', [entry('money', 'How do I get my money back?')])).toEqual(['money']);
    expect(await idsFor('refu', [entry('money', 'How do I get my money back?'), entry('refuse', 'Where does refuse go?')])).toEqual(['refuse']);
  });

  it('are no typing errors where there is an entry of the kind', async () => {
    const entries = [entry('money', 'How do I get my money back?'), entry('refond', 'What is a refond?')];
    expect(await idsFor('refund', entries)).toEqual(['money']);
    expect(await idsFor('refund', entries.slice(1))).toEqual(['refond']);
  });

  it('survive nonsense', async () => {
    const index = await indexOf(entries, 'en', [[], [''], ['?'], ['a'.repeat(500), 'wishlist'], ['the the the the the']]);
    expect(index.search('wishlist')[0]?.id).toBe('a');
    expect(index.search('the the the the the')).toBeDefined();
  });
});
