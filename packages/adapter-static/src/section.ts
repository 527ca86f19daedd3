/** Finds a section of the file: written there, in another file, or in one of several by language. */
import { AdapterError } from '@aftercart/contract';
import { isMissing, type Load } from './load.ts';
import { nearest } from './locale.ts';

/** A value, and where it was found, for error messages. */
export interface Section {
  value: unknown;
  file: string;
  path: string;
}

export interface Source {
  /** Address of the file as the page gave it. */
  src: string;
  load: Load;
}

type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined);

export function wrong(file: string, path: string, expected: string, more = 0): AdapterError {
  const rest = more ? `, and ${more} more` : '';
  return new AdapterError('INVALID_RESPONSE', `${file}: ${path || 'the file'} should be ${expected}${rest}.`);
}

/** The whole file, as an object. */
async function root({ src, load }: Source, signal: AbortSignal): Promise<Json> {
  const file = await load(src, src, signal);
  if (!isObject(file)) throw wrong(src, '', 'an object');
  return file;
}

/** Addresses in the file are relative to it. */
const resolve = (reference: string, src: string): string =>
  new URL(reference, new URL(src, globalThis.document?.baseURI ?? 'http://localhost/')).href;

/** One section in the wanted language; undefined when the file does not have it. */
export async function section(source: Source, name: string, locale: string, signal: AbortSignal): Promise<Section | undefined> {
  const { src, load } = source;
  const file = await root(source, signal);
  const fallback = own(file, 'defaultLocale') ?? 'en';
  if (typeof fallback !== 'string') throw wrong(src, 'defaultLocale', 'a language tag such as “en”');
  const listed = own(file, 'locales');
  if (listed !== undefined && !(Array.isArray(listed) && listed.every((tag) => typeof tag === 'string'))) {
    throw wrong(src, 'locales', 'a list of language tags');
  }

  let value = own(file, name);
  let path = name;
  if (value === undefined || value === null) return undefined;
  if (isObject(value) && isObject(own(value, 'locales'))) {
    const byLocale = own(value, 'locales') as Json;
    const chosen = nearest(locale, Object.keys(byLocale), fallback);
    value = own(byLocale, chosen);
    path = `${name}.locales.${chosen}`;
    if (value === undefined) throw wrong(src, path, 'there, because it is the default language');
  }
  if (typeof value !== 'string') return { value, file: src, path };

  const reference = value;
  const read = async (tag: string): Promise<Section> => {
    const file = reference.replaceAll('{locale}', encodeURIComponent(tag));
    return { value: await load(resolve(file, src), file, signal), file, path: '' };
  };
  if (!reference.includes('{locale}')) return read('');
  const chosen = nearest(locale, listed ?? [locale.split('-')[0]!], fallback);
  if (chosen === fallback) return read(fallback);
  return read(chosen).catch((error: unknown) => {
    if (isMissing(error)) return read(fallback);
    throw error;
  });
}
