/** Services that are loaded when they are first asked: a page with one element loads one service. */
import { METHODS, type ServiceName } from '@aftercart/contract';
import { lazily } from './words.ts';

type AnyMethod = (input: unknown, context: unknown) => Promise<unknown>;

/** Loads once; a load that failed is tried again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= lazily(load).catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

/** Stands in for a service that has every method of the contract. */
export const late = <S extends object>(name: ServiceName, load: () => Promise<S>): S =>
  Object.fromEntries(
    Object.keys(METHODS[name]).map((method) => [
      method,
      async (input: unknown, context: unknown) => ((await load()) as Record<string, AnyMethod>)[method]!(input, context),
    ]),
  ) as S;
