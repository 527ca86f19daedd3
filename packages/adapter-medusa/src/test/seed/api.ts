/** Medusa’s APIs, as the merchant and as shoppers. */
export interface Api {
  admin<T = any>(method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<T>;
  /** @param token Of a shopper; a guest without one. */
  store<T = any>(method: 'GET' | 'POST', path: string, body?: object, token?: string): Promise<T>;
  /** Without a publishable key: the ways to sign in. */
  auth<T = any>(path: string, body: object, token?: string): Promise<T>;
}

export async function openApi(url: string, admin: { email: string; password: string }): Promise<Api & { publishableKey: string; useKey(key: string): void }> {
  let publishableKey = '';
  const ask = async (method: string, path: string, body: object | undefined, headers: Record<string, string>): Promise<any> => {
    const answer = await fetch(url + path, { method, headers: { 'content-type': 'application/json', ...headers }, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  };
  const bearer = (token: string | undefined): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});
  const { token: merchant } = await ask('POST', '/auth/user/emailpass', admin, {});
  return {
    get publishableKey() {
      return publishableKey;
    },
    useKey(key) {
      publishableKey = key;
    },
    admin: (method, path, body) => ask(method, `/admin${path}`, body, bearer(merchant)),
    store: (method, path, body, token) => ask(method, `/store${path}`, body, { 'x-publishable-api-key': publishableKey, ...bearer(token) }),
    auth: (path, body, token) => ask('POST', `/auth${path}`, body, bearer(token)),
  };
}
