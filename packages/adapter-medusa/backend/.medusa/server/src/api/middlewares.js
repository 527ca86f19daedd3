import { createRequire } from 'node:module';
import { join } from 'node:path';
import { middlewares } from '../../../../../dist/backend/index.js';

// Medusa of the shop, whose folder Medusa runs in, wherever this package lies.
const { authenticate, defineMiddlewares } = createRequire(join(process.cwd(), 'package.json'))('@medusajs/framework/http');

export default defineMiddlewares({ routes: middlewares(authenticate) });
