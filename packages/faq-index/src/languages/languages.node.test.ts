import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createFaqIndex, tokenize } from '../index.ts';
import { collections, entriesOf } from '../test/collection.ts';
import { loadLanguage } from './load.ts';

describe.each(Object.entries(collections))('a shop’s answers in %s', (locale, collection) => {
  it.each(collection.queries)('%s: %s → %s', async (_kind, query, id) => {
    const index = await createFaqIndex(entriesOf(collection), { locale });
    const found = index.search(query).map((hit) => hit.id);
    expect(found.slice(0, 3)).toContain(id);
  });

  it('has the right answer first nearly always', async () => {
    const index = await createFaqIndex(entriesOf(collection), { locale });
    const first = collection.queries.filter(([, query, id]) => index.search(query)[0]?.id === id);
    expect(first.length / collection.queries.length).toBeGreaterThanOrEqual(0.9);
  });

  it('finds each question by its own words, shouted and without accents', async () => {
    const index = await createFaqIndex(entriesOf(collection), { locale });
    for (const [id, [question]] of Object.entries(collection.entries)) {
      expect(index.search(question)[0]?.id).toBe(id);
      expect(index.search(question.toUpperCase())[0]?.id).toBe(id);
      expect(index.search(question.normalize('NFD').replace(/(?<=[\p{sc=Latin}\p{sc=Greek}])\p{M}/gu, ''))[0]?.id).toBe(id);
    }
  });
});

it.each(Object.keys(collections))('the synonyms of %s fit into their 2 kB', async (locale) => {
  const { synonyms = '' } = await loadLanguage(locale);
  expect(synonyms).not.toBe('');
  expect(gzipSync(synonyms, { level: 9 }).length).toBeLessThanOrEqual(2000);
});

describe('keys', () => {
  const shared = async (locale: string, ...words: string[]) => {
    const { key } = await loadLanguage(locale);
    return new Set(words.map((word) => key!(word))).size === 1;
  };
  it.each([
    ['en', 'return', 'returns', 'returned', 'returning'],
    ['en', 'delivery', 'deliver', 'delivered', 'deliveries'],
    ['en', 'pay', 'paid', 'payment', 'payments'],
    ['en', 'cancel', 'cancelled', 'cancellation', 'canceling'],
    ['el', 'επιστροφη', 'επιστροφεσ', 'επιστροφων', 'epistrofi', 'epistrofes'],
    ['el', 'πληρωνω', 'πληρωσω', 'πληρωμη', 'πληρωμεσ', 'pliromi'],
    ['el', 'ακυρωση', 'ακυρωσεισ', 'ακυρωνω', 'ακυρωθει', 'akirosi', 'akurwsh'],
    ['ru', 'возврат', 'возврата', 'возвраты', 'возвратов', 'vozvrat'],
    ['ru', 'посылка', 'посылки', 'посылку', 'посылками', 'posylka'],
    ['ru', 'отменить', 'отменили', 'отмените', 'отмена', 'otmenit'],
    ['de', 'lieferung', 'liefern', 'geliefert', 'lieferungen'],
    ['de', 'großen'.replace('ß', 'ss'), 'grosse', 'groessen'],
    ['de', 'zuruckgeschickt', 'zuruckschicken'],
    ['de', 'umtausch', 'umtauschen', 'umgetauscht', 'umzutauschen'],
    ['de', 'ruckgabe', 'zuruckgeben', 'zuruckgegeben', 'zurueckzugeben'],
    ['de', 'versand', 'versenden', 'versandt', 'versendet'],
    ['de', 'ankommen', 'angekommen', 'ankam'],
    ['de', 'umzug', 'umziehen', 'umgezogen'],
    ['de', 'empfehlung', 'empfohlen', 'empfiehlt'],
    ['de', 'reklamation', 'reklamieren', 'reklamiert'],
    ['de', 'reissen', 'gerissen', 'riss'],
    ['de', 'angebot', 'angebote', 'angeboten'],
    ['fr', 'rembourser', 'remboursement', 'rembourse', 'remboursee', 'remboursements'],
    ['fr', 'payer', 'paiement', 'payement', 'payez'],
    ['fr', 'livrer', 'livraison', 'livraisons', 'livre'],
    ['es', 'reembolso', 'reembolsar', 'reembolsado', 'reembolsos'],
    ['es', 'entrega', 'entregas', 'entregar', 'entregado'],
    ['ar', 'فاتوره', 'الفاتوره', 'فاتورتي', 'والفاتوره', 'بالفاتوره'],
    ['ar', 'طلب', 'الطلب', 'طلبات', 'طلبي', 'طلبها'],
    ['zh', '退貨', '退货'],
    ['zh', '發票', '发票'],
  ])('%s: %s', async (locale, ...words) => expect(await shared(locale, ...words)).toBe(true));

  it.each([
    ['en', 'return', 'retail'],
    ['en', 'order', 'border'],
    ['el', 'παραδοση', 'παραγγελια'],
    ['ru', 'заказ', 'закон'],
    ['de', 'rechnung', 'recht'],
    ['fr', 'commande', 'comment'],
    ['es', 'pago', 'pagina'],
    ['ar', 'شحن', 'شحذ'],
    ['zh', '退货', '退款'],
  ])('%s keeps %s and %s apart', async (locale, ...words) => expect(await shared(locale, ...words)).toBe(false));

  it('gives every word of every language a key, in linear time', async () => {
    for (const locale of Object.keys(collections)) {
      const { key } = await loadLanguage(locale);
      for (const word of ['', 'a', 'й', '退', 'ss', '1', 'x'.repeat(40), 'αι'.repeat(20), 'ge'.repeat(20), 'يه'.repeat(20)]) {
        expect(typeof key!(word)).toBe('string');
      }
    }
  });
});

