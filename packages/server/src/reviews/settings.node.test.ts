import { expect, it } from 'vitest';
import { z } from 'zod';
import { aspectsOf, ReviewSettings } from './settings.ts';
import { SETTINGS } from './test/shop.ts';

/** Ways in which shops elsewhere route, hide or reward reviews by their stars. */
const BY_STARS = ['minimumRating', 'minRating', 'autoPublishFrom', 'publishAboveRating', 'stars', 'onlyIfRating', 'redirectBelow', 'positiveOnly', 'ratingThreshold'];

it.each(BY_STARS)('knows no `%s`, at any depth', (key) => {
  const { incentive, aspects: [bags, others] } = SETTINGS;
  const tries = [
    { ...SETTINGS, [key]: 4 },
    { ...SETTINGS, incentive: { ...incentive, [key]: 4 } },
    { ...SETTINGS, aspects: [{ ...bags, [key]: 4 }, others] },
    { ...SETTINGS, aspects: [{ ...bags, aspects: [{ id: 'fit', label: 'Fit', [key]: 4 }] }] },
  ];
  for (const settings of tries) expect(ReviewSettings.safeParse(settings).success).toBe(false);
});

it('is closed everywhere, and no key of it speaks of a rating', () => {
  const objects: { properties: object; additionalProperties?: unknown }[] = [];
  const walk = (node: unknown): void => {
    if (!node || typeof node !== 'object') return;
    if ('properties' in node) objects.push(node as (typeof objects)[number]);
    Object.values(node).forEach(walk);
  };
  walk(z.toJSONSchema(ReviewSettings, { io: 'input' }));
  expect(objects.length).toBeGreaterThanOrEqual(5);
  for (const { properties, additionalProperties } of objects) {
    expect(additionalProperties).toBe(false);
    expect(Object.keys(properties).filter((key) => /rating|star|score|sentiment|positive|negative/i.test(key))).toEqual([]);
  }
});

it('refuses a last day before the first, and an aspect twice', () => {
  expect(ReviewSettings.safeParse({ askAfterDays: 10, lastDay: 10 }).success).toBe(false);
  const twice = { id: 'fit', label: 'Fit' };
  expect(ReviewSettings.safeParse({ aspects: [{ aspects: [twice, twice] }] }).success).toBe(false);
});

it('asks for the aspects of the first set that names the product, else for those of all others', () => {
  const settings = ReviewSettings.parse(SETTINGS);
  expect(aspectsOf(settings, 'backpack').map(({ id }) => id)).toEqual(['fit']);
  expect(aspectsOf(settings, 'mug').map(({ id }) => id)).toEqual(['quality']);
  expect(aspectsOf(ReviewSettings.parse({}), 'mug')).toEqual([]);
});
