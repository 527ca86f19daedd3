/** The frame of every merchant page. No script: it works in any browser, behind the strictest policy. */
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** Where the page can go, in the order of the navigation. */
const PLACES = [
  ['', 'Overview'],
  ['reviews', 'Reviews'],
  ['questions', 'Questions'],
  ['faq', 'FAQ'],
  ['program', 'Points program'],
  ['referrals', 'Referral program'],
  ['policies', 'Return policies'],
  ['contact', 'Contact'],
  ['review-settings', 'Review settings'],
] as const;

export type Place = (typeof PLACES)[number][0];

export interface Notice {
  kind: 'done' | 'problem';
  text: string;
  /** Thing by thing. */
  details?: readonly string[] | undefined;
}

const noticeOf = ({ kind, text, details = [] }: Notice) => html`<div class="notice ${kind}" role="${kind === 'done' ? 'status' : 'alert'}">
  <p>${text}</p>
  ${details.length > 0 ? html`<ul>${details.map((detail) => html`<li>${detail}</li>`)}</ul>` : ''}
</div>`;

const frame = (title: string, body: unknown, nav: unknown = '') => html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Aftercart</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/merchant/page.css">
  </head>
  <body>
    ${nav}
    <main>${body}</main>
  </body>
</html>`;

export interface Page {
  place: Place;
  title: string;
  /** One line under the title. */
  lead?: string;
  notice?: Notice | undefined;
  body: unknown;
}

export function layout({ place, title, lead, notice, body }: Page): Html {
  const nav = html`<a class="skip" href="#content">To the content</a>
    <header>
      <a class="brand" href="/merchant/">Aftercart</a>
      <nav aria-label="Merchant page">
        ${PLACES.map(([path, name]) => html`<a href="/merchant/${path}" ${path === place ? html`aria-current="page"` : ''}>${name}</a>`)}
      </nav>
      <form method="post" action="/merchant/sign-out"><button class="plain">Sign out</button></form>
    </header>`;
  return frame(
    title,
    html`<h1 id="content" tabindex="-1">${title}</h1>
      ${lead ? html`<p class="lead">${lead}</p>` : ''} ${notice ? noticeOf(notice) : ''} ${body}`,
    nav,
  );
}

export const signInPage = (notice?: Notice): Html =>
  frame(
    'Sign in',
    html`<form class="card sign-in" method="post" action="/merchant/sign-in">
      <h1>Aftercart</h1>
      <p class="lead">The merchant page of this server.</p>
      ${notice ? noticeOf(notice) : ''}
      <label for="key">Merchant key</label>
      <input id="key" name="key" type="password" autocomplete="current-password" required>
      <p class="hint">The server’s AFTERCART_MERCHANT_KEY, or <code>merchantKey</code> in <code>secrets.json</code> of its data folder.</p>
      <button>Sign in</button>
    </form>`,
  );
