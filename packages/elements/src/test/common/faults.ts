/** An adapter that lies: the page is unharmed, and the developer is told. */
import { expect, waitUntil } from '../testing.ts';
import { answering, openIn, type Answer, type Subject } from './subject.ts';

export function describeFaults(subject: Subject): void {
  const open = openIn(subject);

  describe('an adapter that lies', () => {
    const lies: [string, Answer][] = [
      ['throws', () => { throw new Error('boom'); }],
      ['rejects with a string', () => Promise.reject('boom')],
      ['rejects with nothing', () => Promise.reject(undefined)],
      ['answers nothing', () => undefined],
      ['answers text', async () => '<h1>502 Bad Gateway</h1>'],
      ['answers a number', async () => 7],
      ['answers a list of 10,000', async () => Array(10_000).fill({ id: 'x' })],
      ['answers 10,000 items', async () => ({ items: Array(10_000).fill({ id: 'x' }) })],
    ];
    for (const [what, answer] of lies) {
      it(`${what}: the page is unharmed and the developer is told once a method`, async () => {
        const { element, reports } = await open(answering(subject, answer));
        await waitUntil(() => !element.matches(':state(loading)'), `stuck in loading: ${what}`, { timeout: 5_000 });
        await element.updateComplete;
        const told = reports.map(({ where, code }) => `${where} ${code}`);
        expect(told.length).to.be.at.least(1);
        expect(new Set(told).size).to.equal(told.length);
      });
    }
  });
}
