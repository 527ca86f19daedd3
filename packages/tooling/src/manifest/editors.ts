import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { generateJsxTypes } from '@wc-toolkit/jsx-types';
import type { Package as Manifest } from 'custom-elements-manifest';
import type { Package } from '../repo.ts';

/** Writes the manifest and what editors and JSX read, all made from it, into `dist/`. */
export function writeEditorData(pkg: Package, manifest: Manifest): void {
  const outdir = join(pkg.dir, 'dist');
  const write = (file: string, content: string): void => writeFileSync(join(outdir, file), content);
  write('custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`);
  // Each generator gets a copy of its own: they write into what they are given.
  const copy = (): never => structuredClone(manifest) as never;
  write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(copy(), {}));
  write('vscode.css-custom-data.json', getVsCodeCssCustomData(copy(), {}));
  write('web-types.json', getWebTypesData(copy(), {}));
  generateJsxTypes(copy(), {
    outdir,
    fileName: 'jsx.d.ts',
    componentTypePath: (_name, tag = '') => `./${tag.replace('aftercart-', '')}/${tag.replace('aftercart-', '')}.js`,
  });
}
