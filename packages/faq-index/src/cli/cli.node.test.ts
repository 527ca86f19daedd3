import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAnswers, createFaqIndex, loadFaqIndex, type FaqManifest } from '../index.ts';
import { collections, entriesOf } from '../test/collection.ts';
import { command } from './command.ts';

let dir: string;
let printed: string[];
let errors: string[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'faq-index-'));
  printed = [];
  errors = [];
});
afterEach(() => rmSync(dir, { recursive: true }));

const file = (name: string, text: string): string => {
  writeFileSync(join(dir, name), text);
  return join(dir, name);
};
const out = () => join(dir, 'out');
const build = (sources: string[], locale = 'en', ...more: string[]) =>
  command(['build', ...sources, '--locale', locale, '--out', out(), ...more], { log: (line) => printed.push(line), error: (line) => errors.push(line) });
const readOut = async (name: string): Promise<unknown> => JSON.parse(readFileSync(join(out(), name), 'utf8'));

/** What a page does with the files. */
async function open(locale = 'en') {
  const manifest = (await readOut(`manifest.${locale}.json`)) as FaqManifest;
  const index = await loadFaqIndex(await readOut(manifest.index));
  return { manifest, index, answerOf: createAnswers(manifest, index.titles, readOut) };
}
/** The entries that were built, whole. */
async function built(locale = 'en') {
  expect(errors).toEqual([]);
  const { index, answerOf } = await open(locale);
  return Promise.all(index.titles.map(({ id }) => answerOf(id)));
}

describe('the round trip', () => {
  it.each(['en', 'el', 'zh'])('finds and opens in %s what the entries have', async (locale) => {
    const entries = entriesOf(collections[locale]!);
    const source = file('faq.json', JSON.stringify({ items: entries, synonyms: [['walnut', 'refund', '退款']] }));
    expect(await build([source], locale)).toBe(0);
    const { manifest, index, answerOf } = await open(locale);
    const fresh = await createFaqIndex(entries, { locale, synonyms: [['walnut', 'refund', '退款']] });
    expect(manifest).toMatchObject({ locale, size: entries.length });
    for (const [, query] of [...collections[locale]!.queries, ['', 'walnut'] as const]) {
      const hits = index.search(query);
      expect(hits).toEqual(fresh.search(query));
      for (const { id } of hits) expect(await answerOf(id)).toEqual(entries.find((entry) => entry.id === id));
    }
    expect(await answerOf('never')).toBeNull();
  });

  it('puts many entries into several files, removes those that are not needed any more, and prints sizes', async () => {
    const [entry] = entriesOf(collections['en']!);
    const many = (count: number) => [...Array(count).keys()].map((n) => ({ ...entry, id: `e${n}`, answer: 'word '.repeat(300) }));
    const source = file('faq.json', JSON.stringify(many(200)));
    expect(await build([source])).toBe(0);
    const { manifest, answerOf } = await open();
    expect(manifest.chunks.length).toBeGreaterThan(5);
    for (const { id } of many(200)) expect((await answerOf(id))?.id).toBe(id);
    expect(printed[0]).toBe('200 entries');
    expect(printed[1]).toMatch(/^index {4}[\d.]+ kB, [\d.]+ kB with brotli$/);
    expect(printed[2]).toMatch(/^answers {2}[\d.]+ kB, [\d.]+ kB with brotli, \d+ files$/);
    file('faq.json', JSON.stringify(many(1)));
    expect(await build([source])).toBe(0);
    expect(readdirSync(out()).sort()).toEqual(['entries.en.0.json', 'index.en.json', 'manifest.en.json']);
    expect((await open()).manifest.revision).not.toBe(manifest.revision);
  });

  it('asks again for a file that did not come', async () => {
    let calls = 0;
    const answerOf = createAnswers({ chunks: [{ file: 'a', first: 0 }] }, [{ id: 'x', question: 'x' }], async () => {
      if (!calls++) throw new Error('offline');
      return [{ id: 'x' }];
    });
    await expect(answerOf('x')).rejects.toThrow('offline');
    expect(await answerOf('x')).toEqual({ id: 'x' });
    await answerOf('x');
    expect(calls).toBe(2);
  });
});

