import { AdapterError } from '@aftercart/contract';
import { z } from 'zod';
import { merchantOperation, type MerchantOperation, type Upload } from '../merchant/operation.ts';
import { KIND_NAMES } from './kinds/kinds.ts';
import { importFile, type ImportReport } from './run.ts';

const MOST_BYTES = 50 * 1024 * 1024;
const FORMATS = { 'application/json': 'json', 'text/csv': 'csv', 'text/tab-separated-values': 'csv' } as const;

const Report = z
  .object({
    kind: z.enum(KIND_NAMES),
    dryRun: z.boolean().describe('Whether it was only tried: nothing was written.'),
    imported: z.int().describe('Records that were written.'),
    skipped: z.int().describe('Records that were there already, just so.'),
    wrong: z.int().describe('How many things are wrong. With any, nothing is written.'),
    troubles: z
      .array(
        z.object({
          row: z.int().nullable().describe('As a spreadsheet numbers it: the header is row 1. In JSON, the place in the list from 1.'),
          column: z.string().nullable(),
          problem: z.string(),
          mend: z.string().describe('How to mend it.'),
        }),
      )
      .describe('The first thousand of them.'),
  })
  .meta({ id: 'ImportReport', description: 'What became of an import.' });

const flag = z.enum(['true', 'false']).default('false').transform((value) => value === 'true');

/** Nothing was written; the problem has the report. */
class ImportRefused extends AdapterError {
  readonly members: { report: ImportReport };

  constructor(report: ImportReport) {
    super('INVALID_REQUEST', `Nothing was imported: ${report.wrong} ${report.wrong === 1 ? 'thing is' : 'things are'} wrong, see \`report\`.`);
    this.members = { report };
  }
}

export const importsMerchant: readonly MerchantOperation[] = [
  merchantOperation('POST /imports/{kind}', {
    summary: 'Imports a file: all of it or nothing. The same file again changes nothing. With anything wrong, the problem has the report as `report`.',
    parameters: z.strictObject({
      kind: z.enum(KIND_NAMES),
      dryRun: flag.describe('`true` tries it and writes nothing.'),
      history: flag.describe('`true`, for orders: what happened to them earns nothing any more.'),
    }),
    upload: Object.keys(FORMATS),
    mostBytes: MOST_BYTES,
    answer: Report,
    handle: async ({ parameters, body }, { runtime }) => {
      const { file, mediaType } = body as Upload;
      const report = await importFile(runtime, { ...parameters, file, format: FORMATS[mediaType as keyof typeof FORMATS] });
      if (report.wrong > 0 && !report.dryRun) throw new ImportRefused(report);
      return report;
    },
  }),
];
