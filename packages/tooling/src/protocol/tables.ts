/** The tables of docs/protocol.md, made from the protocol’s own. */
import { AdapterError, ERROR_CODES, type ErrorCode } from '../../../contract/src/errors.ts';
import { OPERATIONS, STATUS_OF, type Operation } from '../../../contract/src/protocol/index.ts';

/** What only a page can know of itself; no backend answers with it. */
const OF_PAGES: readonly ErrorCode[] = ['OFFLINE', 'NETWORK', 'TIMEOUT', 'ABORTED', 'INVALID_RESPONSE', 'ADAPTER_FAULT'];

const table = (head: string[], rows: string[][]): string => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
const code = (text: string): string => `\`${text}\``;

function kindOf({ write, shared, stream, nullable }: Operation): string {
  const kinds = [write && 'write', shared && 'shared', stream && 'stream', nullable && 'may be 204'];
  return kinds.filter(Boolean).join(', ');
}

function operations(): string {
  return table(
    ['Request', 'Input', 'Answer', 'Token', 'Kind', 'What it is'],
    OPERATIONS.map((operation) => {
      const { verb, path, inputName, outputName, access, summary } = operation;
      return [code(`${verb} ${path}`), inputName ? code(inputName) : '', code(outputName), access === 'shopper' ? 'needed' : 'if there is one', kindOf(operation), summary];
    }),
  );
}

function problems(): string {
  const codes = ERROR_CODES.filter((each) => !OF_PAGES.includes(each)).toSorted((a, b) => STATUS_OF[a] - STATUS_OF[b]);
  return table(
    ['Status', '`code`', 'Tried again by itself'],
    codes.map((each) => [String(STATUS_OF[each]), `[${code(each)}](errors.md#${each.toLowerCase()})`, new AdapterError(each).retryable ? 'reads, twice' : '']),
  );
}

/** By the name that stands in the markers around each. */
export const protocolTables: Readonly<Record<string, () => string>> = { operations, problems };
