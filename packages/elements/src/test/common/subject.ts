/** An element under the common tests, and what they do with its adapter. */
import type { Adapter } from '@aftercart/contract';
import type { AftercartElement } from '../../base/aftercart-element.ts';
import { mount, type Mounted } from '../mount.ts';
import { expect } from '../testing.ts';

export interface Subject {
  tag: string;
  /** An adapter with which the element becomes `ready`. */
  working: Adapter;
  /** The methods that the element can’t be ready without, as `service.method`. The first one decides. */
  needs: string[];
  /** An adapter with which it becomes `empty`, if it can. */
  empty?: Adapter;
  /** Attributes that it has in every test. */
  attributes?: string;
  /** Selector inside the shadow root that is only there when the element is ready. */
  ready: string;
}

type AnyElement = AftercartElement<any, any>;
export type Answer = (input: unknown, context: { signal: AbortSignal }) => unknown;

/** The same adapter, with other answers to what the element needs. */
export function answering({ working, needs }: Subject, answer: Answer): Adapter {
  const changed: Record<string, Record<string, unknown>> = {};
  for (const [service, methods] of Object.entries(working)) changed[service] = typeof methods === 'object' ? { ...methods } : methods;
  for (const need of needs) {
    const [service, method] = need.split('.') as [string, string];
    changed[service]![method] = answer;
  }
  return changed as unknown as Adapter;
}

export const never = () => new Promise(() => {});

/** The same adapter, which does something at each call of what the element needs, before it answers. */
export function watching(subject: Subject, before: () => void): Adapter {
  const { working, needs } = subject;
  const adapter = answering(subject, never) as unknown as Record<string, Record<string, Answer>>;
  for (const need of needs) {
    const [service, method] = need.split('.') as [string, string];
    const answer = (working as unknown as Record<string, Record<string, Answer>>)[service]![method]!;
    adapter[service]![method] = async (input, context) => {
      before();
      return answer(input, context);
    };
  }
  return adapter as unknown as Adapter;
}

export const axe = (element: Element) => expect(element).to.be.accessible({ ignoredRules: [] });

/** Puts the element into the page, over an adapter. */
export const openIn = ({ tag, attributes = '' }: Subject) =>
  (adapter: unknown, options: Parameters<typeof mount>[2] = {}): Promise<Mounted<AnyElement>> =>
    mount<AnyElement>(tag, adapter, { attributes, ...options });
