import { consoleReport } from '@aftercart/core';

/**
 * Registers an element. A second copy of the page’s scripts, of the same version, is no news; of another version, the
 * first one stays and the developer is told.
 */
export function define(tag: string, element: CustomElementConstructor): void {
  const before = customElements.get(tag) as (CustomElementConstructor & { version?: string }) | undefined;
  if (!before) customElements.define(tag, Object.assign(element, { version: __AFTERCART_VERSION__ }));
  else if (before.version !== __AFTERCART_VERSION__) {
    void consoleReport({ level: 'warn', code: 'DEFINED_TWICE', where: `<${tag}>`, message: String(before.version) });
  }
}
