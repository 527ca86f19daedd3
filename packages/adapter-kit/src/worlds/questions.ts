/** A few questions and answers in three languages. */
import type { FaqEntry } from '@aftercart/contract';

const SHIPPING = { id: 'shipping', name: 'Delivery' };
const RETURNS = { id: 'returns', name: 'Returns' };

export const FAQ = {
  en: [
    { id: 'delivery-time', question: 'How long does delivery take?', answer: 'One to three working days.', format: 'text', category: SHIPPING, keywords: ['shipping'] },
    { id: 'refund-time', question: 'When do I get my refund?', answer: '<p>Within <b>five</b> days.</p>', format: 'html', category: RETURNS },
    { id: 'return-how', question: 'How do I send something back?', answer: 'With the label in the box.', format: 'text', category: RETURNS },
  ],
  de: [
    { id: 'delivery-time', question: 'Wie lange dauert die Lieferung?', answer: 'Ein bis drei Werktage.', format: 'text', category: { id: 'shipping', name: 'Lieferung' } },
    { id: 'refund-time', question: 'Wann kommt mein Geld zurück?', answer: '<p>In <b>fünf</b> Tagen.</p>', format: 'html', category: { id: 'returns', name: 'Rückgabe' } },
  ],
  el: [
    { id: 'delivery-time', question: 'Πόσο διαρκεί η παράδοση;', answer: 'Μία έως τρεις εργάσιμες ημέρες.', format: 'text', category: { id: 'shipping', name: 'Αποστολή' } },
  ],
} satisfies Record<string, FaqEntry[]>;
