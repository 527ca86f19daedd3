/** The words for faults, loaded when there is one. `docs/errors.md` says more about each code. */
import type { Report } from './report.ts';

/** By code: what is wrong, with `{}` for the exact place, and what to do. */
const WORDS: Readonly<Record<string, string>> = {
  // Backend and adapter.
  NETWORK: 'the backend could not be reached: {}. Look at the address and at CORS.',
  TIMEOUT: 'the backend gave no answer within {}. Make it faster, or raise `timeout`.',
  UNAVAILABLE: '{}',
  RATE_LIMITED: 'the backend asks to wait: {}. Fewer pages should ask for it, or its limit should be higher.',
  INVALID_RESPONSE: 'the answer breaks the contract: {}. Bad items of a list are left out; anything else shows an error.',
  INVALID_REQUEST: 'the backend refused the request: {}',
  ADAPTER_FAULT: '{}. An adapter must be what its factory gives, in the version of this page, and reject with an AdapterError.',
  FORBIDDEN: 'the backend refuses this shopper: {}',
  // Shopper.
  TOKEN_EXPIRED: 'the backend refused a fresh token: {}. Look at how it is signed, and at the clocks.',
  UNAUTHENTICATED: 'the backend refused a fresh token: {}. Look at how it is signed, and at its audience.',
  // Page.
  UNKNOWN_SHOP: 'no shop “{}” is on this page, so the slotted content is shown. Add <aftercart-shop adapter="…"> (with name="{}" unless it is “default”), or call defineShop.',
  SHOP_TWICE: 'there are two shops “{}” on this page; the later one is used. Give them names.',
  DEFINED_TWICE: 'this page includes another version, {}, which came first and stays. Include one.',
  BAD_ATTRIBUTE: '{} is not understood and left out. See the element’s page in docs/elements.',
  BAD_JSON: 'the JSON inside can’t be read and is left out: {}',
  NO_ADAPTER: '{}. Elements show their slotted content.',
  CHUNK_FAILED: 'a file could not be loaded: {}. Are all files of dist/cdn on the host, and allowed by the Content Security Policy?',
  ELEMENT_FAULT: 'it could not be drawn, so its slotted content is shown. Please report this: {}',
  SUBSCRIBER_FAULT: 'a subscriber of a store threw: {}',
};

/** Codes of faults in the page, beside those that an adapter gives. */
export const PAGE_CODES = ['UNKNOWN_SHOP', 'SHOP_TWICE', 'DEFINED_TWICE', 'BAD_ATTRIBUTE', 'BAD_JSON', 'NO_ADAPTER', 'CHUNK_FAILED', 'ELEMENT_FAULT', 'SUBSCRIBER_FAULT'] as const;

const NOT_LOADED = 'it could not be loaded: {}. Look at the address of its file, and at what it throws when it is imported or made.';

/** What is wrong and what to do about it, in one line. */
export function explain({ code, where, message }: Report): string {
  // What was thrown there is anybody’s, and may have lines and an end of its own.
  if (code === 'UNAVAILABLE' && where === 'adapter') return NOT_LOADED.replace('{}', () => message.split('\n', 1)[0]!.replace(/\.+$/, ''));
  return WORDS[code]?.replaceAll('{}', () => message) ?? message;
}

/** What a page lacks it lacks for all of its elements. */
const SAID_ONCE = /^(UNKNOWN_SHOP|CHUNK_FAILED)$/;
const said = new Set<string>();

/** The same, and nothing where another element of the page has said so already. */
export function explainOnce(report: Report): string | undefined {
  const { code, message } = report;
  if (SAID_ONCE.test(code) && said.size === said.add(code + message).size) return undefined;
  return explain(report);
}
