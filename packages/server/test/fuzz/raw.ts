/** Requests as bytes on a socket, some of them changed on the way. */
import { connect } from 'node:net';
import fc from 'fast-check';
import type { FuzzRequest } from './requests.ts';

/** One thing that is done to the bytes at one place. */
const change = fc.record({ at: fc.nat(), how: fc.constantFrom('flip', 'insert', 'remove', 'cut', 'double'), byte: fc.integer({ min: 0, max: 255 }) });
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;

const written = ({ verb, url, headers, body }: FuzzRequest): Buffer => {
  const content = Buffer.from(body ?? '');
  const lines = Object.entries({ host: 'localhost', connection: 'close', 'content-length': String(content.length), ...headers }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.concat([Buffer.from(`${verb} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`, 'latin1'), content]);
};

function apply(bytes: Buffer, { at, how, byte }: Change): Buffer {
  // Most changes belong into the head, of which every byte matters.
  const place = at % Math.max(1, at % 4 ? Math.min(bytes.length, 120) : bytes.length);
  const [before, after] = [bytes.subarray(0, place), bytes.subarray(place)];
  if (how === 'cut') return before;
  if (how === 'insert') return Buffer.concat([before, Buffer.from([byte]), after]);
  if (how === 'remove') return Buffer.concat([before, after.subarray(1)]);
  if (how === 'double') return Buffer.concat([before, after, after]);
  return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
}

export const rawRequests = (requests: fc.Arbitrary<FuzzRequest>): fc.Arbitrary<Buffer> =>
  // A stream that was opened well would not end by itself.
  fc.tuple(requests.filter(({ path }) => !path.endsWith('/subscribe')), fc.array(change, { minLength: 1, maxLength: 4 })).map(([request, changes]) => changes.reduce(apply, written(request)));

/** Sends bytes and no more; resolves with the status of the answer, or 0 when the connection was closed without one. */
export function sendRaw(url: URL, bytes: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect({ host: url.hostname, port: Number(url.port) }, () => socket.end(bytes));
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (answer += text));
    // A reset is one way of saying no.
    socket.on('error', () => {});
    socket.once('close', () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
  });
}
