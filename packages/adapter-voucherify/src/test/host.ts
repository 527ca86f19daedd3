/** Voucherify’s client-side API over a project in memory. Questions and answers have the types of `@voucherify/sdk`, so that a field of another name does not compile. */
import type { ClientSidePublishPayload, DistributionsPublicationsCreateResponse, QualificationsCheckEligibilityRequestBody, QualificationsCheckEligibilityResponseBody } from '@voucherify/sdk';

export const KEYS = { clientApplicationId: '011240bf-d5fc-4ef1-9e82-11eb68c43bf5', clientToken: '9e2230c5-71fb-460a-91c6-fbee64707a20' };

interface CardFact {
  campaign: string;
  code: string;
  points: number;
  balance: number;
}

interface Project {
  /** Cards and codes by the customer’s `source_id`. */
  customers: Record<string, CardFact[]>;
  /** Names of the campaigns that codes can be published from. */
  campaigns: string[];
}

export interface VoucherifyHost {
  project: Project;
  fetch: typeof fetch;
  readonly asked: { url: string; headers: Headers; body: string }[];
}

/** How many come at once, so that a wallet has pages. */
const PAGE = 2;

type Redeemable = QualificationsCheckEligibilityResponseBody['redeemables']['data'][number];

const redeemable = ({ campaign, code, points, balance }: CardFact): Redeemable => ({
  id: code, object: 'voucher', created_at: '2026-11-01T10:00:00.000Z', campaign_name: campaign, campaign_id: `camp_${campaign}`, metadata: null, categories: [],
  result: { loyalty_card: { points, balance, exchange_ratio: 1, points_ratio: 1 } },
  applicable_to: { object: 'list', total: 0, data_ref: 'data', data: [] },
  inapplicable_to: { object: 'list', total: 0, data_ref: 'data', data: [] },
});

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const refuse = (code: number, key: string, message: string, details: string): Response => json({ code, key, message, details, request_id: 'v-0123' }, code);

export function openVoucherify(): VoucherifyHost {
  const host: VoucherifyHost = {
    project: { customers: {}, campaigns: [] },
    asked: [],
    async fetch(input, init) {
      init?.signal?.throwIfAborted();
      const url = new URL(String(input));
      const headers = new Headers(init?.headers);
      host.asked.push({ url: url.href, headers, body: String(init?.body) });
      if (headers.get('x-client-application-id') !== KEYS.clientApplicationId || headers.get('x-client-token') !== KEYS.clientToken) {
        return refuse(401, 'unauthorized', 'Unauthorized', 'Invalid client-side keys');
      }
      const body = JSON.parse(String(init?.body)) as unknown;
      if (url.pathname === '/client/v1/qualifications') return json(qualify(body as QualificationsCheckEligibilityRequestBody));
      if (url.pathname === '/client/v1/publish') return publish(url.searchParams, body as ClientSidePublishPayload);
      return refuse(404, 'not_found', 'Resource not found', `Cannot find ${url.pathname}`);
    },
  };

  function qualify({ customer, options = {} }: QualificationsCheckEligibilityRequestBody): QualificationsCheckEligibilityResponseBody {
    const cards = host.project.customers[customer?.source_id ?? ''] ?? [];
    const start = options.starting_after ? Number(options.starting_after) : 0;
    const end = Math.min(start + PAGE, cards.length);
    const hasMore = end < cards.length;
    return {
      redeemables: { object: 'list', data_ref: 'data', data: cards.slice(start, end).map(redeemable), total: cards.length, has_more: hasMore, ...(hasMore && { more_starting_after: String(end) }) },
      stacking_rules: { redeemables_limit: 30, applicable_redeemables_limit: 5, applicable_exclusive_redeemables_limit: 1, exclusive_categories: [], joint_categories: [] },
    };
  }

  function publish(query: URLSearchParams, { customer }: ClientSidePublishPayload): Response {
    const campaign = query.get('campaign') ?? '';
    if (!host.project.campaigns.includes(campaign)) return refuse(404, 'not_found', 'Resource not found', `Cannot find campaign ${campaign}`);
    const id = customer?.source_id ?? '';
    const cards = (host.project.customers[id] ??= []);
    const known = query.get('join_once') === 'true' ? cards.find((card) => card.campaign === campaign) : undefined;
    const card = known ?? { campaign, code: `CODE-${Object.keys(host.project.customers).indexOf(id)}-${cards.length}`, points: 0, balance: 0 };
    if (!known) cards.push(card);
    const answer: Pick<DistributionsPublicationsCreateResponse, 'id' | 'object' | 'result' | 'voucher'> = {
      id: 'pub_0123', object: 'publication', result: 'SUCCESS', voucher: { code: card.code, object: 'voucher', campaign } as DistributionsPublicationsCreateResponse['voucher'],
    };
    return json(answer);
  }

  return host;
}
