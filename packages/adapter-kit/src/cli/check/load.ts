/** What the command is given: an adapter’s module, and a config. Everything that can be wrong with them is said in one line. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CONTRACT_VERSION, type Adapter } from '@aftercart/contract';
import type { AdapterSetup } from '../../setup.ts';
import { Problem, said } from '../problem.ts';

/** What `conformance.config.js` exports as its default, or a function (async if need be) gives. */
export interface CheckConfig extends Omit<AdapterSetup, 'create' | 'inspect'> {
  /** Makes the adapter. `module` is the adapter’s file, imported. */
  create(options: { fetch: typeof fetch; module: Record<string, unknown> }): Adapter | Promise<Adapter>;
  inspect?: AdapterSetup['inspect'];
  /** Called in the end: stops what was started for the checks. */
  close?(): void | Promise<void>;
}

export interface Loaded {
  setup: AdapterSetup;
  close(): Promise<void>;
}

/** @throws Problem */
export async function load(adapterFile: string, configFile: string): Promise<Loaded> {
  for (const file of [adapterFile, configFile]) if (!existsSync(resolve(file))) throw new Problem(`${file}: there is no such file.`);
  const module = await imported(adapterFile);
  const { default: exported } = await imported(configFile);
  const given = typeof exported === 'function' ? await attempt(() => (exported as () => unknown)(), `${configFile}: its function throws`) : exported;
  if (typeof given !== 'object' || given === null) {
    throw new Problem(`${configFile} has no config: export default { create, seed, inspect }, or a function that gives it.`);
  }
  const config = given as CheckConfig;
  const close = async () => config.close?.();
  for (const [name, what] of [['create', '({ fetch, module }) => the adapter'], ['seed', 'async (world) => { tokens, orders, … }']] as const) {
    if (typeof config[name] === 'function') continue;
    await close();
    throw new Problem(`${configFile} lacks \`${name}\`: ${what}.`);
  }
  return { close, setup: { ...config, inspect: config.inspect ?? {}, create: (options) => config.create({ ...options, module }) } };
}

const imported = (file: string): Promise<Record<string, unknown>> =>
  attempt(() => import(/* @vite-ignore */ pathToFileURL(resolve(file)).href) as Promise<Record<string, unknown>>, `${file} throws when it is imported`);

async function attempt<T>(act: () => T | Promise<T>, what: string): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new Problem(`${what}: ${said(error)}`);
  }
}

/**
 * The adapter, once it is known to be one that this kit can check.
 *
 * @throws Problem
 */
export async function made(setup: AdapterSetup, configFile: string): Promise<Adapter> {
  const adapter: unknown = await attempt(() => setup.create({ fetch }), `${configFile}: \`create\` throws`);
  if (typeof adapter !== 'object' || adapter === null) throw new Problem(`${configFile}: \`create\` gives ${String(adapter)}, not an adapter.`);
  const { id, contract = CONTRACT_VERSION } = adapter as Adapter;
  if (contract !== CONTRACT_VERSION) throw new Problem(`“${id}” speaks contract ${contract}, this kit ${CONTRACT_VERSION}. Install versions that belong together.`);
  return adapter as Adapter;
}
