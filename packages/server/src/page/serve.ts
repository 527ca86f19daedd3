/** The merchant page: behind the merchant key, without a script. */
import type { Context as HonoContext, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import type { Runtime } from '../context.ts';
import { answerError } from '../http/problem.ts';
import { limitTogether } from '../http/rate-limit.ts';
import type { Env } from '../http/types.ts';
import { isMerchantKey } from '../merchant/serve.ts';
import { merchantApi, Refusal, type MerchantApi } from './api.ts';
import { saveDocument, showDocument, type DocumentPage } from './document.ts';
import { deleteEntry, entryPage, faqPage, newEntryPage, saveEntry } from './faq.ts';
import { layout, signInPage, type Html } from './layout.ts';
import { overviewPage } from './overview.ts';
import { questionsPage } from './questions.ts';
import { reviewsPage } from './reviews.ts';
import { beginSession, endSession, hasSession } from './session.ts';
import { STYLE } from './style.ts';

const MOST_BYTES = 2 * 1024 * 1024;
/** Keys tried from one address. */
const SIGN_INS = { name: 'merchant_sign_in', points: 10, duration: 60 };

const DOCUMENTS: readonly DocumentPage[] = [
  { place: 'program', title: 'Points program', lead: 'How points are earned, what they buy, and the tiers.', path: '/points/program' },
  { place: 'referrals', title: 'Referral program', lead: 'What advocates and friends get, and when.', path: '/referrals/program' },
  { place: 'policies', title: 'Return policies', lead: 'The words of schema.org MerchantReturnPolicy, by country, product, tier and date.', path: '/returns/policies' },
  { place: 'contact', title: 'Contact', lead: 'How shoppers reach people, shown wherever they search.', path: '/faq/contact' },
  { place: 'review-settings', title: 'Review settings', lead: 'When shoppers are asked, and what is given, whatever the rating.', path: '/reviews/settings' },
];

type Form = Record<string, string>;

export function serveMerchantPage(app: Hono<Env>, runtime: Runtime): void {
  const api = merchantApi(app, runtime);
  const countSignIn = limitTogether(runtime.store, SIGN_INS);

  const answer = (c: HonoContext<Env>, page: Html, status: 200 | 401 | 404 = 200) => {
    c.header('content-security-policy', "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'same-origin');
    return c.html(page, status);
  };
  const formOf = async (c: HonoContext<Env>): Promise<Form> =>
    Object.fromEntries(Object.entries(await c.req.parseBody()).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.replaceAll('\r\n', '\n')]] : [])));

  app.get('/merchant/page.css', (c) => c.body(STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }));
  app.get('/merchant', (c) => c.redirect('/merchant/', 308));
  app.use('/merchant/*', async (c, next) => {
    // Programs use the API with the key itself; only browsers have cookies that others could make use of.
    if (c.req.path.startsWith('/merchant/v1/')) return next();
    return csrf()(c, () => bodyLimit({ maxSize: MOST_BYTES })(c, next) as Promise<void>);
  });

  app.post('/merchant/sign-in', async (c) => {
    await countSignIn(c.get('client').ip);
    if (!isMerchantKey(runtime, (await formOf(c))['key'] ?? '')) return answer(c, signInPage({ kind: 'problem', text: 'This is not the key.' }), 401);
    await beginSession(c, runtime);
    return c.redirect('/merchant/', 303);
  });
  app.post('/merchant/sign-out', (c) => {
    endSession(c);
    return c.redirect('/merchant/', 303);
  });

  /** A page for who is signed in; everybody else is asked for the key. */
  const page = (verb: 'GET' | 'POST', path: string, draw: (c: HonoContext<Env>, api: MerchantApi) => Promise<Html> | Html) =>
    app.on(verb, [`/merchant/${path}`], async (c) => {
      if (!(await hasSession(c, runtime))) return answer(c, signInPage(), 401);
      try {
        return answer(c, await draw(c, api));
      } catch (error) {
        if (!(error instanceof Refusal)) return answerError(c, error, runtime);
        return answer(c, layout({ place: '', title: 'That did not work', body: '', notice: { kind: 'problem', text: error.message } }), 404);
      }
    });
  const param = (c: HonoContext<Env>, name: string) => c.req.param(name) ?? '';

  page('GET', '', (_, its) => overviewPage(its));
  page('GET', 'questions', (_, its) => questionsPage(its));
  page('GET', 'reviews', (_, its) => reviewsPage(its));
  page('POST', 'reviews/:id/:decision{publish|reject}', async (c, its) => {
    const { version, reason } = await formOf(c);
    const decision = param(c, 'decision');
    await its.send('POST', `/reviews/${encodeURIComponent(param(c, 'id'))}/${decision}`, { version: Number(version), ...(decision === 'reject' && { reason }) });
    return reviewsPage(its, { kind: 'done', text: decision === 'publish' ? 'Published.' : 'Rejected. The shopper sees the reason.' });
  });
  page('GET', 'faq', (c, its) => faqPage(its, c.req.query('locale')));
  page('GET', 'faq/:locale/new', (c) => newEntryPage(param(c, 'locale'), c.req.query('question')));
  page('POST', 'faq/:locale/new', async (c, its) => saveEntry(its, param(c, 'locale'), undefined, await formOf(c)));
  page('GET', 'faq/:locale/:id', (c, its) => entryPage(its, param(c, 'locale'), param(c, 'id')));
  page('POST', 'faq/:locale/:id', async (c, its) => saveEntry(its, param(c, 'locale'), param(c, 'id'), await formOf(c)));
  page('POST', 'faq/:locale/:id/delete', (c, its) => deleteEntry(its, param(c, 'locale'), param(c, 'id')));
  for (const document of DOCUMENTS) {
    page('GET', document.place, (_, its) => showDocument(document, its));
    page('POST', document.place, async (c, its) => {
      const { version, text = '' } = await formOf(c);
      return saveDocument(document, its, { version: Number(version), text });
    });
  }
}
