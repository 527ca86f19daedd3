/** Bodies that are too large to be held: written to a file as they come. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { AdapterError } from '@aftercart/contract';
import type { Context as HonoContext } from 'hono';
import type { Upload } from './operation.ts';

/** Runs `use` with the body in a file of its own, which nobody else may read and which is gone afterwards. */
export async function withUpload<T>(c: HonoContext, mediaTypes: readonly string[], use: (upload: Upload) => Promise<T>): Promise<T> {
  const mediaType = (c.req.header('content-type') ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (!mediaTypes.includes(mediaType)) {
    throw Object.assign(new AdapterError('INVALID_REQUEST', `The \`Content-Type\` must be one of ${mediaTypes.join(', ')}.`), { status: 415 });
  }
  const dir = await mkdtemp(join(tmpdir(), 'aftercart-upload-'));
  try {
    const file = join(dir, 'body');
    const { body } = c.req.raw;
    await pipeline(body ? Readable.fromWeb(body as ReadableStream) : [], createWriteStream(file, { mode: 0o600 }));
    return await use({ file, mediaType });
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
