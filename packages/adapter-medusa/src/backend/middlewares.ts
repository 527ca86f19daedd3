/** Who may ask what. */

/** `authenticate` of `@medusajs/framework/http`. */
type Authenticate<Handler> = (actor: 'customer', by: 'bearer'[], options?: { allowUnauthenticated?: boolean }) => Handler;

/** Middlewares for `defineMiddlewares` of `@medusajs/framework/http`. By bearer alone: no page of another origin can use a shopper’s cookie. */
export const middlewares = <Handler>(authenticate: Authenticate<Handler>) => [
  // A guest proves the order instead.
  { matcher: '/store/aftercart/orders', middlewares: [authenticate('customer', ['bearer'], { allowUnauthenticated: true })] },
  { matcher: '/store/aftercart/reviews', middlewares: [authenticate('customer', ['bearer'])] },
];
