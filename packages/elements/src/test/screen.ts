/** The size of the window, for one test. */
import { setViewport } from '@web/test-runner-commands';

let isUsual = true;

/** Makes the window as large as a device’s, in pixels, until the test has ended. */
export async function onScreen(width: number, height = 800): Promise<void> {
  isUsual = false;
  await setViewport({ width, height });
}

afterEach(async () => {
  if (isUsual) return;
  await setViewport({ width: 800, height: 600 });
  isUsual = true;
});
