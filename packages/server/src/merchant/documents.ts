/** Reading and replacing a document, which every part of the server offers the merchant in the same way. */
import { z } from 'zod';
import { readDocument, writeDocument, type DocumentKind } from '../documents/documents.ts';
import { merchantOperation, type MerchantOperation } from './operation.ts';

/** `GET` and `PUT` of a document at a path. The version travels along, so that two people don’t overwrite each other. */
export function documentOperations<T>(path: `/${string}`, kind: DocumentKind<T>, what: string): MerchantOperation[] {
  const answer = z.object({ version: z.int().describe('Counts up with each change; 0 while there is none.'), body: kind.schema.nullable() });
  return [
    merchantOperation(`GET ${path}`, {
      summary: `Reads ${what}.`,
      answer,
      handle: async (_, context) => (await readDocument(context, kind)) ?? { version: 0, body: null },
    }),
    merchantOperation(`PUT ${path}`, {
      summary: `Replaces ${what}.`,
      body: z.object({ version: z.int().min(0).nullish().describe('Version that the change was made from; refused with CONFLICT when it is older.'), body: kind.schema }),
      answer,
      handle: ({ body }, context) => writeDocument(context, kind, body.body as T, body.version ?? undefined),
    }),
  ];
}
