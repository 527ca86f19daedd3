/** Reviews that Northpine tells of, as somebody wrote them and the merchant decided on them. */
import { services } from '../../services.ts';
import { DAY, type Act } from '../acts.ts';
import { ask, type Northpine } from '../northpine.ts';
import type { PersonId } from '../people.ts';
import { as, tell } from '../tell.ts';

/** Days that the merchant takes to read one. */
const DECIDED_AFTER = 1;

export async function reviewsOf(northpine: Northpine, author: PersonId, now: Date): Promise<Act[]> {
  const { en: requests } = await ask(async (context) => (await northpine.reviews.requests({}, context)).items);
  return requests.flatMap(({ orderNumber, product, review }): Act[] => {
    if (!review) return [];
    const { rating, title, body, status, reason } = review;
    const written = (now.getTime() - Date.parse(review.createdAt)) / DAY;
    let id = '';
    const decide = (name: 'publish' | 'reject', said?: object): Act => ({
      ago: written - DECIDED_AFTER,
      run: (context) => tell(context, `POST /reviews/{id}/${name}`, { parameters: { id }, body: said }),
    });
    const write: Act = {
      ago: written,
      async run(context) {
        const requestId = `${orderNumber}:${product.id}`;
        ({ id } = await services.reviews.submit({ requestId, rating, title, body, displayName: 'Ann P.', incentivised: true }, as(context, author)));
      },
    };
    return [write, ...(status === 'published' ? [decide('publish')] : []), ...(status === 'rejected' ? [decide('reject', { reason })] : [])];
  });
}
