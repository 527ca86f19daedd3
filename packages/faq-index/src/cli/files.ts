import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { FaqEntry } from '@aftercart/contract';
import type { FaqManifest } from '../answers.ts';
import type { FaqIndexJson } from '../types.ts';

/** Code units of entries in one file: an answer is there after one small request, and its neighbours with it. */
const CHUNK = 32_000;

/** Bytes of a file as it is and as it travels. */
export interface Size {
  bytes: number;
  brotli: number;
}

export interface Written {
  index: Size;
  chunks: Size;
  files: number;
}

/**
 * Writes `index.<locale>.json`, `entries.<locale>.<n>.json` and last `manifest.<locale>.json`, and removes the entries' files of the build before
 * that are not written again.
 */
export function writeFiles(dir: string, json: FaqIndexJson, entries: readonly FaqEntry[]): Written {
  const { locale } = json;
  mkdirSync(dir, { recursive: true });
  const write = (file: string, text: string): Size => {
    writeFileSync(join(dir, file), text);
    return { bytes: Buffer.byteLength(text), brotli: brotliCompressSync(text).length };
  };
  const manifestFile = `manifest.${locale}.json`;
  const before = chunksOf(join(dir, manifestFile));
  const revision = createHash('sha256');
  const chunks: FaqManifest['chunks'] = [];
  const total: Size = { bytes: 0, brotli: 0 };
  for (const { first, text } of split(entries)) {
    const file = `entries.${locale}.${chunks.length}.json`;
    chunks.push({ file, first });
    const { bytes, brotli } = write(file, text);
    total.bytes += bytes;
    total.brotli += brotli;
    revision.update(text);
  }
  const text = JSON.stringify(json);
  const index = write(`index.${locale}.json`, text);
  const manifest: FaqManifest = {
    version: json.version,
    locale,
    size: entries.length,
    index: `index.${locale}.json`,
    revision: revision.update(text).digest('hex').slice(0, 12),
    chunks,
  };
  write(manifestFile, JSON.stringify(manifest));
  const current = new Set(chunks.map(({ file }) => file));
  for (const file of before) if (!current.has(file)) rmSync(join(dir, file), { force: true });
  return { index, chunks: total, files: chunks.length };
}

function split(entries: readonly FaqEntry[]): { first: number; text: string }[] {
  const parts: { first: number; text: string }[] = [];
  let part: string[] = [];
  let length = 0;
  for (const [place, entry] of entries.entries()) {
    const text = JSON.stringify(entry);
    part.push(text);
    length += text.length;
    if (length < CHUNK && place < entries.length - 1) continue;
    parts.push({ first: place - part.length + 1, text: `[${part.join(',\n')}]` });
    part = [];
    length = 0;
  }
  return parts;
}

/** Files that an earlier manifest names. None of another folder: a manifest is only a file that anybody may have written. */
function chunksOf(manifest: string): string[] {
  if (!existsSync(manifest)) return [];
  try {
    const { chunks } = JSON.parse(readFileSync(manifest, 'utf8')) as FaqManifest;
    return chunks.map(({ file }) => basename(file)).filter((file) => /^entries\..+\.\d+\.json$/.test(file));
  } catch {
    return [];
  }
}
