/** The pages of the storefront, over a platform instead of the server. */
import { build } from 'vite';
import { buildConstants, sourceCondition } from '../repo.ts';
import type { DemoBackend } from './backend.ts';

/** Where the pages load it from. */
export const SCRIPT = '/demo-backend.js';

/** As the pages name the server, and what is in it. */
const SERVER = ' adapter="http" endpoint="/api/"';
const NAMES: Readonly<Record<keyof DemoBackend['names'], string>> = { moving: 'NP-10241', arrived: 'NP-10218', backpack: 'backpack' };
/** Only where elements are told: pictures and words keep their names. */
const TOLD = /((?:order|product-id)=")([^"]+)"/g;

/** The script that gives the page its adapter, before any element asks for it. */
export async function pageScript({ adapterModule, title, shoppers }: DemoBackend): Promise<string> {
  const entry = '\0demo-backend';
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: buildConstants(),
    resolve: { conditions: [sourceCondition, 'module', 'browser', 'import', 'default'] },
    plugins: [
      {
        name: 'aftercart:demo-backend',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? `import adapter from ${JSON.stringify(adapterModule)};
               window.demoBackend = { title: ${JSON.stringify(title)}, shoppers: ${JSON.stringify(shoppers)}, adapter: () => adapter(location.origin + '/api') };
               document.querySelector('aftercart-shop').options = { adapter: window.demoBackend.adapter };`
            : null,
      },
    ],
    build: { write: false, target: 'es2022', minify: false, rolldownOptions: { input: entry, output: { codeSplitting: false } } },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('The adapter of the page was not built.');
  return output.output[0].code;
}

/** A page as it is over the platform. */
export function changePage(html: string, { names }: DemoBackend): string {
  if (!html.includes(SERVER)) return html;
  const told = new Map(Object.entries(NAMES).map(([name, written]) => [written, names[name as keyof DemoBackend['names']]]));
  return html
    .replace(SERVER, '')
    .replace('<script type="module"', `<script type="module" src="${SCRIPT}"></script>\n    $&`)
    .replace(TOLD, (whole, before: string, name: string) => (told.has(name) ? `${before}${told.get(name)}"` : whole));
}
