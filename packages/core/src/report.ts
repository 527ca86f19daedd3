/** What a developer is told: what is wrong, and where. `explain` says how to mend it. */
export interface Report {
  level: 'warn' | 'error';
  /** An `ErrorCode`, or a word for a fault in the page such as `UNKNOWN_SHOP`. */
  code: string;
  /** The tag, attribute or `service.method`. */
  where: string;
  /** What exactly, in as few words as do: a path, a name, the message of an error. */
  message: string;
  cause?: unknown;
}

export type OnReport = (report: Report) => void;

/** One console line a report. The words for it come only now, so that a page without faults never loads them. */
export const consoleReport = async (report: Report): Promise<void> => {
  const { level, code, where, message, cause } = report;
  const words = await import('./explain.ts').then(
    ({ explainOnce }) => explainOnce(report),
    () => message,
  );
  if (words) console[level](`[aftercart] ${where}: ${words} (${code})`, ...(cause === undefined ? [] : [cause]));
};

/** Passes each cause on once, and never lets a reporter throw. */
export function reportOnce(onReport: OnReport = consoleReport): OnReport {
  const seen = new Set<string>();
  return (report) => {
    const cause = report.where + report.code + report.message;
    if (seen.has(cause) || seen.size > 500) return;
    seen.add(cause);
    // A reporter that throws or rejects must not take the page with it.
    void (async () => onReport(report))().catch(() => {});
  };
}
