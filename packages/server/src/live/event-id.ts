/** Ids of events: the number of a change, and of which topic it is, since each topic counts for itself. */
import type { Context } from '../context.ts';
import { lastChange } from './topics.ts';

const ID = /^(\d{1,15})-([\w-]{8})$/;

/** Tells topics apart, and nothing about them. */
const tagOf = ({ runtime }: Pick<Context, 'runtime'>, topic: string): string => runtime.fingerprints.of('topic', topic).slice(0, 8);

export const eventIdsOf = (context: Pick<Context, 'runtime'>, topic: string): ((change: number) => string) => {
  const tag = tagOf(context, topic);
  return (change) => `${change}-${tag}`;
};

/**
 * The change after which a stream goes on; undefined when it starts anew, because there is no id, or one of another topic (the guest has
 * signed in), or of changes that this database does not have (it was restored from a backup).
 */
export async function changeOf(context: Pick<Context, 'runtime' | 'db'>, topic: string, id: string | undefined): Promise<number | undefined> {
  const [, change, tag] = ID.exec(id ?? '') ?? [];
  if (change === undefined || tag !== tagOf(context, topic)) return undefined;
  return Number(change) <= (await lastChange(context.db, topic)) ? Number(change) : undefined;
}
