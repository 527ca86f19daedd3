import { describe, expect, it } from 'vitest';
import { createFaqIndex } from '../index.ts';
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

describe('German compounds', () => {
  const entries = ['Was kostet eine Rücksendung?', 'Wie hoch sind die Versandkosten?', 'Wann ist geöffnet?'].map((question, i) => ({
    id: `${i}`, question, answer: '', format: 'text' as const,
  }));

  it.each([
    ['Rücksendekosten', '0'],
    ['Retourenkosten', '0'],
    ['Versandgebühren', '1'],
  ])('%s is found by what its parts mean', async (query, id) => {
    expect((await createFaqIndex(entries, { locale: 'de' })).search(query)[0]?.id).toBe(id);
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

  it('has synonyms of words that the language tells apart, each group with several', async () => {
    for (const locale of Object.keys(collections)) {
      const { synonyms } = await loadLanguage(locale);
      const groups = synonyms!.trim().split('\n').map((line) => line.split(','));
      expect(groups.length).toBeGreaterThan(35);
      for (const group of groups) expect(group.every((phrase) => phrase.trim() !== '')).toBe(true);
    }
  });
});
