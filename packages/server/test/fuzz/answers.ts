/** Whether an answer is one that the document tells of. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FuzzRequest } from './requests.ts';

interface Response_ {
  $ref?: string;
  content?: Record<string, { schema?: object }>;
}

interface Document {
  paths: Record<string, Record<string, { responses: Record<string, Response_> }>>;
  components: { responses: Record<string, Response_>; schemas: object };
}

/** Says what is wrong with an answer, or nothing. */
export type Judge = (request: FuzzRequest, response: Response) => Promise<string | undefined>;

const segment = (text: string): string => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

export function judgeBy(document: object): Judge {
  const { paths, components } = document as Document;
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(document, 'document');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string): ValidateFunction => {
    let validate = compiled.get(pointer);
    if (!validate) compiled.set(pointer, (validate = ajv.compile({ $ref: `document#${pointer}` })));
    return validate;
  };

  return async ({ verb, path, url }, response) => {
    const { status } = response;
    // A path that was lengthened is of no operation, unless it is that of another.
    const place = `/paths/${segment(path)}/${verb.toLowerCase()}/responses/${status}`;
    const told = paths[path]![verb.toLowerCase()]!.responses[status];
    if (!told) return `${status} is not documented`;
    if (status >= 500) return `${status}: ${await response.text()}`;
    const [pointer, { content = {} }] = told.$ref ? [`/components/responses/${told.$ref.split('/').at(-1)}`, components.responses[told.$ref.split('/').at(-1)!]!] : [place, told];
    const type = (response.headers.get('content-type') ?? '').split(';')[0]!;
    if (type === 'text/event-stream') {
      await response.body!.cancel();
      return content[type] ? undefined : 'no stream is documented';
    }
    const text = await response.text();
    if (Object.keys(content).length === 0) return text === '' ? undefined : `${status} has a body`;
    if (!content[type]) return `${status} is of type ${type}`;
    const validate = validator(`${pointer}/content/${segment(type)}/schema`);
    const body: unknown = JSON.parse(text);
    if (!validate(body)) return `${status} breaks its schema: ${ajv.errorsText(validate.errors)} in ${text.slice(0, 300)} (${url.slice(0, 100)})`;
    if (status >= 400 && (body as { status: unknown }).status !== status) return `the problem says ${(body as { status: unknown }).status}, the answer ${status}`;
    return undefined;
  };
}
