/** A real Vendure with the plugin, in this process. */
import type { AddressInfo } from 'node:net';
import { bootstrap, DefaultJobQueuePlugin, DefaultLogger, dummyPaymentHandler, LogLevel } from '@vendure/core';
import type { AftercartPluginOptions } from '../options.ts';
import { AftercartPlugin } from '../plugin.ts';
import { Runtime } from '../runtime.ts';
import { ADMIN } from './client.ts';
import { openDatabase, type Engine } from './databases.ts';

process.env['VENDURE_DISABLE_TELEMETRY'] = 'true';

export interface Vendure {
  /** Without a slash at the end. */
  url: string;
  runtime: Runtime;
  stop(): Promise<void>;
}

export interface VendureOptions {
  options: AftercartPluginOptions;
  port?: number;
  /** SQLite, in memory, when left out. */
  engine?: Engine;
  orderCodes?: () => string;
}

export async function startVendure({ options, port = 0, engine = 'SQLite', orderCodes }: VendureOptions): Promise<Vendure> {
  const app = await bootstrap({
    apiOptions: { port, hostname: '127.0.0.1', adminApiPath: 'admin-api', shopApiPath: 'shop-api', cors: { origin: true } },
    authOptions: {
      tokenMethod: ['bearer'],
      requireVerification: false,
      superadminCredentials: ADMIN,
      // Hashing well takes long, and nobody’s password is kept here.
      passwordHashingStrategy: { hash: async (password) => password, check: async (password, hash) => password === hash },
    },
    dbConnectionOptions: await openDatabase(engine),
    paymentOptions: { paymentMethodHandlers: [dummyPaymentHandler] },
    ...(orderCodes && { orderOptions: { orderCodeStrategy: { generate: orderCodes } } }),
    logger: new DefaultLogger({ level: LogLevel.Error }),
    plugins: [DefaultJobQueuePlugin.init({}), AftercartPlugin.init(options)],
  });
  const { port: taken } = app.getHttpServer().address() as AddressInfo;
  return { url: `http://127.0.0.1:${taken}`, runtime: app.get(Runtime), stop: () => app.close() };
}
