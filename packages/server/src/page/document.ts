/** Seeing and changing a document as JSON: every field that the server knows, checked when it is saved. */
import { html } from 'hono/html';
import { Refusal, type MerchantApi } from './api.ts';
import { layout, type Html, type Notice, type Place } from './layout.ts';

export interface DocumentPage {
  place: Place;
  title: string;
  lead: string;
  /** Path of its operations in the merchant API. */
  path: string;
}

interface Edited {
  version: number;
  text: string;
}

const show = ({ place, title, lead }: DocumentPage, { version, text }: Edited, notice?: Notice): Html =>
  layout({
    place, title, lead, notice,
    body: html`<form method="post" action="/merchant/${place}">
      <input type="hidden" name="version" value="${version}">
      <label for="text">JSON</label>
      <textarea class="code" id="text" name="text" spellcheck="false" autocapitalize="off" autocomplete="off">${text}</textarea>
      <button>Save</button>
      <span class="meta">${version > 0 ? `Version ${version}` : 'There is none yet.'}</span>
    </form>`,
  });

export async function showDocument(page: DocumentPage, api: MerchantApi, notice?: Notice): Promise<Html> {
  const { version, body } = await api.get<Edited & { body: unknown }>(page.path);
  return show(page, { version, text: body === null ? '' : JSON.stringify(body, null, 2) }, notice);
}

/** Saves what was typed; where that can’t be, it is shown again as it was typed, with what is wrong. */
export async function saveDocument(page: DocumentPage, api: MerchantApi, edited: Edited): Promise<Html> {
  let body: unknown;
  try {
    body = JSON.parse(edited.text);
  } catch (error) {
    return show(page, edited, { kind: 'problem', text: 'This is no JSON yet.', details: [(error as Error).message] });
  }
  try {
    await api.send('PUT', page.path, { version: edited.version, body });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, errors } = error.problem;
    if (code === 'CONFLICT') return show(page, edited, { kind: 'problem', text: 'Somebody else has changed this meanwhile. Copy your text, open this page again and bring it in.' });
    return show(page, edited, { kind: 'problem', text: 'This was not saved.', details: errors?.map(({ path, detail }) => `${path.replace(/^\/body/, '') || '/'}: ${detail}`) ?? [error.message] });
  }
  return showDocument(page, api, { kind: 'done', text: 'Saved.' });
}
