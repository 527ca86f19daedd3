/** Asks one of Vendure’s APIs over HTTP, as a storefront or an administrator does. */
export interface Client {
  /** Data of the answer. @throws Error with `code` when GraphQL or an `ErrorResult` says no. */
  <T = any>(query: string, variables?: Record<string, unknown>): Promise<T>;
  /** Of the session, once there is one. */
  token: string | null;
}

/** Not Vendure’s own password, with which it refuses to start where `NODE_ENV` is `production`. */
export const ADMIN = { identifier: 'superadmin', password: 'correct-horse-8' } as const;

export function clientOf(address: string, token: string | null = null): Client {
  const ask = async (query: string, variables: Record<string, unknown> = {}) => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(client.token && { authorization: `Bearer ${client.token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    client.token = answer.headers.get('vendure-auth-token') ?? client.token;
    const { data, errors } = (await answer.json()) as { data: any; errors?: { message: string; extensions?: { code?: string } }[] };
    const refused = errors?.[0] ?? Object.values<any>(data).find((value) => value?.errorCode);
    if (refused) throw Object.assign(new Error(`${refused.message} (${query.slice(0, 60)})`), { code: refused.extensions?.code ?? refused.errorCode });
    return data;
  };
  const client: Client = Object.assign(ask, { token });
  return client;
}

/** Of everybody here. */
export const PASSWORD = 'correct-horse-7';

/** Signs in at a Vendure; answers the token of the session. @throws Error */
export async function signIn(url: string, email: string): Promise<string> {
  const client = clientOf(`${url}/shop-api`);
  await client(`mutation ($email: String!, $password: String!) { login(username: $email, password: $password) { __typename ... on ErrorResult { errorCode message } } }`, { email, password: PASSWORD });
  return client.token!;
}
