import { hostPage } from './host-page.ts';
import { imports } from './imports.ts';
import { wholeAttributes } from './whole-attributes.ts';

/** Our own lint rules, as a plugin for oxlint. */
export default { meta: { name: 'house' }, rules: { imports, 'host-page': hostPage, 'whole-attributes': wholeAttributes } };
