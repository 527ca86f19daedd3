import type { TrackingTimelineElement } from './tracking-timeline.ts';

const MINUTE = 60_000;

/** Elements that say how old their data is. Weakly, and for a minute at most once they have left the page. */
const aging = new Set<WeakRef<TrackingTimelineElement>>();
let clock: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  for (const self of aging) {
    const host = self.deref();
    if (!host?.isConnected) aging.delete(self);
    // The note of stale data is read aloud, so it must not count the minutes.
    else if (host.phase === 'ready') host.requestUpdate();
  }
  if (aging.size) return;
  clearInterval(clock);
  clock = undefined;
}

/** Draws an element again each minute, for as long as it is on the page. */
export function drawEachMinute(self: WeakRef<TrackingTimelineElement>): void {
  aging.add(self);
  clock ??= setInterval(tick, MINUTE);
}
