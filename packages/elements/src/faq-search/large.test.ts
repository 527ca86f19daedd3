import type { FaqEntry } from '@aftercart/contract';
import { createFaqIndex } from '@aftercart/faq-index';
import { open, shows, TAG, type, type Opened } from '../test/faq.ts';
import { appears } from '../test/mount.ts';
import { expect, waitUntil } from '../test/testing.ts';

/** As many as make the element search elsewhere. */
const many: FaqEntry[] = Array.from({ length: 600 }, (_, i) => ({
  id: `${i}`, question: `Where is part ${i} of the ${['lamp', 'shelf', 'chair'][i % 3]}?`, answer: 'In the box.', format: 'text',
}));
const walnut: FaqEntry = { id: 'walnut', question: 'What is walnut oil for?', answer: 'Wood.', format: 'text' };
const entries = async () => ({ items: [...many, walnut] });

const RealWorker = globalThis.Worker;
/** What became of the workers that the element wanted. */
let workers: Worker[] = [];
let ended = 0;

beforeEach(() => {
  workers = [];
  ended = 0;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.push(this);
    }
    override terminate() {
      ended++;
      super.terminate();
    }
  };
});
afterEach(() => {
  globalThis.Worker = RealWorker;
});

const finds = async (mounted: Opened, query: string, ...expected: string[]) => {
  await type(mounted, query);
  await appears(mounted.element, '[part=results]');
  await shows(mounted, ...expected);
};

const findsNothing = async (mounted: Opened, query: string) => {
  await type(mounted, query);
  await waitUntil(() => mounted.$$('[part=nothing]').length && !mounted.$$('[part=results]').length, `finds ${query}`);
};

