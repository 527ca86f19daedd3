import { EventBus, PluginCommonModule, VendurePlugin, type Type } from '@vendure/core';
import { AdminResolver, manageAftercart } from './api/admin-resolver.ts';
import { ADMIN_SCHEMA } from './api/admin-schema.ts';
import { ShopResolver } from './api/shop-resolver.ts';
import { SHOP_SCHEMA } from './api/shop-schema.ts';
import { describeClass, describeConstructor } from './decorate.ts';
import { ENTITIES } from './entities/entities.ts';
import { checkOptions, type AftercartPluginOptions } from './options.ts';
import { followOrders } from './points/orders.ts';
import { Runtime } from './runtime.ts';

/**
 * Points, rewards and reviews in Vendure’s own database: an append-only ledger that follows orders, deliveries and refunds, and what
 * `@aftercart/adapter-vendure` asks the Shop API for.
 *
 * @example
 * plugins: [AftercartPlugin.init({ points: { purchase: { title: 'Shop', points: 1, per: { amount: 100, currency: 'EUR' }, pendingDays: 30 } } })]
 */
export class AftercartPlugin {
  static #options: AftercartPluginOptions = {};

  /** @throws TypeError naming each option that is wrong. */
  static init(options: AftercartPluginOptions): Type<AftercartPlugin> {
    checkOptions(options);
    AftercartPlugin.#options = options;
    return AftercartPlugin;
  }

  readonly #runtime: Runtime;
  readonly #bus: EventBus;

  constructor(runtime: Runtime, bus: EventBus) {
    this.#runtime = runtime;
    this.#bus = bus;
    runtime.configure(AftercartPlugin.#options);
  }

  /** Called by Nest. */
  onApplicationBootstrap(): void {
    followOrders(this.#runtime, this.#bus);
  }
}

describeConstructor(AftercartPlugin, Runtime, EventBus);
describeClass(
  AftercartPlugin,
  VendurePlugin({
    imports: [PluginCommonModule],
    entities: ENTITIES,
    providers: [Runtime],
    exports: [Runtime],
    shopApiExtensions: { schema: SHOP_SCHEMA, resolvers: [ShopResolver] },
    adminApiExtensions: { schema: ADMIN_SCHEMA, resolvers: [AdminResolver] },
    compatibility: '^3.3.0',
    configuration: (config) => {
      config.authOptions.customPermissions = [...(config.authOptions.customPermissions ?? []), manageAftercart];
      return config;
    },
  }),
);
