/**
 * The routes below `/store/aftercart` of the Medusa plugin `@aftercart/adapter-medusa/backend`. Medusa loads them through the files in the package’s
 * `backend/` folder; a shop that keeps its routes itself exports them from `src/api/store/aftercart/…/route.ts`.
 */
export { middlewares } from './middlewares.ts';
export { postOrders } from './orders.ts';
export { getReviews, postReview } from './reviews.ts';
export type { MedusaRequest, MedusaResponse } from './medusa.ts';
