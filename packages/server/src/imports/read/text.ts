/** The text of a file, piece by piece. */
import { createReadStream } from 'node:fs';
import { FileTrouble } from './file-trouble.ts';

const UTF8 = 'Save it as UTF-8; Excel calls that “CSV UTF-8”.';

/** @throws FileTrouble when it is not UTF-8. A byte order mark is left out. */
export async function* readText(file: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  const decode = (bytes?: Buffer): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new FileTrouble('The file is not UTF-8.', UTF8);
    }
  };
  for await (const bytes of createReadStream(file) as AsyncIterable<Buffer>) {
    if (first && isUtf16(bytes)) throw new FileTrouble('The file is UTF-16.', UTF8);
    first = false;
    yield decode(bytes);
  }
  yield decode();
}

/** By its byte order mark, or by the zeros that every other byte of European text then is. */
const isUtf16 = (bytes: Buffer): boolean =>
  bytes.length >= 2 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0 || bytes[1] === 0);
