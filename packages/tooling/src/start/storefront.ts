import { join } from 'node:path';
import { root } from '../repo.ts';
import { StaticFiles } from './static-files.ts';

/**
 * The demo storefront at `/`, the smallest page at `/plain/`, the built static files at `/aftercart/`, and more on demand.
 *
 * @param changePage What becomes of each page before it is sent.
 */
export function storefrontFiles(more: Readonly<Record<string, string>> = {}, changePage?: (html: string) => string): StaticFiles {
  const mounts = {
    '/': join(root, 'examples/storefront'),
    '/plain/': join(root, 'examples/plain-html'),
    '/aftercart/': join(root, 'packages/elements/dist/cdn'),
    ...more,
  };
  return new StaticFiles(mounts, changePage);
}
