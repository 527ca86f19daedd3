/** Runs a test on a page that can’t load anything more: no part of an element, nor what comes after the first paint. */
import { AftercartElement } from '../base/aftercart-element.ts';

export async function withoutParts(run: () => Promise<void>): Promise<void> {
  const { lazy } = AftercartElement.prototype;
  AftercartElement.prototype.lazy = async () => undefined;
  try {
    await run();
  } finally {
    AftercartElement.prototype.lazy = lazy;
  }
}
