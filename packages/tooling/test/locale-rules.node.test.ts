import { describe, expect, it } from 'vitest';
import { localeProblems } from '../src/check/locale-rules.ts';

describe('a translation', () => {
  const english = { title: 'Your points', stars: '{n} of {max} stars', points: { one: '{n} point', other: '{n} points' } };
  const problems = (changed: Parameters<typeof localeProblems>[2]) =>
    localeProblems('fr', english, { title: 'Vos points', stars: '{n} sur {max}', points: { one: '{n} point', many: '{n} de points', other: '{n} points' }, ...changed });

  it('has what English has', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ title: '', more: 'x' })).toEqual(['more is not in the English strings.', 'title is empty.']);
    expect(localeProblems('fr', english, {})).toEqual(['title is missing.', 'stars is missing.', 'points is missing.']);
  });

  it('has all forms of its own language, and the placeholders of English', () => {
    expect(problems({ points: { one: '{n} point', other: '{n} points' } })).toEqual(['points.many is missing.']);
    expect(problems({ stars: '{n} sur 5' })).toEqual(['stars has other placeholders than English: {n}.']);
  });

  it('may have forms for a number where English needs none, and nowhere else', () => {
    const stars = { one: '{n} étoile sur {max}', many: '{n} étoiles sur {max}', other: '{n} étoiles sur {max}' };
    expect(problems({ stars })).toEqual([]);
    expect(problems({ stars: { ...stars, other: '{n} étoiles' } })).toEqual(['stars.other has other placeholders than English.']);
    expect(problems({ title: { one: 'a', many: 'b', other: 'c' } })).toEqual(['title should be text.']);
  });
});
