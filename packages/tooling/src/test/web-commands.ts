import type { TestRunnerPlugin } from '@web/test-runner';
import type { ChromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';

/**
 * Server commands that tests may call on top of web-test-runner's own:
 * - `a11ySnapshot()` from `@web/test-runner-commands`: the accessibility tree;
 * - `executeServerCommand('media-features', { 'forced-colors': 'active' })`: any media features (`{}` takes them back), and
 *   `{ media: 'print' }`. It answers whether the browser can do it: Firefox can't, so such a test skips itself there.
 */
export function commandPlugins(): TestRunnerPlugin[] {
  return [a11ySnapshotPlugin(), mediaFeaturesPlugin()];
}

function mediaFeaturesPlugin(): TestRunnerPlugin<Record<string, string>> {
  return {
    name: 'media-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'media-features') return undefined;
      const page = (session.browser as ChromeLauncher).getPage(session.id);
      if ((await page.browser().version()).toLowerCase().includes('firefox')) return false;
      const { media = '', ...features } = payload ?? {};
      const cdp = await page.createCDPSession();
      await cdp.send('Emulation.setEmulatedMedia', {
        media,
        features: Object.entries(features).map(([name, value]) => ({ name, value })),
      });
      return true;
    },
  };
}
