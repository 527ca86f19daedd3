/** How Northpine asks for reviews. */
import type { Context } from '../../context.ts';
import { ask, type Northpine } from '../northpine.ts';
import { tell } from '../tell.ts';

const ASKED_AFTER = 2;
const ASKED_UNTIL = 60;

export async function setUpReviews(context: Context, northpine: Northpine): Promise<void> {
  const requests = await ask(async (asked) => (await northpine.reviews.requests({}, asked)).items);
  const aspectsOf = (index: number) => requests.en[index]!.aspects!.map(({ id }, i) => ({ id, label: requests.text((items) => items[index]!.aspects![i]!.label) }));
  const indexOf = new Map(requests.en.map(({ product }, index) => [product.id, index]));
  // What is asked of one product alone is asked of it by name; what is left is asked of everything.
  const sets = [...indexOf].map(([id, index]) => ({ products: [id], aspects: aspectsOf(index) }));
  const common = sets.find(({ aspects }) => aspects.length === 1)!;
  const { kind, points } = requests.en[0]!.incentive!;
  await tell(context, 'PUT /reviews/settings', {
    body: {
      body: {
        askAfterDays: ASKED_AFTER,
        lastDay: ASKED_UNTIL,
        aspects: [...sets.filter((set) => set !== common), { aspects: common.aspects }],
        incentive: {
          kind, points,
          title: requests.text((items) => items[0]!.incentive!.title),
          disclosure: requests.text((items) => items[0]!.incentive!.disclosure),
          mostPerMonth: 20,
        },
      },
    },
  });
}
