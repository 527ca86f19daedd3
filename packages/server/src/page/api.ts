/** The page is a client of the merchant API like any other: what it shows and does, the shop’s own programs can. */
import type { Hono } from 'hono';
import { Problem } from '@aftercart/contract/protocol';
import type { Runtime } from '../context.ts';
import type { Env } from '../http/types.ts';
import { MERCHANT_BASE } from '../merchant/serve.ts';

/** A refusal, in the words that the API has for it. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

export interface MerchantApi {
  /** @throws Refusal */
  get<T>(path: string): Promise<T>;
  /** @throws Refusal */
  send(verb: 'PUT' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<void>;
}

export function merchantApi(app: Hono<Env>, { secrets }: Runtime): MerchantApi {
  const ask = async (verb: string, path: string, body?: unknown): Promise<Response> => {
    const response = await app.request(MERCHANT_BASE + path, {
      method: verb,
      headers: { authorization: `Bearer ${secrets.merchantKey}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Refusal(Problem.parse(await response.json()));
    return response;
  };
  return {
    get: async <T>(path: string) => (await (await ask('GET', path)).json()) as T,
    send: async (verb, path, body) => void (await ask(verb, path, body)),
  };
}
