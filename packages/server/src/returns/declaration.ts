/** The declaration of withdrawal, in the sense of the model form (Annex I(B) of Directive 2011/83/EU) and in the shopper’s language. */
import type { DateText } from '../database/columns.ts';

interface Words {
  notice: string;
  goods: string;
  all: string;
  order: string;
  ordered: string;
  received: string;
  name: string;
  email: string;
  date: string;
}

const WORDS = {
  en: {
    notice: 'I hereby give notice that I withdraw from my contract of sale of the following goods.',
    goods: 'Goods: ', all: 'the whole order', order: 'Order: ', ordered: 'Ordered on: ', received: 'Received on: ',
    name: 'Name: ', email: 'E-mail: ', date: 'Date: ',
  },
  el: {
    notice: 'Γνωστοποιώ με την παρούσα ότι υπαναχωρώ από τη σύμβασή μου πώλησης των ακόλουθων αγαθών.',
    goods: 'Αγαθά: ', all: 'ολόκληρη η παραγγελία', order: 'Παραγγελία: ', ordered: 'Που παραγγέλθηκαν στις: ', received: 'Που παραλήφθηκαν στις: ',
    name: 'Όνομα: ', email: 'E-mail: ', date: 'Ημερομηνία: ',
  },
  ru: {
    notice: 'Настоящим уведомляю, что отказываюсь от договора купли-продажи следующих товаров.',
    goods: 'Товары: ', all: 'весь заказ', order: 'Заказ: ', ordered: 'Дата заказа: ', received: 'Дата получения: ',
    name: 'Имя: ', email: 'Эл. почта: ', date: 'Дата: ',
  },
  zh: {
    notice: '本人特此通知：本人撤销购买下列商品的买卖合同。',
    goods: '商品：', all: '整笔订单', order: '订单：', ordered: '下单日期：', received: '收货日期：',
    name: '姓名：', email: '电子邮箱：', date: '日期：',
  },
  es: {
    notice: 'Por la presente le comunico que desisto de mi contrato de venta de los siguientes bienes.',
    goods: 'Bienes: ', all: 'el pedido completo', order: 'Pedido: ', ordered: 'Pedido el: ', received: 'Recibido el: ',
    name: 'Nombre: ', email: 'Correo electrónico: ', date: 'Fecha: ',
  },
  de: {
    notice: 'Hiermit widerrufe ich den von mir abgeschlossenen Vertrag über den Kauf der folgenden Waren.',
    goods: 'Waren: ', all: 'die gesamte Bestellung', order: 'Bestellung: ', ordered: 'Bestellt am: ', received: 'Erhalten am: ',
    name: 'Name: ', email: 'E-Mail: ', date: 'Datum: ',
  },
  fr: {
    notice: 'Je vous notifie par la présente ma rétractation du contrat portant sur la vente des biens ci-dessous.',
    goods: 'Biens : ', all: 'la commande entière', order: 'Commande : ', ordered: 'Commandés le : ', received: 'Reçus le : ',
    name: 'Nom : ', email: 'E-mail : ', date: 'Date : ',
  },
  ar: {
    notice: 'أُعلمكم بموجب هذا أنني أعدل عن عقد بيع البضائع التالية.',
    goods: 'البضائع: ', all: 'الطلب كاملًا', order: 'الطلب: ', ordered: 'تاريخ الطلب: ', received: 'تاريخ الاستلام: ',
    name: 'الاسم: ', email: 'البريد الإلكتروني: ', date: 'التاريخ: ',
  },
} as const satisfies Record<string, Words>;

export interface Facts {
  orderNumber: string;
  /** Null for the whole order. */
  items: readonly string[] | null;
  /** Days that only the owner of the order is told. */
  placedOn: DateText | null;
  deliveredOn: DateText | null;
  name: string;
  email: string;
  today: DateText;
}

type Language = keyof typeof WORDS;
const isKnown = (language: string): language is Language => Object.hasOwn(WORDS, language);

/** One fact a line; name and e-mail have lines of their own, so that erasing them leaves the rest. English where there are no words. */
export function writeDeclaration(facts: Facts, locale: string): string {
  const wanted = locale.toLowerCase().split('-')[0]!;
  const language: Language = isKnown(wanted) ? wanted : 'en';
  const words: Words = WORDS[language];
  // The language alone: what comes after it may be anything that a client sent.
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const day = (date: DateText | null) => date && format.format(new Date(date));
  const lines: [label: string, value: string | null][] = [
    [words.order, facts.orderNumber],
    [words.goods, facts.items?.join('; ') ?? words.all],
    [words.ordered, day(facts.placedOn)],
    [words.received, day(facts.deliveredOn)],
    [words.name, facts.name],
    [words.email, facts.email],
    [words.date, day(facts.today)],
  ];
  return [words.notice, ...lines.filter(([, value]) => value !== null).map(([label, value]) => label + value)].join('\n');
}

/** The declaration without who declared it. */
export const withoutPerson = (content: string, { name, email }: { name: string; email: string }): string =>
  content.split('\n').filter((line) => !line.endsWith(name) && !line.endsWith(email)).join('\n');
