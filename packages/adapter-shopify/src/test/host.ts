/** Shopify’s two GraphQL APIs over a shop in memory: queries are validated against the published schemas and executed on them. */
import { execute, getDirectiveValues, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { CUSTOMER_ACCOUNT, STOREFRONT } from './schemas.ts';
import { customerRoot, emptyShop, storefrontRoot, type ShopFacts } from './shop.ts';

export const SHOP = 'northpine.myshopify.com';
export const STOREFRONT_TOKEN = 'public-token';
export const CUSTOMER_API = 'https://shop.example/account/customer/api/2026-04/graphql';
const STOREFRONT_API = `https://${SHOP}/api/2026-04/graphql.json`;

/** One request, as it arrived. */
interface Asked {
  url: string;
  headers: Headers;
  variables: Record<string, unknown>;
}

export interface ShopifyHost {
  /** What the APIs know. May be replaced at any time. */
  shop: ShopFacts;
  fetch: typeof fetch;
  readonly asked: Asked[];
  /** Answers everything with this from now on; with the truth again when it is undefined. */
  refusal: (() => Response) | undefined;
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

/** Far too many points: the bucket needs four seconds and a half. */
export const throttled = (): Response =>
  json({
    errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
    extensions: { cost: { requestedQueryCost: 650, actualQueryCost: null, throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 200, restoreRate: 100 } } },
  });

export const refusing = (status: number, headers: Record<string, string> = {}): (() => Response) => () => json({ errors: 'No.' }, status, headers);

export function openShopify(shop: ShopFacts = emptyShop()): ShopifyHost {
  const host: ShopifyHost = {
    shop,
    asked: [],
    refusal: undefined,
    async fetch(input, init) {
      init?.signal?.throwIfAborted();
      const url = String(input);
      const { query, variables } = JSON.parse(String(init?.body)) as { query: string; variables: Record<string, unknown> };
      const headers = new Headers(init?.headers);
      host.asked.push({ url, headers, variables });
      if (host.refusal) return host.refusal();
      if (url === STOREFRONT_API) {
        if (headers.get('x-shopify-storefront-access-token') !== STOREFRONT_TOKEN) return json({ errors: [{ message: '', extensions: { code: 'UNAUTHORIZED' } }] });
        return json(await run(STOREFRONT, query, variables, (language) => storefrontRoot(host.shop, language)));
      }
      if (url !== CUSTOMER_API) return json({ errors: 'Not Found' }, 404);
      const customer = host.shop.customers.find(({ token }) => token === headers.get('authorization'));
      return customer ? json(await run(CUSTOMER_ACCOUNT, query, variables, () => customerRoot(host.shop, customer))) : json({ errors: [{ message: 'Unauthorized' }] }, 401);
    },
  };
  return host;
}

async function run(schema: GraphQLSchema, source: string, variableValues: Record<string, unknown>, root: (language: string | null) => object): Promise<unknown> {
  try {
    const document = parse(source);
    const [fault] = validate(schema, document);
    if (fault) return { errors: [{ message: fault.message, extensions: { code: 'undefinedField' } }] };
    return await execute({ schema, document, rootValue: root(languageOf(schema, document, variableValues)), variableValues });
  } catch (error) {
    return { errors: [{ message: (error as Error).message }] };
  }
}

function languageOf(schema: GraphQLSchema, { definitions }: DocumentNode, variables: Record<string, unknown>): string | null {
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === 'OperationDefinition')!;
  const { language = null } = getDirectiveValues(schema.getDirective('inContext')!, operation, variables) ?? {};
  return language as string | null;
}
