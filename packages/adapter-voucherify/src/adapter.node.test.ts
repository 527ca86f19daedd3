import { capabilities, type AdapterContext, type PointsProgram, type ReferralProgram } from '@aftercart/contract';
import { PointsAccount, ReferralLink } from '@aftercart/contract/schemas';
import type { DistributionsPublicationsCreateResponse, QualificationsCheckEligibilityRequestBody, QualificationsCheckEligibilityResponseBody } from '@voucherify/sdk';
import { beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import { voucherifyAdapter, type VoucherifyOptions } from './index.ts';
import type { Wallet } from './points.ts';
import type { Publication } from './publish.ts';
import { KEYS, openVoucherify, type VoucherifyHost } from './test/host.ts';

const program: PointsProgram = { name: 'Trail Club', decimals: 0, tiers: [], earningRules: [], rewards: [] };
const referral: ReferralProgram = { active: true, advocateOffer: { kind: 'other', title: 'A mug' }, friendOffer: { kind: 'other', title: 'A cup' } };
const MARIA = 'c5f6…128 random bits';
const contextOf = (given: Partial<AdapterContext> = {}): AdapterContext => ({ signal: new AbortController().signal, locale: 'en', token: async () => MARIA, ...given });
const guest = contextOf({ token: async () => null });

let host: VoucherifyHost;
beforeEach(() => {
  host = openVoucherify();
  host.project = { campaigns: ['Trail', 'Friends & <b>family</b>'], customers: { [MARIA]: [] } };
});
const open = (options: Partial<VoucherifyOptions> = {}) =>
  voucherifyAdapter({
    ...KEYS, fetch: host.fetch, loyalty: { campaign: 'Trail', program }, referral: { campaign: 'Friends & <b>family</b>', landingUrl: 'https://shop.example/?ref={code}', program: referral }, ...options,
  });
const card = (campaign: string, points: number, balance: number) => ({ campaign, code: `CARD-${campaign}`, points, balance });

it('what is read is what Voucherify’s own SDK says', () => {
  expectTypeOf<QualificationsCheckEligibilityResponseBody>().toExtend<Wallet>();
  expectTypeOf<DistributionsPublicationsCreateResponse>().toExtend<Publication>();
});

describe('the account', () => {
  const ask = async (context = contextOf()) => PointsAccount.parse(await open().points!.account({}, context));

  it('is the card of the campaign', async () => {
    host.project.customers[MARIA] = [card('Other', 9, 9), card('Trail', 500, 320)];
    expect(await ask()).toMatchObject({ state: 'member', balance: 320, lifetime: 500, spent: 180, pending: 0 });
  });

  it('is asked for as the shopper, in the body', async () => {
    await ask();
    const [{ url, headers, body }] = host.asked as [(typeof host.asked)[number]];
    const asked: QualificationsCheckEligibilityRequestBody = {
      customer: { source_id: MARIA }, scenario: 'CUSTOMER_WALLET', options: { limit: 50, filters: { voucher_type: { conditions: { $is: ['LOYALTY_CARD'] } } }, expand: ['redeemable'] },
    };
    expect([url, JSON.parse(body)]).toEqual(['https://api.voucherify.io/client/v1/qualifications', asked]);
    expect(headers.get('authorization')).toBeNull();
  });

  it('is found on a later page', async () => {
    host.project.customers[MARIA] = [...['A', 'B', 'C', 'D'].map((name) => card(name, 1, 1)), card('Trail', 7, 7)];
    expect(await ask()).toMatchObject({ balance: 7 });
    expect(host.asked).toHaveLength(3);
  });

  it('of who has no card is a candidate’s, and of a guest a guest’s', async () => {
    expect(await ask()).toMatchObject({ state: 'candidate', balance: 0, lifetime: 0 });
    expect(await ask(guest)).toMatchObject({ state: 'guest', balance: 0 });
    expect(host.asked).toHaveLength(1);
  });

  it('may be negative', async () => {
    host.project.customers[MARIA] = [card('Trail', 100, -20)];
    expect(await ask()).toMatchObject({ balance: -20, lifetime: 100, spent: 120 });
  });
});

describe('joining', () => {
  it('gives a card, and only one', async () => {
    const { points } = open();
    for (let time = 0; time < 2; time++) expect(await points!.enrol!({}, contextOf({ idempotencyKey: `key-${time}` }))).toMatchObject({ state: 'member', balance: 0 });
    expect(host.project.customers[MARIA]).toHaveLength(1);
  });

  it('needs somebody, and a campaign', async () => {
    await expect(open().points!.enrol!({}, guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    host.project.campaigns = [];
    await expect(open().points!.enrol!({}, contextOf())).rejects.toMatchObject({ code: 'UNSUPPORTED', message: 'Voucherify: Resource not found: Cannot find campaign Trail' });
  });
});

describe('referrals', () => {
  it('have a link that stays the same', async () => {
    const link = async () => ReferralLink.parse(await open().referrals!.link({}, contextOf()));
    const first = await link();
    expect(first).toEqual({ code: 'CODE-0-0', links: [{ channel: 'direct', url: 'https://shop.example/?ref=CODE-0-0' }] });
    expect(await link()).toEqual(first);
    expect(host.asked[0]!.url).toBe('https://api.voucherify.io/client/v1/publish?campaign=Friends+%26+%3Cb%3Efamily%3C%2Fb%3E&join_once=true');
  });

  it('put any code into an address as it is', async () => {
    host.project.customers[MARIA] = [{ ...card('Friends & <b>family</b>', 0, 0), code: '$& ä/?' }];
    expect((await open().referrals!.link({}, contextOf()))!.links[0]!.url).toBe('https://shop.example/?ref=%24%26%20%C3%A4%2F%3F');
  });

  it('need somebody', async () => {
    await expect(open().referrals!.link({}, guest)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('what the shop says itself', () => {
  it('may be in the page’s language', async () => {
    const { points, referrals } = open({ loyalty: { campaign: 'Trail', program: (locale) => ({ ...program, name: locale }) } });
    expect(await points!.program({}, contextOf({ locale: 'el' }))).toMatchObject({ name: 'el' });
    expect(await referrals!.program({}, guest)).toEqual(referral);
    expect(host.asked).toEqual([]);
  });
});

describe('a refusal', () => {
  const answers = (status: number, body: string, headers = {}) => open({ fetch: async () => new Response(body, { status, headers }) }).points!.account({}, contextOf());

  it('has Voucherify’s words', async () => {
    await expect(open({ clientToken: 'wrong' }).points!.account({}, contextOf())).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: 'Voucherify: Unauthorized: Invalid client-side keys' });
    await expect(answers(429, '{"message":"Too many requests"}', { 'retry-after': '9' })).rejects.toMatchObject({ code: 'RATE_LIMITED', retryAfter: 9, message: 'Voucherify: Too many requests' });
  });

  it.each(['{}', '{"redeemables":{}}', 'null', '[]', '<html>'])('an answer of %s is none', async (body) => expect(answers(200, body)).rejects.toMatchObject({ code: 'INVALID_RESPONSE' }));
});

describe('the options', () => {
  it.each<[Partial<VoucherifyOptions>, RegExp]>([
    [{ clientToken: '' }, /client-side keys/],
    [{ apiUrl: 'voucherify' }, /apiUrl="voucherify" is no address/],
    [{ referral: { campaign: 'F', landingUrl: 'https://shop.example/', program: referral } }, /has no \{code\} in it/],
  ])('%o is refused by name', (wrong, message) => expect(() => open(wrong)).toThrow(message));

  it('decide what the adapter can do', () => {
    expect(capabilities(open())).toEqual(['points.account', 'points.program', 'points.enrol', 'referrals.program', 'referrals.link']);
    expect(capabilities(voucherifyAdapter(KEYS))).toEqual([]);
  });

  it('may name another region', async () => {
    await open({ apiUrl: 'https://us1.api.voucherify.io/' }).points!.account({}, contextOf());
    expect(host.asked[0]!.url).toBe('https://us1.api.voucherify.io/client/v1/qualifications');
  });
});
