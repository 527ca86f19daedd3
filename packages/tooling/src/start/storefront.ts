import { join } from 'node:path';
import { root } from '../repo.ts';
import { StaticFiles } from './static-files.ts';

/** The demo storefront at `/`, the smallest page at `/plain/`, the built static files at `/aftercart/`, and more on demand. */
export function storefrontFiles(more: Readonly<Record<string, string>> = {}): StaticFiles {
  return new StaticFiles({
    '/': join(root, 'examples/storefront'),
    '/plain/': join(root, 'examples/plain-html'),
    '/aftercart/': join(root, 'packages/elements/dist/cdn'),
    ...more,
  });
}
