/** A QR code, made on the device: no address of a shopper goes to a service that draws pictures. */
import { html, type TemplateResult } from '../base/template.ts';
import { encode } from 'uqr';

/** One path for all dark modules, with a run of neighbours as one bar. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { border: 3 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  });
  return { path, size };
}

/** Throws where the text is longer than a QR code can be. */
export function qrCode(text: string, label: string): TemplateResult {
  const { path, size } = qrPath(text);
  return html`<svg class="code" role="img" aria-label=${label} viewBox=${`0 0 ${size} ${size}`} shape-rendering="crispEdges"><path d=${path}></path></svg>`;
}
