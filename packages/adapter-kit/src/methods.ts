/** The methods of the contract by their names: their types, their schemas, and what is wrong with an answer. */
import type { Adapter, AdapterContext, Capability, ServiceName, Services } from '@aftercart/contract';
import { OPERATIONS, type Operation } from '@aftercart/contract/protocol';

type NamedMethod<C extends Capability> = C extends `${infer S extends ServiceName}.${infer M}`
  ? M extends keyof Services[S] ? NonNullable<Services[S][M]> : never
  : never;

/** What a method is given. */
export type Input<C extends Capability> = Parameters<NamedMethod<C>>[0];
/** What a method answers; of a stream, the iterable. */
export type Answer<C extends Capability> = Awaited<ReturnType<NamedMethod<C>>>;

export type AnyMethod = (input: unknown, context: AdapterContext) => unknown;

export const operationOf = (capability: Capability): Operation => OPERATIONS.find(({ method }) => method === capability)!;

/** A method, as it hangs in its service. */
export function methodOf(adapter: Adapter, capability: Capability): { service: object; method: AnyMethod } {
  const [name, method] = capability.split('.') as [ServiceName, string];
  const service = adapter[name] as unknown as Record<string, AnyMethod>;
  return { service, method: service[method]! };
}

/** What of an answer is not as the contract says, each with its path; empty when all is well. */
export function faultsOf(capability: Capability, answer: unknown): string[] {
  const { output, nullable, outputName } = operationOf(capability);
  if (answer === null && nullable) return [];
  const parsed = output.safeParse(answer);
  if (parsed.success) return strangeCodes(parsed.data, answer, '');
  return parsed.error.issues.map(({ path, message }) => `${pathOf(path) || outputName}: ${message} (it is ${shown(valueAt(answer, path))})`);
}

/** Codes that the contract does not know read as another one; with a backend that holds nothing strange that is a mistake. */
function strangeCodes(read: unknown, answer: unknown, path: string): string[] {
  if (typeof read === 'object' && read !== null && typeof answer === 'object' && answer !== null) {
    return Object.entries(read).flatMap(([key, value]) =>
      strangeCodes(value, (answer as Record<string, unknown>)[key], Array.isArray(read) ? `${path}[${key}]` : path ? `${path}.${key}` : key));
  }
  return read === answer ? [] : [`${path}: ${shown(answer)} is no code of the contract, which reads it as ${shown(read)}`];
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part)), '');

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? (part as Record<PropertyKey, unknown>)[key] : undefined), value);

const shown = (value: unknown): string => (value === undefined ? 'missing' : (JSON.stringify(value)?.slice(0, 80) ?? String(value)));