describe(TAG, () => {
  describe('many answers', () => {
    it('are searched by a worker, the first key press included, which goes with the element', async () => {
      const mounted = await open({ entries });
      await type(mounted, 'w');
      await type(mounted, 'walnt');
      await shows(mounted, walnut.question);
      expect(mounted.$('mark').textContent).to.equal('walnut');
      expect(workers).to.have.length(1);
      const { parentElement } = mounted.element;
      mounted.element.remove();
      expect(ended).to.equal(1);
      parentElement!.append(mounted.element);
      await type(mounted, 'chair');
      await waitUntil(() => mounted.$$('mark')[0]?.textContent === 'chair', 'no answers from the new worker');
      expect(workers).to.have.length(2);
      expect(mounted.reports).to.deep.equal([]);
    });

    it('are searched also when the element is moved while its worker begins', async () => {
      const mounted = await open({ entries });
      await type(mounted, 'walnt');
      await waitUntil(() => workers.length, 'no worker');
      const { parentElement } = mounted.element;
      mounted.element.remove();
      parentElement!.append(mounted.element);
      await appears(mounted.element, '[part=results]');
      await shows(mounted, walnut.question);
      expect([workers.length, ended]).to.deep.equal([2, 1]);
    });

    it('are searched with the rules of their language and the synonyms of the shop', async () => {
      const greek: FaqEntry = { id: 'g', question: 'Πότε γίνεται η επιστροφή;', answer: '…', format: 'text' };
      const mounted = await open({ entries: async () => ({ items: [...many, greek], synonyms: [['επιστροφή', 'γαργάλημα']] }) }, '', { lang: 'el' });
      await finds(mounted, 'epistrofes', greek.question);
      await finds(mounted, 'γαργαλημα', greek.question);
      expect(workers).to.have.length(1);
    });

    it('are searched anew when they change', async () => {
      let items = many;
      const mounted = await open({ entries: async () => ({ items }) });
      await findsNothing(mounted, 'walnut');
      items = [...many, walnut];
      mounted.shop.revalidate();
      await shows(mounted, walnut.question);
      expect([workers.length, ended]).to.deep.equal([2, 1]);
    });

    it('are searched in the page where no worker may be made', async () => {
      globalThis.Worker = class {
        constructor() {
          throw new TypeError('This document requires TrustedScriptURL');
        }
      } as unknown as typeof Worker;
      const mounted = await open({ entries });
      await finds(mounted, 'walnut', walnut.question);
      expect(mounted.reports).to.deep.equal([]);
    });

    it('are searched in the page where the worker does not load', async () => {
      globalThis.Worker = class extends RealWorker {
        constructor() {
          super('/there-is-no-such-file.js', { type: 'module' });
          workers.push(this);
        }
      };
      const mounted = await open({ entries });
      await finds(mounted, 'walnut', walnut.question);
      expect(workers).to.have.length(1);
      expect(mounted.reports).to.deep.equal([]);
    });

    it('are searched in the page when the worker breaks, also while it is asked', async () => {
      const mounted = await open({ entries });
      await finds(mounted, 'walnut', walnut.question);
      await type(mounted, 'wal');
      workers[0]!.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
      await shows(mounted, walnut.question);
      await finds(mounted, 'walnuts', walnut.question);
      expect([workers.length, ended]).to.deep.equal([1, 1]);
      expect(mounted.reports).to.deep.equal([]);
    });
  });

  describe('an index made beforehand', () => {
    const urls: string[] = [];
    afterEach(() => {
      for (const url of urls.splice(0)) URL.revokeObjectURL(url);
    });
    /** The address of an index of these. */
    const indexOf = async (items: FaqEntry[], change: object = {}, synonyms: string[][] = []) => {
      const json = await (await createFaqIndex(items, { locale: 'en', synonyms })).toJSON();
      const url = URL.createObjectURL(new Blob([JSON.stringify({ ...json, ...change })]));
      urls.push(url);
      return url;
    };
    /** Finds itself only by what an index made beforehand knows, and the page does not. */
    const secret = { ...walnut, answer: 'Polishing.' };

    it('is used as it is, by a worker', async () => {
      const mounted = await open({ entries: async () => ({ items: [walnut] }) }, `index-url="${await indexOf([secret])}"`);
      await finds(mounted, 'polishing', walnut.question);
      expect(workers).to.have.length(1);
      expect(mounted.reports).to.deep.equal([]);
    });

    it('is used in the page where no worker may be made', async () => {
      globalThis.Worker = undefined as unknown as typeof Worker;
      const mounted = await open({ entries: async () => ({ items: [walnut] }) }, `index-url="${await indexOf([secret])}"`);
      await finds(mounted, 'polishing', walnut.question);
    });

    it('is brought up to date with the answers as they are now', async () => {
      const old = [{ ...walnut, question: 'What is teak oil for?' }, { ...walnut, id: 'gone', question: 'Who was gone?' }];
      const added = { ...walnut, id: 'new', question: 'Is there beeswax?' };
      const mounted = await open({ entries: async () => ({ items: [walnut, added] }) }, `index-url="${await indexOf(old)}"`);
      await finds(mounted, 'beeswax', added.question);
      await finds(mounted, 'walnut', walnut.question);
      await findsNothing(mounted, 'teak');
      await findsNothing(mounted, 'gone');
    });

    const unusable: [what: string, url: () => Promise<string>, problem: RegExp][] = [
      ['of another version', () => indexOf([secret], { version: 1 }), /version 1.*build it again/],
      ['damaged', () => indexOf([secret], { terms: 'x' }), /changed or cut off/],
      ['of other synonyms', () => indexOf([secret], {}, [['oil', 'grease']]), /other synonyms/],
      ['not there', async () => '/there-is-none.{locale}.json', /there-is-none\.en\.json: 404/],
      ['at no address', async () => 'http://[', /http/],
    ];
    for (const [what, url, problem] of unusable) {
      it(`that is ${what} is not misread: the page makes its own, and says why`, async () => {
        const synonyms = [['walnut', 'juglans']];
        const mounted = await open({ entries: async () => ({ items: [walnut], synonyms }) }, `index-url="${await url()}"`);
        await finds(mounted, 'juglans', walnut.question);
        await findsNothing(mounted, 'polishing');
        await waitUntil(() => mounted.reports.length, 'no report');
        expect(mounted.reports.map(({ code }) => code)).to.deep.equal(['CHUNK_FAILED']);
        expect(mounted.reports[0]!.message).to.match(problem);
      });
    }
  });
});