describe('German', () => {
  const index = (questions: string[]) =>
    createFaqIndex(questions.map((question, i) => ({ id: `${i}`, question, answer: '', format: 'text' as const })), { locale: 'de' });
  const first = async (query: string, questions: string[]) => (await index(questions)).search(query)[0]?.id;
  const costs = ['Was kostet eine Rücksendung?', 'Wie hoch sind die Versandkosten?', 'Wann ist geöffnet?'];

  it.each([
    ['Rücksendekosten', '0'],
    ['Retourenkosten', '0'],
    ['Versandgebühren', '1'],
    ['Lieferkosten', '1'],
  ])('%s is found by what its parts mean', async (query, id) => expect(await first(query, costs)).toBe(id));

  const mixed = ['Wie melde ich mich vom Newsletter ab?', 'Wie melde ich mich im Konto an?', 'Wie erreiche ich Sie?', 'Artikel einlagern'];
  it.each([
    ['abmelden', '0'],
    ['ich trage mich aus', '0'],
    ['Login', '1'],
    ['wie logge ich mich ein', '1'],
    ['wann kann ich bei euch anrufen', '2'],
  ])('%s: a verb belongs to its prefix, wherever that stands', async (query, id) => expect(await first(query, mixed)).toBe(id));

  it.each([
    ['Kundenkarte', 'Wie zahle ich mit Karte?', 'Wo sehe ich meine Treuepunkte?'],
    ['Rücknahme', 'Wie nehme ich Punkte an?', 'Wie schicke ich etwas zurück?'],
  ])('%s means what the whole word does, not its parts', async (query, wrong, right) => expect(await first(query, [wrong, right])).toBe('1'));
});

describe('what every shop is asked', () => {
  it.each([
    ['en', 'expiry date', 'How long are my points valid?'],
    ['de', 'Wann läuft das ab', 'Wie lange sind Punkte gültig?'],
    ['fr', 'expiration', 'Combien de temps mes points sont-ils valables ?'],
    ['es', 'caducidad', '¿Cuándo vencen mis puntos?'],
    ['el', 'λήξη', 'Μέχρι πότε ισχύουν οι πόντοι;'],
    ['ru', 'когда истекает', 'Сколько действуют баллы?'],
    ['zh', '有效期', '积分什么时候过期？'],
    ['ar', 'انتهاء', 'ما صلاحية النقاط؟'],
  ])('%s: %s', async (locale, query, question) => {
    const index = await createFaqIndex([{ id: 'expiry', question, answer: '', format: 'text' }], { locale });
    expect(index.search(query)[0]?.id).toBe('expiry');
  });
});

describe('loadLanguage', () => {
  it('knows a language by any of its tags, and has no rules for others', async () => {
    expect(await loadLanguage('de-AT')).toBe(await loadLanguage('DE'));
    expect(await loadLanguage('zh_Hant_TW')).toBe(await loadLanguage('zh'));
    expect(await loadLanguage('tlh')).toEqual({});
    expect(await loadLanguage('')).toEqual({});
    expect(await loadLanguage('constructor')).toEqual({});
  });

  it('has stop words as they are once they are folded', async () => {
    for (const locale of Object.keys(collections)) {
      const { stopWords = '' } = await loadLanguage(locale);
      expect(tokenize(stopWords).map(({ term }) => term)).toEqual(stopWords.split(' '));
    }
  });

  it('has synonyms of words that the language tells apart, each group with several', async () => {
    for (const locale of Object.keys(collections)) {
      const { synonyms } = await loadLanguage(locale);
      const groups = synonyms!.trim().split('\n').map((line) => line.split(','));
      expect(groups.length).toBeGreaterThan(35);
      for (const group of groups) expect(group.every((phrase) => phrase.trim() !== '')).toBe(true);
    }
  });
});
