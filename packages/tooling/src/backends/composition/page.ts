/** The adapter of the demo storefront over three backends, in the page. */
import { compose, withToken } from '../../../../contract/src/index.ts';
import { httpAdapter } from '../../../../adapter-http/src/index.ts';
import { staticAdapter } from '../../../../adapter-static/src/index.ts';
import vendureAdapter from '../vendure/page.ts';

export default (api: string) => {
  const vendure = withToken(vendureAdapter(api), tokensOfVendure(api));
  const files = staticAdapter({ src: '/files/shop.json' });
  return compose(
    httpAdapter({ endpoint: api, capabilities: 'points referrals reviews' }),
    { id: vendure.id, tracking: vendure.tracking, returns: vendure.returns },
    { id: files.id, faq: files.faq },
  );
};

/** Vendure’s token of whoever the server’s token is of, kept until that one is another. */
function tokensOfVendure(api: string): (shopToken: string) => Promise<string | null> {
  let held: { of: string; token: Promise<string | null> } | undefined;
  return (shopToken) => {
    if (held?.of !== shopToken) held = { of: shopToken, token: askFor(shopToken) };
    return held.token;
  };
  async function askFor(shopToken: string): Promise<string | null> {
    const { sub } = JSON.parse(atob(shopToken.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as { sub: string };
    const answer = await fetch(`${api}/demo/token?of=vendure&shopper=${encodeURIComponent(sub)}`);
    return ((await answer.json()) as { token: string }).token;
  }
}
