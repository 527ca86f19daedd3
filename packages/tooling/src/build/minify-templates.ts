import { minifyHTMLLiterals } from 'minify-literals';
import type { Plugin } from 'vite';

/**
 * Minifies what is inside css`` and html``. White space beside inline boxes becomes one space, because it shows; beside blocks it goes, with
 * the text node that it would be. Attributes stay as they were written.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'aftercart:minify-templates',
    enforce: 'pre',
    async transform(code, id) {
      if (!id.endsWith('.ts') || id.includes('/node_modules/')) return null;
      const result = await minifyHTMLLiterals(code, {
        fileName: id,
        html: {
          collapseWhitespace: true,
          removeComments: true,
          collapseBooleanAttributes: false,
          removeEmptyAttributes: false,
          removeRedundantAttributes: false,
          removeAttributeQuotes: true,
          removeOptionalTags: false,
        },
      });
      return result ? { code: result.code, map: result.map ?? null } : null;
    },
  };
}
