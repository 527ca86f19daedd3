/** A few questions and answers in four scripts. */
import type { EntryIn } from '../entry.ts';

const entry = (id: string, question: string, answer: string, more: Partial<EntryIn> = {}): EntryIn => ({ id, question, answer, ...more });

export const QUESTIONS: Record<'en' | 'el' | 'ru' | 'zh', EntryIn[]> = {
  en: [
    entry('refund', 'When do I get my refund?', '<p>Within five days of your <b>return</b>.</p>', { format: 'html', category: { id: 'returns', name: 'Returns' }, popularity: 50 }),
    entry('delivery', 'How long does delivery take?', 'Two to four working days.', { category: { id: 'shipping', name: 'Delivery' }, keywords: ['shipping', 'courier'], contexts: ['cart'] }),
    entry('password', 'I forgot my password', 'Ask for a new one on the sign-in page.', { category: { id: 'account', name: 'Account' }, url: 'https://shop.example/help/password' }),
  ],
  el: [
    entry('refund', 'Πότε θα επιστραφούν τα χρήματά μου;', 'Μέσα σε πέντε ημέρες από την επιστροφή.', { category: { id: 'returns', name: 'Επιστροφές' } }),
    entry('delivery', 'Πόσο διαρκεί η παράδοση;', 'Δύο έως τέσσερις εργάσιμες ημέρες.', { category: { id: 'shipping', name: 'Αποστολή' } }),
    entry('password', 'Ξέχασα τον κωδικό μου', 'Ζητήστε νέο στη σελίδα σύνδεσης.'),
  ],
  ru: [
    entry('refund', 'Когда вернут деньги?', 'В течение пяти дней после возврата.', { category: { id: 'returns', name: 'Возврат' } }),
    entry('delivery', 'Сколько идёт доставка?', 'От двух до четырёх рабочих дней.'),
    entry('password', 'Я забыл пароль', 'Запросите новый на странице входа.'),
  ],
  zh: [
    entry('refund', '什么时候可以收到退款？', '退货后五天内。', { category: { id: 'returns', name: '退货' } }),
    entry('delivery', '配送需要多久？', '两到四个工作日。'),
    entry('password', '我忘记了密码', '请在登录页面申请新密码。'),
  ],
};
