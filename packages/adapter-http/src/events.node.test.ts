import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { readEvents, type ServerEvent } from './events.ts';

const bytes = new TextEncoder();
/** A stream whose chunks end at these places. */
const streamOf = (whole: Uint8Array<ArrayBuffer>, cuts: readonly number[] = []) =>
  new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      const ends = [...new Set(cuts.map((cut) => cut % (whole.length + 1)))].sort((a, b) => a - b);
      for (const [i, end] of [...ends, whole.length].entries()) controller.enqueue(whole.slice(ends[i - 1] ?? 0, end));
      controller.close();
    },
  });
const read = async (text: string, cuts?: readonly number[]): Promise<ServerEvent[]> => {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(streamOf(bytes.encode(text), cuts), () => {})) events.push(event);
  return events;
};
const event = (data: string | undefined, id?: string, type = 'message') => ({ id, type, data });

// What https://html.spec.whatwg.org/multipage/server-sent-events.html gives as examples, and the corners of its grammar.
it.each([
  ['one line', 'data: one\n\n', [event('one')]],
  ['several lines', 'data: YHOO\ndata: +2\ndata: 10\n\n', [event('YHOO\n+2\n10')]],
  ['comments, ids and an id that is taken back', ': test\n\ndata: first\nid: 1\n\ndata:second\nid\n\ndata:  third\n\n', [event('first', '1'), event('second', ''), event(' third')]],
  ['empty data', 'data\n\ndata\ndata\n\ndata:', [event(''), event('\n')]],
  ['a space after the colon or none', 'data:test\n\ndata: test\n\n', [event('test'), event('test')]],
  ['CR', 'data: a\rid: 1\r\rdata: b\r\r', [event('a', '1'), event('b')]],
  ['CRLF', 'data: a\r\nid: 1\r\n\r\ndata: b\r\n\r\n', [event('a', '1'), event('b')]],
  ['a byte order mark', '\uFEFFdata: a\n\n', [event('a')]],
  ['a second byte order mark, which is a field that is none', '\uFEFF\uFEFFdata: a\n\n', []],
  ['types, and retry', 'event: ping\ndata: a\nretry: 10\n\nevent:\ndata: b\n\n', [event('a', undefined, 'ping'), event('b')]],
  ['an id alone', 'id: 7\n\n', [event(undefined, '7')]],
  ['an id that no header can hold', 'id: ü\ndata: a\n\nid: a\0b\ndata: b\n\n', [event('a'), event('b')]],
  ['a colon in the value, and unknown fields', 'data: a: b\nfoo: bar\nfoo\n\n', [event('a: b')]],
  ['an event that is cut off', 'data: a\n\ndata: b\nid: 2\n', [event('a')]],
  ['letters beyond ASCII', 'data: Ελλάδα 🎁\n\n', [event('Ελλάδα 🎁')]],
  ['nothing', '', []],
])('reads %s', async (_, text, expected) => {
  expect(await read(text)).toEqual(expected);
});

it('reads the same wherever the network cuts', async () => {
  const line = fc.constantFrom('data: a', 'data:  é🎁', 'data', 'id: 7', 'id', ': comment', 'event: x', '', '', 'foo: bar');
  const end = fc.constantFrom('\n', '\r', '\r\n');
  const text = fc.array(fc.tuple(line, end), { maxLength: 20 }).map((pairs) => pairs.map((pair) => pair.join('')).join(''));
  await fc.assert(
    fc.asyncProperty(text, fc.array(fc.nat(400), { maxLength: 20 }), async (whole, cuts) => {
      // By lines of their own, what CR LF means does not hang on how it came.
      expect(await read(whole, cuts)).toEqual(await read(whole.replace(/\r\n?/g, '\n')));
    }),
    { numRuns: 300 },
  );
});

it('hands an event on when it is whole, not when the next begins', async () => {
  let controller!: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>>;
  const heard = vi.fn();
  const events = readEvents(new ReadableStream({ start: (given) => void (controller = given) }), heard);
  controller.enqueue(bytes.encode('data: a\r\r'));
  expect((await events.next()).value).toEqual(event('a'));
  controller.enqueue(bytes.encode('\ndata: b\n\n'));
  expect((await events.next()).value).toEqual(event('b'));
  expect(heard).toHaveBeenCalledTimes(2);
});

it('closes the connection when nobody reads on', async () => {
  const cancel = vi.fn();
  const events = readEvents(new ReadableStream({ start: (controller) => controller.enqueue(bytes.encode('data: a\n\n')), cancel }), () => {});
  await events.next();
  await events.return();
  expect(cancel).toHaveBeenCalledOnce();
});
