import type { LaunchOptions } from 'puppeteer-core';
import type { BrowserName } from './find.ts';

// A test browser talks to nobody but the test server.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
];

// Leak tests collect garbage themselves and read exact numbers.
const measurable = ['--js-flags=--expose-gc', '--enable-precise-memory-info'];

const quietFirefox = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.search.update': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/** How every script of ours starts a browser, tests and benchmarks alike. */
export function launchOptions(name: BrowserName, executablePath: string): LaunchOptions {
  if (name === 'firefox') {
    return { browser: 'firefox', executablePath, headless: true, extraPrefsFirefox: quietFirefox };
  }
  // Chromium refuses to run as root inside its sandbox (containers, CI).
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { browser: 'chrome', executablePath, headless: true, args: [...quiet, ...measurable, ...asRoot] };
}
