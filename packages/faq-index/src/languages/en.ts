import type { Language } from '../types.ts';
import { synonyms } from './en.synonyms.ts';

const IRREGULAR = new Map(
  'paid:pay sent:send bought:buy lost:lose broke:break broken:break gave:give given:give forgot:forget forgotten:forget chose:choose chosen:choose came:come took:take taken:take spent:spend won:win wrote:write written:write worn:wear left:leave got:get gotten:get went:go'
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

/** Endings of derived words and verbs. What is left must have a vowel and three letters. */
const ENDING = /^(.*?[aeiouy].*?)(?:ication|ations?|ions?|ings?|ements?|ments?|ed|al|er|or|able|ably|ful|less|ness|ly|y|e)$/;

function singular(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.replace(/(s|sh|ch|x|z)es$/, '$1').replace(/s$/, '');
}

function key(word: string): string {
  let stem = IRREGULAR.get(word) ?? word;
  if (stem.length < 4) return stem;
  stem = singular(stem);
  for (let round = 0; round < 2; round++) {
    const left = ENDING.exec(stem)?.[1];
    if (!left || left.length < 3) break;
    stem = left.replace(/([bdglmnprt])\1$/, '$1');
  }
  return stem;
}

export const language: Language = {
  key,
  synonyms,
  stopWords:
    'a an and any are as at be been by can could did do does for from get had has have how i if in into is it its me my of on or our please s shall should so t that the their them then there these they this to want was we were what when where which who why will with would you your',
};
