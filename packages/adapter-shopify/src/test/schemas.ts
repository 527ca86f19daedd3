/** The schemas that Shopify publishes, as `@shopify/hydrogen-react` ships them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { buildClientSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';

const require = createRequire(import.meta.url);

function read(path: string): GraphQLSchema {
  // One of the two is the whole answer to the introspection, the other its data.
  const json = JSON.parse(readFileSync(path, 'utf8')) as IntrospectionQuery & { data?: IntrospectionQuery };
  return buildClientSchema(json.data ?? json);
}

export const CUSTOMER_ACCOUNT = read(require.resolve('@shopify/hydrogen-react/customer-account.schema.json'));
export const STOREFRONT = read(require.resolve('@shopify/hydrogen-react/storefront.schema.json'));
