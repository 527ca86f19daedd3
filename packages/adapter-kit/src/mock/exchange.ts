/** A request and its answer, as the mock sees them. */

export interface Asked {
  method: string;
  /** Without its query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The JSON of the body; undefined when there is none. */
  body: unknown;
}

export interface Answer {
  status: number;
  /** Sent as JSON; nothing is sent when it is left out. */
  body?: unknown;
  headers?: Record<string, string>;
}

/** A request that the shop does not do, and says why. */
export class Refusal extends Error {
  readonly status: number;
  /** The code in the body: `{ "error": "not_enough_points" }`. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const ok = (body: unknown, status = 200): Answer => ({ status, body });
export const refused = ({ status, code, message }: Refusal): Answer => ({ status, body: { error: code, message } });

/** The fields of a JSON object; none of anything else. */
export const fieldsOf = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : {};

/** A text that has to be there. */
export function textOf(body: unknown, name: string): string {
  const value = fieldsOf(body)[name];
  if (typeof value !== 'string' || !value) throw new Refusal(422, 'invalid', `“${name}” has to be a text.`);
  return value;
}
