import { hostPage } from './host-page.ts';
import { imports } from './imports.ts';

/** Our own lint rules, as a plugin for oxlint. */
export default { meta: { name: 'house' }, rules: { imports, 'host-page': hostPage } };
