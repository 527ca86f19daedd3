/** Birthdays, and the points for them. */
import type { Runtime } from '../context.ts';
import { award } from '../points/award.ts';
import { addDays, dayOf } from '../points/ledger/calendar.ts';
import { pointsFor } from '../points/program-document.ts';
import { transactAsSystem } from '../transact.ts';

/** Days that a birthday is made up for when the server was down. */
const LATE_DAYS = 7;
/** Days between two rewards, a little less than a year: who changes the birthday does not collect twice. */
const LEAST_DAYS = 360;
const PORTION = 100;

/** Days of each month, in a leap year. */
const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day of the year, `MM-DD`. 29 February is one. */
export function isBirthday(text: string): boolean {
  const [, month, day] = /^(\d\d)-(\d\d)$/.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= (LENGTHS[Number(month) - 1] ?? 0);
}

/** The birthdays that are kept on a day. Who was born on 29 February has it on the 28th in other years. */
export function birthdaysOn(day: Date): string[] {
  const own = dayOf(day).slice(5);
  return own === '02-28' && dayOf(addDays(day, 1)).slice(5) !== '02-29' ? [own, '02-29'] : [own];
}

/** Rewards the birthdays of today and of the last week that were not yet, of members who had joined before. */
export async function rewardBirthdays(runtime: Runtime): Promise<void> {
  const points = await pointsFor(runtime.store, 'birthday');
  if (!points) return;
  for (let late = LATE_DAYS; late >= 0; late--) {
    const day = addDays(runtime.clock(), -late);
    let found: string[];
    do {
      found = await toReward(runtime, day);
      for (const shopperId of found) await reward(runtime, shopperId, day, points);
    } while (found.length === PORTION && !runtime.stopping.aborted);
  }
}

async function toReward({ store: { db } }: Runtime, day: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('shoppers')
    .select('id')
    .where('birthday', 'in', birthdaysOn(day))
    .where('state', '=', 'member')
    .where('enrolled_at', '<', dayOf(day))
    .where((eb) => eb.or([eb('birthday_rewarded_on', 'is', null), eb('birthday_rewarded_on', '<', dayOf(addDays(day, -LEAST_DAYS)))]))
    .limit(PORTION)
    .execute();
  return rows.map(({ id }) => id);
}

const reward = (runtime: Runtime, shopperId: string, day: Date, points: number): Promise<void> =>
  transactAsSystem(runtime, async (context) => {
    // Of two processes that do this at once, one changes the row.
    const mine = await context.db
      .updateTable('shoppers')
      .set({ birthday_rewarded_on: dayOf(day) })
      .where('id', '=', shopperId)
      .where((eb) => eb.or([eb('birthday_rewarded_on', 'is', null), eb('birthday_rewarded_on', '<', dayOf(addDays(day, -LEAST_DAYS)))]))
      .returning('id')
      .executeTakeFirst();
    if (mine) await award(context, { shopperId, points, kind: 'birthday', description: null, source: `birthday:${shopperId}:${dayOf(day)}` });
  });
