/** The parts of Medusa that the routes use, so that they load without its packages. Their names are those of @medusajs/framework 2. */

export interface MedusaRequest {
  body?: unknown;
  ip?: string | undefined;
  /** Of `authenticate('customer', …)`; without an `actor_id` for a guest. */
  auth_context?: { actor_id?: string } | undefined;
  scope: { resolve(name: string): unknown };
}

export interface MedusaResponse {
  status(code: number): MedusaResponse;
  setHeader(name: string, value: string): unknown;
  json(body: unknown): unknown;
}

/** A moment, as `query.graph` gives it. */
type Moment = Date | string | null;
/** A decimal number, as `query.graph` gives it. */
type Amount = number | string | null;

export interface ItemRow {
  id: string;
  title: string;
  product_title?: string | null;
  variant_title?: string | null;
  product_id?: string | null;
  product_handle?: string | null;
  thumbnail?: string | null;
  quantity: Amount;
  detail?: { delivered_quantity?: Amount; return_received_quantity?: Amount };
}

export interface FulfilmentRow {
  id: string;
  provider_id?: string | null;
  shipping_option?: { name: string } | null;
  packed_at: Moment;
  shipped_at: Moment;
  delivered_at: Moment;
  canceled_at: Moment;
  updated_at: Moment;
  metadata?: Record<string, unknown> | null;
  items?: { title: string; quantity: Amount; line_item_id: string | null }[];
  labels?: { tracking_number: string; tracking_url: string }[];
}

export interface OrderRow {
  id: string;
  display_id: number;
  custom_display_id?: string | null;
  email?: string | null;
  created_at: Moment;
  canceled_at: Moment;
  shipping_address?: { city?: string | null; country_code?: string | null; postal_code?: string | null } | null;
  items?: ItemRow[];
  /** With nulls where a fulfilment was deleted. */
  fulfillments?: (FulfilmentRow | null)[];
}

/** Of `@lambdacurry/medusa-product-reviews`. */
export interface ReviewRow {
  id: string;
  status: string;
  name: string | null;
  rating: Amount;
  content: string | null;
  order_id: string;
  order_line_item_id: string;
  created_at: Moment;
}

interface Rows {
  order: OrderRow;
  product_review: ReviewRow;
}

interface Graph {
  graph<Entity extends keyof Rows>(question: {
    entity: Entity;
    fields: readonly string[];
    filters: Readonly<Record<string, unknown>>;
    pagination?: { take: number; order: Record<string, 'ASC' | 'DESC'> };
  }): Promise<{ data: Rows[Entity][] }>;
}

export const queryOf = ({ scope }: MedusaRequest): Graph => scope.resolve('query') as Graph;

/** Runs a workflow of whatever plugin brought it. */
export interface Workflows {
  run(id: string, options: { input: unknown }): Promise<{ result: unknown }>;
}

/** One at a time for each key, in all processes that share the locking module’s provider. */
export interface Locking {
  execute<T>(key: string, job: () => Promise<T>, options?: { timeout?: number }): Promise<T>;
}

/** What Medusa’s error handler turns into an answer: its own `MedusaError` by shape. */
export class RouteError extends Error {
  __isMedusaError = true;
  type: 'invalid_data' | 'not_allowed' | 'unauthorized' | 'not_found' | 'duplicate_error';

  constructor(type: RouteError['type'], message: string) {
    super(message);
    this.type = type;
  }
}

/** The shopper whom the token names. */
export function shopperOf({ auth_context: who }: MedusaRequest): string {
  if (!who?.actor_id) throw new RouteError('unauthorized', 'Nobody is signed in, and nothing proves the order.');
  return who.actor_id;
}

/** The text fields of a body; what is of another type is refused. */
export function textsOf<Name extends string>(request: MedusaRequest, names: readonly Name[], longest = 5_000): Partial<Record<Name, string>> {
  const body = (request.body ?? {}) as Record<string, unknown>;
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value: unknown = body[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string' || value.length > longest) throw new RouteError('invalid_data', `\`${name}\` must be a text of at most ${longest} characters.`);
    found[name] = value;
  }
  return found;
}
