import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import type { CustomElementDeclaration, Package as Manifest } from 'custom-elements-manifest';
import type { Package } from '../repo.ts';

export type Declaration = CustomElementDeclaration & { cssStates?: { name: string; description?: string }[] };

/** The custom elements manifest, from the JSDoc of the sources: the classes with a tag and what is public about them. */
export async function analyze(pkg: Package): Promise<Manifest> {
  const argv = ['analyze', '--litelement', '--quiet', '--globs', 'src/**/*.ts', '--exclude', 'src/**/*.test.ts', 'src/loader/**', 'src/test/**'];
  const manifest = (await cli({ argv, cwd: pkg.dir, noWrite: true })) as Manifest;
  manifest.modules = manifest.modules
    .map((module) => {
      const path = builtPath(module.path);
      const elements = (module.declarations ?? []).filter(isElement);
      const exports = elements.map(({ name }) => ({ kind: 'js' as const, name, declaration: { name, module: path } }));
      return { ...module, path, declarations: elements, exports };
    })
    .filter((module) => module.declarations.length > 0)
    .sort((a, b) => a.path.localeCompare(b.path));
  for (const declaration of declarations(manifest)) keepPublic(declaration);
  return manifest;
}

/** The classes of a manifest that have a tag. */
export function declarations(manifest: Manifest): (Declaration & { tagName: string })[] {
  return manifest.modules.flatMap((module) => (module.declarations ?? []).filter(isElement)) as never;
}

function isElement(declaration: object): declaration is Declaration & { tagName: string } {
  return 'tagName' in declaration && typeof declaration.tagName === 'string';
}

function keepPublic(declaration: Declaration): void {
  declaration.members = (declaration.members ?? []).filter((member) => {
    const hidden = member.privacy === 'private' || member.privacy === 'protected' || /^[_#]/.test(member.name);
    return !hidden && !('static' in member && member.static) && member.description !== undefined;
  });
  // What the analyzer guesses from calls of `dispatchEvent` is not documented.
  declaration.events = (declaration.events ?? []).filter((event) => event.name && event.description);
  const base = declaration.superclass;
  if (base?.module) base.module = builtPath(base.module);
}

function builtPath(source: string): string {
  return source.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
}
