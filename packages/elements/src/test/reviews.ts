/** What the tests of `<aftercart-review-prompt>` share: a backend that remembers, and the ways to open the element. */
import type { Adapter, Review, ReviewEditInput, ReviewInput, ReviewRequest } from '@aftercart/contract';
import '../review-prompt/define.ts';
import type { ReviewPromptElement } from '../review-prompt/review-prompt.ts';
import { appears, inState, mount, type MountOptions } from './mount.ts';

export const TAG = 'aftercart-review-prompt';
const NOW = new Date().toISOString();

export const review = (over: Partial<Review> = {}): Review => ({
  id: 'v1', requestId: 'mug', rating: 2, title: 'Chips quickly', body: 'After two weeks.', displayName: 'Maria P.',
  status: 'published', verified: true, incentivised: false, createdAt: NOW, ...over,
});

export const pack: ReviewRequest = {
  id: 'pack', orderNumber: 'NP-1042', product: { id: 'p-pack', name: 'Ridge 28 Backpack', variant: 'Green' },
  aspects: [{ id: 'fit', label: 'Fit' }, { id: 'comfort', label: 'Comfort' }],
  incentive: { kind: 'points', title: '25 points for your review', points: 25, disclosure: 'The reviewer got 25 points.' },
};
export const shirt: ReviewRequest = { id: 'shirt', orderNumber: 'NP-1042', product: { id: 'p-shirt', name: 'Merino Shirt' } };
const lamp: ReviewRequest = { id: 'lamp', orderNumber: 'NP-1001', product: { id: 'p-lamp', name: 'Headlamp' } };
export const mug: ReviewRequest = { id: 'mug', orderNumber: 'NP-1001', product: { id: 'p-mug', name: 'Enamel Mug' }, review: review() };

/** A backend that remembers. */
export function backend(items: ReviewRequest[] = [pack, shirt, lamp, mug]) {
  let all = [...items];
  const seen: { submitted: ReviewInput[]; edited: ReviewEditInput[]; keys: (string | undefined)[] } = { submitted: [], edited: [], keys: [] };
  const put = (id: string, next: Review) => {
    all = all.map((item) => (item.id === id ? { ...item, review: next } : item));
    return next;
  };
  const of = (reviewId: string) => all.find((item) => item.review?.id === reviewId)!;
  const reviews = {
    requests: async () => ({ items: [...all.filter((item) => !item.review), ...all.filter((item) => item.review)] }),
    submit: async (input: ReviewInput, context: { idempotencyKey?: string }) => {
      seen.submitted.push(input);
      seen.keys.push(context.idempotencyKey);
      return put(input.requestId, review({ ...input, id: `v-${input.requestId}`, status: 'pending' }));
    },
    edit: async ({ reviewId, ...text }: ReviewEditInput) => {
      seen.edited.push({ reviewId, ...text });
      const { id, review: before } = of(reviewId);
      return put(id, { ...before!, ...text, status: 'pending' });
    },
    withdraw: async ({ reviewId }: { reviewId: string }) => {
      const { id, review: before } = of(reviewId);
      return put(id, { ...before!, status: 'withdrawn' });
    },
  };
  return { reviews, seen, list: (next: ReviewRequest[]) => void (all = next) };
}

export const working = { id: 'test', reviews: backend([pack, shirt, mug]).reviews } as Adapter;

export const open = async (over: Record<string, unknown> = {}, items?: ReviewRequest[], options: MountOptions = {}) => {
  const { reviews, ...rest } = backend(items);
  const mounted = await mount<ReviewPromptElement>(TAG, { id: 'test', reviews: { ...reviews, ...over } }, options);
  await inState(mounted.element, 'ready');
  const star = (n: number, row = '#rating') => mounted.$$<HTMLInputElement>(`${row} input`)[n - 1]!;
  const type = async (id: string, value: string) => {
    const field = mounted.$<HTMLInputElement>(`#field-${id}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await mounted.element.updateComplete;
  };
  return { ...mounted, ...rest, star, type };
};

export const openForm = async (over: Record<string, unknown> = {}, items?: ReviewRequest[], options: MountOptions = {}) => {
  const mounted = await open(over, items, options);
  mounted.star(4).click();
  await appears(mounted.element, '[part=form]');
  await mounted.element.updateComplete;
  return mounted;
};

export const send = async ({ element, $ }: Awaited<ReturnType<typeof openForm>>, ends = '[part=receipt]') => {
  $('[part=submit]').click();
  await appears(element, ends);
};
