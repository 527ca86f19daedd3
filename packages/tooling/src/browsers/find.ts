import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export const browserNames = ['chromium', 'firefox'] as const;
export type BrowserName = (typeof browserNames)[number];

const places: Record<BrowserName, { variable: string; commands: string[]; files: string[] }> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'],
    files: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    files: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
  },
};

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findCommand(command: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, command)).find(isExecutable);
}

/** The machine's own browser: the variable (`CHROME_PATH`, `FIREFOX_PATH`) wins over the usual commands and places. */
export function findBrowser(name: BrowserName): string | undefined {
  const { variable, commands, files } = places[name];
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} is ${named}, which is not a program that can be run.`);
  }
  for (const command of commands) {
    const file = findCommand(command);
    if (file) return file;
  }
  return files.find(isExecutable);
}