describe('Markdown', () => {
  it('has questions as headings, categories above and answers below', async () => {
    const source = file(
      'help.md',
      '---\nkeywords: [rma]\nlocale: en-GB\n---\n# Help\n\n## Returns\n\n### How do I **return** something? {#returns}\n\nPrint the [label][l].\n\n#### By post\n\nAny office.\n\n### Who pays & when?\n\n```md\n# no heading\n```\n\n## Money\n\n### Is it safe?\n\nYes.\n\n### Is it safe?\n\nReally.\n\n[l]: https://shop.example/label\n',
    );
    expect(await build([source])).toBe(0);
    expect(await built()).toMatchObject([
      {
        id: 'returns', question: 'How do I return something?', format: 'html', keywords: ['rma'], category: { id: 'Returns', name: 'Returns' },
        answer: '<p>Print the <a href="https://shop.example/label">label</a>.</p>\n<h4>By post</h4>\n<p>Any office.</p>',
      },
      { id: 'who-pays-when', question: 'Who pays & when?', answer: expect.stringContaining('# no heading'), category: { name: 'Returns' } },
      { id: 'is-it-safe', category: { name: 'Money' } },
      { id: 'is-it-safe-2', answer: expect.stringContaining('Really') },
    ]);
  });

  it('is one entry with a question in the front matter, and skips other languages', async () => {
    mkdirSync(join(dir, 'docs'));
    file('docs/a.md', '---\nid: refund\nquestion: Πότε πληρώνομαι;\ncategory: Χρήματα\nlocale: el\npopularity: 4\n---\nΣε δέκα *ημέρες*.\n');
    file('docs/b.md', '---\nlocale: de\n---\n# Wann?\n\nBald.\n');
    file('docs/notes.txt', 'not read');
    expect(await build([join(dir, 'docs')], 'el')).toBe(0);
    expect(await built('el')).toMatchObject([
      { id: 'refund', question: 'Πότε πληρώνομαι;', answer: '<p>Σε δέκα <em>ημέρες</em>.</p>', popularity: 4, category: { id: 'Χρήματα', name: 'Χρήματα' } },
    ]);
    expect(printed[0]).toBe('1 entry, 1 in other languages left out');
  });
});

it('CSV has a line for each entry, with commas, semicolons or tabs', async () => {
  const comma = file('a.csv', '\ufeffId,Question,Answer,Keywords,Category,Popularity\nr,"How, then?","One\ntwo",rma|back,Returns,7\n,Second?,Yes.,,,\n');
  const semicolon = file('b.csv', 'question;answer;format\nThird?;<p>Yes, it is</p>;html\n');
  const tab = file('c.tsv', 'question\tanswer\nFourth?\tYes; no\n');
  expect(await build([comma, semicolon, tab])).toBe(0);
  expect(await built()).toMatchObject([
    { id: 'r', question: 'How, then?', answer: 'One\ntwo', format: 'text', keywords: ['rma', 'back'], category: { name: 'Returns' }, popularity: 7 },
    { id: 'second', answer: 'Yes.' },
    { id: 'third', answer: '<p>Yes, it is</p>', format: 'html' },
    { id: 'fourth', answer: 'Yes; no' },
  ]);
});

describe('HTML', () => {
  it('has FAQPage as JSON-LD', async () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'Organization' },
        {
          '@type': ['FAQPage', 'WebPage'],
          mainEntity: [
            { '@type': 'Question', '@id': 'https://shop.example/faq#when', name: 'When &amp; where?', acceptedAnswer: { '@type': 'Answer', text: '<p>Soon</p>' } },
            { '@type': 'Question', name: 'Who?', acceptedAnswer: [{ '@type': 'Answer', text: 'We' }] },
          ],
        },
      ],
    };
    const source = file('page.html', `<!doctype html><script>let x</script>\n<script type="application/ld+json">${JSON.stringify(data)}</script><p itemscope itemtype="https://schema.org/Question">`);
    expect(await build([source])).toBe(0);
    expect(await built()).toMatchObject([{ id: 'when', question: 'When & where?', answer: '<p>Soon</p>', format: 'html' }, { id: 'who', answer: 'We', format: 'text' }]);
  });

  it('has FAQPage as microdata', async () => {
    const source = file(
      'page.htm',
      '<main itemscope itemtype="http://schema.org/FAQPage"><div id="when" itemscope itemprop="mainEntity" itemtype="https://schema.org/Question"><h3 itemprop="name">When <i>exactly</i>?</h3><div itemscope itemprop="acceptedAnswer" itemtype="https://schema.org/Answer"><meta itemprop="name" content="no"><div itemprop="text"><p>Soon &amp; well</div></div></div></main>',
    );
    expect(await build([source])).toBe(0);
    expect(await built()).toMatchObject([{ id: 'when', question: 'When exactly?', answer: '<p>Soon &amp; well</p>', format: 'html' }]);
  });
});

