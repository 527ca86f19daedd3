/** What an operator watches, in the Prometheus text format. No label names a shopper, an order or an address. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  requests: Counter<'method' | 'route' | 'status'>;
  duration: Histogram<'method' | 'route'>;
  streams: Gauge;
  carrierUpdates: Counter<'service' | 'outcome'>;
  upstreamTurns: Counter<'source' | 'outcome'>;
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics(streams: () => number): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    requests: new Counter({ name: 'aftercart_http_requests_total', help: 'Answered requests.', labelNames: ['method', 'route', 'status'], registers: [registry] }),
    duration: new Histogram({
      name: 'aftercart_http_request_seconds', help: 'Time from request to answer.', labelNames: ['method', 'route'],
      buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5], registers: [registry],
    }),
    streams: new Gauge({
      name: 'aftercart_live_streams', help: 'Open event streams.', registers: [registry],
      collect() {
        this.set(streams());
      },
    }),
    carrierUpdates: new Counter({
      name: 'aftercart_carrier_updates_total', help: 'Webhooks of carriers: applied, pending (no parcel yet), ignored (not of a parcel) or refused.',
      labelNames: ['service', 'outcome'], registers: [registry],
    }),
    upstreamTurns: new Counter({
      name: 'aftercart_upstream_turns_total', help: 'Turns of upstream sources: done or failed.', labelNames: ['source', 'outcome'], registers: [registry],
    }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
