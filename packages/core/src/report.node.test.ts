import { describe, expect, it, vi } from 'vitest';
import { settle, underControl } from '../test/helpers.ts';
import { consoleReport, reportOnce, type Report } from './report.ts';

underControl();
const report: Report = { level: 'warn', code: 'X', where: 'here', message: 'Something is wrong. Mend it.' };

describe('reports', () => {
  it('go to the console in one line, with the cause when there is one', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const error = vi.spyOn(console, 'error').mockReturnValue();
    await consoleReport(report);
    await consoleReport({ ...report, level: 'error', cause: 'deep' });
    expect(warn.mock.calls).toEqual([['[aftercart] here: Something is wrong. Mend it. (X)']]);
    expect(error.mock.calls).toEqual([['[aftercart] here: Something is wrong. Mend it. (X)', 'deep']]);
  });

  it('are passed on at once, and once a cause', () => {
    const onReport = vi.fn();
    const tell = reportOnce(onReport);
    for (let i = 0; i < 3; i++) tell({ ...report });
    tell({ ...report, where: 'there' });
    expect(onReport.mock.calls.map(([{ where }]) => where)).toEqual(['here', 'there']);
  });

  it('never throw or reject, whatever the reporter does', async () => {
    reportOnce(() => {
      throw new Error('x');
    })(report);
    reportOnce(async () => {
      throw new Error('x');
    })(report);
    await settle();
  });

  it('end when there are too many to read', () => {
    const onReport = vi.fn();
    const tell = reportOnce(onReport);
    for (let i = 0; i < 5_000; i++) tell({ ...report, message: `${i}` });
    expect(onReport.mock.calls.length).toBeLessThan(600);
  });
});