it('reads the export of a Zendesk Help Center', async () => {
  const article = { id: 7, title: 'Refunds', body: '<p>Soon</p>', locale: 'en-us', section_id: 3, label_names: ['money'], vote_sum: -2, html_url: 'https://help.shop.example/7', updated_at: '2026-01-02T03:04:05Z', draft: false };
  const source = file('articles.json', JSON.stringify({ count: 4, articles: [article, { ...article, id: 8, draft: true }, { ...article, id: 9, locale: 'el' }, { ...article, id: 10, body: null }], sections: [{ id: 3, name: 'Money' }] }));
  expect(await build([source])).toBe(0);
  expect(await built()).toEqual([
    { id: '7', question: 'Refunds', answer: '<p>Soon</p>', format: 'html', keywords: ['money'], category: { id: '3', name: 'Money' }, popularity: 0, url: 'https://help.shop.example/7', updatedAt: '2026-01-02T03:04:05Z' },
  ]);
});

describe('what is wrong', () => {
  it.each([
    ['a.json', '[\n  {"id": "a",\n  }\n]', /a\.json:3: It is no JSON/],
    ['a.json', '{"articles": 1}', /a\.json:1: It is neither a list of entries, nor/],
    ['a.json', '[\n{"id": "a", "question": "q", "answer": "a"},\n{"id": "b", "question": 7, "answer": "a"}]', /a\.json:3: The entry is wrong in “question”/],
    ['a.json', '[{"id": "a", "question": "q", "answer": "a"},\n{"id": "a", "question": "q", "answer": "a"}]', /a\.json:2: The id “a” is taken by .*a\.json:1/],
    ['a.json', '[null]', /a\.json:1: The entry is wrong/],
    ['a.json', '[]', /None of .*a\.json has an entry/],
    ['a.json', '{"items": [], "synonyms": "x"}', /a\.json: Synonyms must be a list of lists/],
    ['a.md', 'no heading', /a\.md: It has no headings/],
    ['a.md', '# Why?\n\n# How?\n\nSo.', /a\.md:1: The question “Why\?” has no answer/],
    ['a.md', '---\nx: [\n---\n# Why?\n', /a\.md:\d: The front matter can’t be read/],
    ['a.md', '---\nlevels: 2\n---\n# Why?\n', /a\.md:1: The front matter has “levels”, which is none of/],
    ['a.md', '---\nlevel: 9\n---\n# Why?\n', /a\.md:1: level is 9/],
    ['a.csv', 'question,reply\na,b\n', /a\.csv:1: There is no column “answer”/],
    ['a.csv', 'question,answer,x\na,b,c\n', /a\.csv:1: Column “x” is none of/],
    ['a.csv', 'question,answer\na,b\n"two\nlines",d,e\n', /a\.csv:\d: Invalid Record Length/],
    ['a.csv', 'question,answer,popularity\na,b,1\n"two\nlines",d,many\n', /a\.csv:3: The entry is wrong in “popularity”/],
    ['a.html', '<p>Nothing</p>', /a\.html: It has no schema\.org Question/],
    ['a.html', '<p>\n<script type="application/ld+json">{\n"a": }</script>', /a\.html:3: It is no JSON/],
    ['a.html', '<p>\n\n<div itemscope itemtype="https://schema.org/Question"><b itemprop="name">Why?</b></div>', /a\.html:3: The entry is wrong in “answer”/],
    ['a.pdf', '', /a\.pdf: It is none of \.md/],
  ])('is said in one line with its place: %s %j', async (name, text, message) => {
    expect(await build([file(name, text)])).toBe(1);
    expect(errors).toEqual([expect.stringMatching(message)]);
    expect(errors[0]).not.toContain('\n');
    expect(existsSync(out())).toBe(false);
  });

  it.each([
    [[], 'Say what to do'],
    [['make'], 'no command “make”'],
    [['build'], 'which files'],
    [['build', 'x.md', '--out', 'y'], '--locale is missing'],
    [['build', 'x.md', '--locale', 'el'], '--out is missing'],
    [['build', 'x.md', '--locale', 'no_language', '--out', 'y'], 'no language tag'],
    [['build', '--speed'], 'Unknown option'],
  ])('with the command is told: %j', async (args, message) => {
    expect(await command(args, { log: (line) => printed.push(line), error: (line) => errors.push(line) })).toBe(2);
    expect(errors).toEqual([expect.stringContaining(message)]);
  });

  it('helps', async () => {
    expect(await command(['--help'], { log: (line) => printed.push(line), error: (line) => errors.push(line) })).toBe(0);
    expect(printed[0]).toContain('--locale <tag>');
    expect(await build([join(dir, 'nowhere.md')])).toBe(1);
    expect(errors[0]).toMatch(/nowhere\.md: There is no such file/);
  });
});
