/** The form of a withdrawal: name, order and e-mail address, and two fields that nobody needs to fill in. */
import { html, nothing, type TemplateResult } from '../base/template.ts';
import type { Draft, Withdrawal, WithdrawalKey } from './withdrawal.ts';

export function formView(withdrawal: Withdrawal, failure: TemplateResult): TemplateResult {
  const { host, draft, mistakes, busy } = withdrawal;
  const t = (key: WithdrawalKey) => withdrawal.t(key);
  const type = (field: keyof Draft) => (event: Event) => {
    draft[field] = (event.target as HTMLInputElement).value;
  };

  const input = (field: 'name' | 'orderNumber' | 'email', max: number, autocomplete: AutoFill, kind: string) => {
    const mistake = mistakes[field];
    return html`<div part="field" class="field">
      <label for=${field}>${t(field)}</label>
      <input
        id=${field} name=${field} type=${kind} maxlength=${max} autocomplete=${autocomplete} required dir="auto"
        aria-invalid=${!!mistake} aria-describedby=${mistake ? `${field}-wrong` : nothing}
        .value=${draft[field]} @input=${type(field)}
      />
      ${mistake ? html`<p class="wrong" id=${`${field}-wrong`}>${t(mistake)}</p>` : ''}
    </div>`;
  };
  const area = (field: 'items' | 'reason') => html`<div part="field" class="field">
    <label for=${field}>${t(field)}</label>
    <textarea id=${field} name=${field} maxlength="5000" rows="3" dir="auto" .value=${draft[field]} @input=${type(field)}></textarea>
  </div>`;

  const submit = host.guarded((event: Event) => {
    event.preventDefault();
    return withdrawal.declare();
  });
  return html`<h3 id="withdrawal" tabindex="-1">${t('formTitle')}</h3>
    <p>${t('formIntro')}</p>
    <form part="form" novalidate @submit=${submit}>
      ${input('name', 300, 'name', 'text')}
      ${input('orderNumber', 300, 'off', 'text')}
      ${input('email', 254, 'email', 'email')}
      <details>
        <summary>${t('optional')}</summary>
        ${area('items')}${area('reason')}
      </details>
      ${failure}
      <div class="buttons">
        <button class="primary" aria-disabled=${busy}>${t(busy ? 'working' : 'next')}</button>
        <button type="button" @click=${host.guarded(withdrawal.close)}>${t('cancel')}</button>
      </div>
    </form>`;
}
