/** The sources that are set up here, as sweeps. */
import type { Config } from '../config/config.ts';
import type { Sweep } from '../sweeps.ts';
import { aftershipSource } from './aftership/source.ts';
import { easypostSource } from './easypost/source.ts';
import type { UpstreamSource } from './errand.ts';
import { upstreamSweep } from './turn.ts';
import { woocommerceSource } from './woocommerce/source.ts';

/** None unless the merchant has given keys. */
export function upstreamSweeps({ upstream: { aftership, easypost, woocommerce } }: Config): Sweep[] {
  const sources: UpstreamSource[] = [
    ...(aftership ? [aftershipSource(aftership)] : []),
    ...(easypost ? [easypostSource(easypost)] : []),
    ...(woocommerce ? [woocommerceSource(woocommerce)] : []),
  ];
  return sources.map(upstreamSweep);
}
