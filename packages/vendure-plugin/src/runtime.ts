import { CustomerService, PromotionService, TransactionalConnection, type Customer, type RequestContext, type Type, type VendureEntity } from '@vendure/core';
import type { Repository } from 'typeorm';
import { describeConstructor } from './decorate.ts';
import { Guesses } from './guesses.ts';
import { checkOptions, type AftercartPluginOptions, type CheckedOptions } from './options.ts';
import { Refusal } from './refusal.ts';

/** What of Vendure everything here needs; given by Nest. */
export class Runtime {
  readonly connection: TransactionalConnection;
  readonly promotions: PromotionService;
  readonly guesses = new Guesses();
  readonly #customers: CustomerService;
  #options: CheckedOptions = checkOptions({});
  /** Where the database has one connection for all, what was asked first is done first. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(connection: TransactionalConnection, customers: CustomerService, promotions: PromotionService) {
    this.connection = connection;
    this.#customers = customers;
    this.promotions = promotions;
  }

  get options(): CheckedOptions {
    return this.#options;
  }

  /** @throws TypeError naming each option that is wrong. */
  configure(options: AftercartPluginOptions): void {
    this.#options = checkOptions(options);
  }

  now(): Date {
    return this.#options.now();
  }

  /** In the transaction of the context, if it has one. */
  table<E extends VendureEntity>(ctx: RequestContext, entity: { readonly prototype: E }): Repository<E> {
    return this.connection.getRepository(ctx, entity as Type<E>);
  }

  /** The customer who asks; null for a guest, and for an administrator. */
  async customer(ctx: RequestContext): Promise<Customer | null> {
    return (ctx.activeUserId && (await this.#customers.findOneByUserId(ctx, ctx.activeUserId))) || null;
  }

  /** @throws Refusal UNAUTHENTICATED */
  async requireCustomer(ctx: RequestContext): Promise<Customer> {
    const customer = await this.customer(ctx);
    if (!customer) throw new Refusal('UNAUTHENTICATED', 'Nobody is signed in.');
    return customer;
  }

  /**
   * Does all of it or nothing, in the transaction of the context if it has one. With SQLite, whose one connection is shared by all requests, so that transactions
   * of two of them are one inside the other, one is done after the other.
   */
  change<T>(ctx: RequestContext, work: (ctx: RequestContext) => Promise<T>): Promise<T> {
    const act = () => this.connection.withTransaction(ctx, work);
    if (!/sqlite|sqljs/.test(this.connection.rawConnection.options.type)) return act();
    const done = this.#queue.then(act);
    this.#queue = done.catch(() => {});
    return done;
  }
}

describeConstructor(Runtime, TransactionalConnection, CustomerService, PromotionService);
