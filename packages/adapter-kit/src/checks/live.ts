/** Streams: they tell what changed, and they end. */
import type { Capability } from '@aftercart/contract';
import { broken, hold, within } from '../assert.ts';
import { faultsOf } from '../methods.ts';
import type { Trial } from '../trial.ts';

/** Milliseconds after which something is changed once more, for a stream that was not open yet when it was changed before. */
const AGAIN = 50;

/**
 * Changes something in the backend until the stream tells it; then leaves, which must end the stream.
 *
 * @param change Changes something, and each time something else. Whether a stream is open can’t be seen from here, so it may be called again.
 * @param isIt Whether what was told is how things are now.
 */
export async function hears(trial: Trial, capability: Capability, change: (time: number) => Promise<unknown>, isIt: (told: unknown) => boolean | Promise<boolean>): Promise<void> {
  const leave = new AbortController();
  const stream = trial.listen(capability, {}, trial.context('ann', { signal: leave.signal }));
  try {
    const listening = until(capability, stream, isIt).then(() => true);
    // What it fails with is looked at below, when something was changed.
    listening.catch(() => {});
    const telling = (async () => {
      for (let time = 0; ; time++) {
        await change(time);
        if (await Promise.race([listening, new Promise<false>((resolve) => setTimeout(resolve, AGAIN, false))])) return;
      }
    })();
    await within(trial.patience, telling, `${capability} tells what changed`, {
      expected: 'the change', came: `nothing in ${trial.patience} ms`, todo: 'Listen to the backend’s events, or look again after a while, and yield what is different.',
    });
  } finally {
    leave.abort();
  }
  await ends(trial, capability, stream);
}

async function until(capability: Capability, stream: AsyncIterator<unknown>, isIt: (told: unknown) => boolean | Promise<boolean>): Promise<void> {
  for (let told = await stream.next(); ; told = await stream.next()) {
    if (told.done) throw broken(`${capability} goes on until it is told to end`, { expected: 'the change', came: 'the end of the stream', todo: 'Keep listening until `context.signal` aborts.' });
    const faults = faultsOf(capability, told.value);
    hold(!faults.length, `${capability} tells what the contract says`, { expected: 'what the schema says', came: faults.join('; '), todo: 'Translate what the backend tells.' });
    if (await isIt(told.value)) return;
  }
}

/** A stream whose signal aborted ends, and no failure of its own comes after it. */
async function ends(trial: Trial, capability: Capability, stream: AsyncIterator<unknown>): Promise<void> {
  const end = (async () => {
    for (;;) if ((await stream.next()).done) return 'its end';
  })().catch((error: unknown) => error);
  const came = await within(trial.patience, end, `${capability} ends when its signal aborts`, {
    expected: 'the end of the stream', came: `nothing in ${trial.patience} ms`, todo: 'Give `context.signal` to what is waited for.',
  });
  hold(came === 'its end' || (came as { code?: string }).code === 'ABORTED', `${capability} ends when its signal aborts`, {
    expected: 'the end of the stream, or ABORTED', came, todo: 'To be told to stop is no failure.',
  });
}
