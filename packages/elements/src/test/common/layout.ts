/** Nothing moves: neither under the pointer nor when data comes. */
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { inState } from '../mount.ts';
import { onScreen } from '../screen.ts';
import { aTimeout, expect, nextFrame } from '../testing.ts';
import { answering, never, openIn, type Answer, type Subject } from './subject.ts';

export function describeLayout(subject: Subject): void {
  const { working } = subject;
  const open = openIn(subject);

  describe('layout', () => {
    for (const width of [390, 1280]) {
      it(`keeps its buttons in place under the pointer, at ${width} pixels`, async () => {
        await onScreen(width, 900);
        try {
          const { element, $$ } = await open(working);
          await inState(element, 'ready');
          for (const button of $$('button, .button, label').slice(0, 12)) {
            button.scrollIntoView({ block: 'nearest' });
            const box = () => JSON.stringify(button.getBoundingClientRect());
            const before = box();
            const { left, top, width: across, height } = button.getBoundingClientRect();
            if (!across) continue;
            await sendMouse({ type: 'move', position: [Math.round(left + across / 2), Math.round(top + height / 2)] });
            await nextFrame();
            expect(box(), button.outerHTML).to.equal(before);
          }
        } finally {
          await resetMouse();
        }
      });
    }

    for (const width of [390, 1280]) {
      it(`moves nothing when slow data comes, at ${width} pixels`, async () => {
        await onScreen(width, 900);
        let answer!: () => void;
        const gate = new Promise<void>((resolve) => (answer = resolve));
        const adapter = answering(subject, never) as unknown as Record<string, Record<string, Answer>>;
        for (const [service, methods] of Object.entries(working)) {
          if (typeof methods !== 'object') continue;
          for (const [method, original] of Object.entries(methods as Record<string, Answer>)) {
            adapter[service]![method] = async (input, context) => {
              await gate;
              return original(input, context);
            };
          }
        }
        const { element } = await open(adapter);
        const below = document.createElement('p');
        below.textContent = 'What follows in the page';
        element.parentElement!.append(below);
        await aTimeout(50);
        await nextFrame();
        const { top } = below.getBoundingClientRect();
        answer();
        await inState(element, 'ready');
        await nextFrame();
        expect(below.getBoundingClientRect().top).to.equal(top);
      });
    }
  });
}
