/** What the shop’s own back end may do: operations as data, so that routing, checks and the OpenAPI document can’t drift apart. */
import type { z } from 'zod';
import type { Context } from '../context.ts';

export interface MerchantOperation {
  verb: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Path below `/merchant/v1`, with `{name}` for parameters. */
  path: `/${string}`;
  /** What it does, in one line. */
  summary: string;
  /** Parameters of the path and of the query, all of them text in the address. */
  parameters?: z.ZodObject | undefined;
  body?: z.ZodType | undefined;
  /**
   * Media types of a body that is kept in a file for as long as the operation runs, for what is too large to be held. `body` is then a
   * `Upload`, and the operation makes its own transaction.
   */
  upload?: readonly string[] | undefined;
  /** Of the answer; none for 204. */
  answer?: z.ZodType | undefined;
  /** Bytes that the body may have; 1 MiB when left out. */
  mostBytes?: number | undefined;
  /** Runs in a transaction unless it is a GET or takes an upload. */
  handle(input: { parameters: unknown; body: unknown }, context: Context): Promise<unknown>;
}

/** A body in a file. */
export interface Upload {
  file: string;
  /** Without parameters, in lower case: `text/csv`. */
  mediaType: string;
}

interface Declaration<P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType> {
  summary: string;
  parameters?: P;
  body?: B;
  answer?: A;
  upload?: readonly string[];
  mostBytes?: number;
  handle(input: { parameters: z.infer<P>; body: z.infer<B> }, context: Context): Promise<z.infer<A> | void>;
}

/** Declares an operation with its types checked. `name` is verb and path, such as `PUT /points/program`. */
export function merchantOperation<P extends z.ZodObject, B extends z.ZodType, A extends z.ZodType>(
  name: `${MerchantOperation['verb']} /${string}`, { handle, ...rest }: Declaration<P, B, A>
): MerchantOperation {
  const [verb, path] = name.split(' ') as [MerchantOperation['verb'], `/${string}`];
  return { verb, path, ...rest, handle: (input, context) => handle(input as never, context) };
}
