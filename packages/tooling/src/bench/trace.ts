/** What a trace of Chromium tells about the main thread of a page. */

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
}

export const traceCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.execute', 'blink.user_timing'];

export interface MainThread {
  /** Milliseconds of compiling, running and collecting the garbage of JavaScript. */
  script: number;
  /** Milliseconds of the longest task. */
  longestTask: number;
}

// Whatever of these is outermost counts, with all that it contains.
const scriptEvents = new Set([
  'EvaluateScript', 'FunctionCall', 'MajorGC', 'MinorGC', 'RunMicrotasks', 'v8.callFunction', 'v8.compile', 'v8.compileModule',
  'v8.evaluateModule', 'v8.produceModuleCache', 'v8.run',
]);

/**
 * Reads a trace of a page that marked `bench:start`. Times are those that the processor spent on the thread, so that
 * whatever else the machine does counts less; a throttled processor spends the throttling too.
 */
export function readTrace(trace: Uint8Array): MainThread {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const start = traceEvents.find(({ name }) => name === 'bench:start');
  if (!start) throw new Error('The page never marked its start.');
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === start.pid && tid === start.tid)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const tasks = events.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur > start.ts);
  return {
    script: sum(outermost(events.filter(({ name }) => scriptEvents.has(name))).map(milliseconds)),
    longestTask: Math.max(0, ...tasks.map(milliseconds)),
  };
}

function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  let end = 0;
  return events.filter(({ ts, dur = 0 }) => {
    const outer = ts >= end;
    if (outer) end = ts + dur;
    return outer;
  });
}

const milliseconds = ({ dur = 0, tdur = dur }: TraceEvent): number => tdur / 1000;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
