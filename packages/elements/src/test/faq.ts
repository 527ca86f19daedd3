/** A shop with a few answers, and what the tests of the FAQ search do with it. */
import type { Adapter, ContactInfo, FaqEntry } from '@aftercart/contract';
import '../faq-search/define.ts';
import type { FaqSearchElement } from '../faq-search/faq-search.ts';
import { inState, mount, type MountOptions } from './mount.ts';
import { waitUntil } from './testing.ts';

export const TAG = 'aftercart-faq-search';
const delivery = { id: 'delivery', name: 'Delivery' };
const returns = { id: 'returns', name: 'Returns' };

export const items: FaqEntry[] = [
  { id: 'time', question: 'How long does delivery take?', answer: 'Two to four days.', format: 'text', category: delivery, popularity: 5 },
  { id: 'cost', question: 'What does delivery cost?', answer: 'It is free.', format: 'text', category: delivery, popularity: 9, contexts: ['cart'], url: '/delivery' },
  { id: 'refund', question: 'When do I get my refund?', answer: 'Within\nten days.', format: 'text', category: returns, popularity: 7 },
  { id: 'evil/1 %', question: '<img src=x onerror=alert(1)>', answer: '<img src=x onerror=alert(1)>', format: 'text', category: returns, url: 'javascript:alert(1)' },
  { id: 'rich', question: 'How do I wash merino?', answer: '<p onclick="alert(1)">Wash <b>cold</b>.</p><script>alert(1)</script><a href="javascript:alert(1)">x</a><a href="/care">Care</a>', format: 'html', category: returns },
];
const contact: ContactInfo = {
  channels: [
    { kind: 'email', label: 'help@shop.example', url: 'mailto:help@shop.example?subject={query}', replyMinutes: 240 },
    { kind: 'chat', label: null, url: '/chat?q={query}', openingHours: [{ days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'], opens: '00:00', closes: '00:00' }], replyMinutes: 3 },
    { kind: 'phone', label: '+30 210 0000', url: 'tel:+302100000', openingHours: [{ days: ['Monday'], opens: '09:00', closes: '17:00' }] },
    { kind: 'other', label: 'Evil', url: 'javascript:alert(1)' },
  ],
  timeZone: 'Europe/Athens',
};
export const faq = {
  entries: async () => ({ items }),
  contact: async () => contact,
  vote: async () => ({ recorded: true }),
};
export const working: Adapter = { id: 'test', faq };

export const open = async (over: Record<string, unknown> = {}, attributes = '', options: MountOptions = {}) => {
  const mounted = await mount<FaqSearchElement>(TAG, { id: 'test', faq: { ...faq, ...over } }, { attributes, ...options });
  await inState(mounted.element, 'ready');
  return mounted;
};
export type Opened = Awaited<ReturnType<typeof open>>;

export const type = async ({ element, $ }: Opened, query: string) => {
  const input = $<HTMLInputElement>('input');
  input.focus();
  input.value = query;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await element.updateComplete;
};
export const questions = ({ $$ }: Opened) => $$('[part=question]').map((question) => question.textContent?.trim());
export const shows = async (mounted: Opened, ...expected: string[]) => {
  await waitUntil(() => JSON.stringify(questions(mounted)) === JSON.stringify(expected), `shows ${questions(mounted).join(' | ')}`, { timeout: 4_000 });
};
