import { css } from './drawn-element.ts';

/** A panel in the top layer: a sheet from below on a phone, a card in the middle on a wider screen. */
export const dialogStyles = css`
  dialog {
    inline-size: min(480px, 100%);
    max-inline-size: 100%;
    max-block-size: min(720px, 92dvb);
    margin: auto auto 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius) var(--_radius) 0 0;
    background: var(--_surface);
    color: inherit;
    box-shadow: var(--aftercart-shadow, 0 16px 48px rgb(0 0 0 / 0.28));
    overflow: hidden auto;
    overscroll-behavior: contain;
  }
  @media (min-width: 560px) {
    dialog {
      margin: auto;
      border-radius: var(--_radius);
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid;
    }
  }
  dialog::backdrop {
    background: rgb(10 14 20 / 0.5);
  }
  .dialog-head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_2);
    padding: var(--_2);
    padding-inline-start: var(--_3);
    border-block-end: 1px solid var(--_border);
    background: var(--_surface);
  }
  .close {
    inline-size: 44px;
    padding: 0;
    border-color: transparent;
    background: none;
  }
  @media print {
    dialog {
      position: static;
      box-shadow: none;
    }
  }
`;

/** Opens a dialog as a modal one that a click beside it closes. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (dialog.open) return;
  dialog.showModal();
  const element: HTMLElement & { close(): void } = dialog;
  // `closedby="any"` does this where it is known.
  if (!('closedBy' in HTMLDialogElement.prototype)) {
    element.onclick = (event) => {
      const box = element.getBoundingClientRect();
      const { clientX: x, clientY: y } = event;
      const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      // Pressing Enter on a button gives a click at 0, 0, which is outside and still meant inside.
      if (!inside && event.target === element) element.close();
    };
  }
}
