import type { Runtime } from '../../context.ts';
import type { Sweep } from '../../sweeps.ts';
import { transact } from '../../transact.ts';
import { questionsOf } from './questions.ts';
import { DAY } from '../../time.ts';

/** Days after which a question that nobody asks any more is forgotten. */
const KEPT_DAYS = 365;

/** Writes what this process has counted. */
export async function writeQuestions(runtime: Runtime): Promise<void> {
  const questions = questionsOf(runtime);
  const now = runtime.clock();
  const tallies = questions.take(now);
  if (!tallies.length) return;
  // In one order, so that two processes don’t wait for each other.
  tallies.sort((a, b) => (`${a.locale}\n${a.query}` < `${b.locale}\n${b.query}` ? -1 : 1));
  try {
    await transact(runtime, async ({ db }) => {
      for (const tally of tallies) {
        await db
          .insertInto('faq_questions')
          .values({ ...tally, last_asked_at: now.toISOString() })
          .onConflict((conflict) =>
            conflict.columns(['locale', 'query']).doUpdateSet((eb) => ({
              asked: eb('faq_questions.asked', '+', tally.asked),
              nothing: eb('faq_questions.nothing', '+', tally.nothing),
              unhelpful: eb('faq_questions.unhelpful', '+', tally.unhelpful),
              last_asked_at: eb.ref('excluded.last_asked_at'),
            })),
          )
          .execute();
      }
    });
  } catch (error) {
    questions.giveBack(tallies);
    throw error;
  }
}

async function forgetOldQuestions({ store, clock }: Runtime): Promise<void> {
  const oldest = new Date(clock().getTime() - KEPT_DAYS * DAY).toISOString();
  await store.db.deleteFrom('faq_questions').where('last_asked_at', '<', oldest).execute();
}

export const faqSweeps: readonly Sweep[] = [
  { name: 'faq-questions', every: 10, run: writeQuestions },
  { name: 'faq-questions-old', every: 86_400, run: forgetOldQuestions },
];
