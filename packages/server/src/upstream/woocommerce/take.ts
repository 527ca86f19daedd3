/** Taking an order in the way that imports take. */
import type { Runtime } from '../../context.ts';
import { orders } from '../../imports/kinds/orders.ts';
import { transactAsSystem } from '../../transact.ts';

/** What became of an order; a word of the shop’s own fields that says why it was left out. */
export type Taken = 'imported' | 'skipped' | { leftOut: string };

/** Undoes what was written of an order that is refused. */
class Undone extends Error {}

/**
 * Told again it changes nothing.
 *
 * @param history What happened to it has had its effect elsewhere and earns nothing here.
 */
export async function take(runtime: Runtime, order: unknown, history: boolean): Promise<Taken> {
  const read = orders.schema.safeParse(order);
  if (!read.success) return { leftOut: read.error.issues[0]!.path.join('.') };
  try {
    return await transactAsSystem(runtime, async (context) => {
      const [outcome] = await orders.write(context, [{ row: 1, value: read.data }], { history });
      if (typeof outcome !== 'string') throw new Undone();
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return { leftOut: 'refused' };
    throw error;
  }
}
