/** The receipt of a withdrawal, and the two ways to keep it: as a text file and on paper. */
import type { WithdrawalReceipt } from '@aftercart/contract';
import { html, type TemplateResult } from '../base/template.ts';
import { formatDate } from '../base/format/date.ts';
import { formatList } from '../base/format/list.ts';
import type { Withdrawal } from './withdrawal.ts';

/** Keeps the dot after an address on its side in a text that runs from right to left. */
const isolated = (text: string) => `\u2068${text}\u2069`;

/** Date and time with the time zone: that of the shop where it is known, else the shopper’s. */
function instantIn(language: string, instant: string, timeZone: string | null | undefined): string {
  const write = (zone: Intl.DateTimeFormatOptions) => formatDate(language, instant, { dateStyle: 'long', timeStyle: 'long', ...zone });
  try {
    return write(timeZone ? { timeZone } : {});
  } catch {
    return write({});
  }
}

/** Names and values, in the order in which they are shown and written down. */
function facts(withdrawal: Withdrawal, { id, receivedAt, orderNumber, name, email, items }: WithdrawalReceipt): [string, string][] {
  const { language, data } = withdrawal.host;
  return [
    [withdrawal.t('receiptNumber'), id],
    [withdrawal.t('receivedAt'), instantIn(language, receivedAt, data.deadline?.timeZone)],
    [withdrawal.t('orderNumber'), orderNumber],
    [withdrawal.t('receiptName'), name],
    [withdrawal.t('receiptEmail'), email],
    ...(items?.length ? [[withdrawal.t('receiptItems'), formatList(language, items)] as [string, string]] : []),
  ];
}

/** The receipt as plain text, with the instant as the backend wrote it too. */
function written(withdrawal: Withdrawal, receipt: WithdrawalReceipt): string {
  const rows = facts(withdrawal, receipt).map(([name, value]) => `${name}: ${value}`);
  return [withdrawal.t('receiptTitle'), '', ...rows, receipt.receivedAt, '', `${withdrawal.t('receiptContent')}:`, receipt.content, ''].join('\n');
}

function download(withdrawal: Withdrawal, receipt: WithdrawalReceipt): void {
  const url = URL.createObjectURL(new Blob([written(withdrawal, receipt)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${withdrawal.t('fileName')}-${receipt.id.replace(/[^\w-]+/g, '-').slice(0, 80)}.txt`;
  link.click();
  // The browser reads it on its own time.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Prints the receipt alone, not the shop’s page around it. */
function print(withdrawal: Withdrawal, receipt: WithdrawalReceipt): void {
  const { host } = withdrawal;
  const frame = document.createElement('iframe');
  // Out of sight, yet drawn: Firefox prints nothing from a frame that is not.
  frame.className = 'hidden';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  host.renderRoot.querySelector('.base')!.append(frame);
  const { contentDocument: page, contentWindow: view } = frame;
  if (!page || !view) return frame.remove();
  const text = page.createElement('pre');
  text.textContent = written(withdrawal, receipt);
  text.style.whiteSpace = 'pre-wrap';
  text.style.font = '12pt/1.5 sans-serif';
  text.dir = 'auto';
  page.documentElement.lang = host.language;
  page.title = withdrawal.t('receiptTitle');
  page.body.append(text);
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  view.focus();
  view.print();
}

export function receiptView(withdrawal: Withdrawal, receipt: WithdrawalReceipt): TemplateResult {
  const { host } = withdrawal;
  return html`<h3 id="withdrawal" tabindex="-1">${withdrawal.t('receiptTitle')}</h3>
    <p>${withdrawal.t('receiptIntro', { email: isolated(receipt.email) })}</p>
    <div part="receipt">
      <dl class="facts">
        ${facts(withdrawal, receipt).map(
          ([name, value], index) => html`<div>
            <dt>${name}</dt>
            <dd>${index === 1 ? html`<time datetime=${receipt.receivedAt}>${value}</time>` : value}</dd>
          </div>`,
        )}
        <div>
          <dt>${withdrawal.t('receiptContent')}</dt>
          <dd class="declaration" dir="auto">${receipt.content}</dd>
        </div>
      </dl>
    </div>
    <div class="buttons">
      <button part="download" @click=${host.guarded(() => download(withdrawal, receipt))}>${withdrawal.t('download')}</button>
      <button part="print" @click=${host.guarded(() => print(withdrawal, receipt))}>${withdrawal.t('print')}</button>
      <button class="plain" @click=${host.guarded(withdrawal.close)}>${withdrawal.t('close')}</button>
    </div>`;
}
