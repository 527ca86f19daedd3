import { analyze } from '../manifest/analyze.ts';
import { apiOf } from '../manifest/api.ts';
import { elementDocs } from '../manifest/docs.ts';
import { addToRecord, recordProblems } from '../manifest/record.ts';
import { sourceProblems } from '../manifest/sources.ts';
import { packageById } from '../repo.ts';
import type { Gate } from './gate.ts';

/** What the elements document is what they do, is in the record of the public API, and is in the docs. */
export const manifest: Gate = {
  name: 'manifest',
  async check({ write }) {
    const pkg = packageById('elements');
    const analyzed = await analyze(pkg);
    const api = apiOf(analyzed);
    if (write) addToRecord(pkg, api);
    return {
      problems: [...sourceProblems(pkg, api), ...recordProblems(pkg, api), ...elementDocs(analyzed, { write })],
      note: `${Object.keys(api).length} elements`,
    };
  },
};
