import type { Language } from '../types.ts';
import { synonyms } from './ar.synonyms.ts';

/** The article with the particles that are written together with it, and the commonest particles alone. */
const BEFORE = /^(?:و?(?:ال|بال|كال|فال|لل)|و(?=.{4})|[بلس](?=.{5}))(?=.{3})/;
const AFTER = /(.{3,}?)(?:كما|هما|تها|تهم|تنا|تكم|ها|هم|كم|نا|ني|ات|ان|ون|ين|وا|يه|تي|تك|ته|[هيكتا])$/;

function key(word: string): string {
  let stem = word.replace(BEFORE, '');
  for (let round = 0; round < 2; round++) stem = AFTER.exec(stem)?.[1] ?? stem;
  // The long vowel of broken plurals and verbal nouns: طرد, طرود; شحن, شحنات.
  return stem.replace(/^(..)[او](.)$/, '$1$2');
}

/** Keys of the English layout, and what they give on the Arabic one. */
const KEYS = 'qwertyuiop[]asdfghjkl;\'zxcvnm,./';
const LETTERS = 'ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ';

export const language: Language = {
  key,
  retype: (typed) => typed.replace(/./g, (pressed) => LETTERS[KEYS.indexOf(pressed)] ?? pressed),
  synonyms,
  stopWords:
    'ا ان انا او اي اين الي التي الذي اذا بعد به تم ثم حتي حول دون ذلك شيء عن عند علي غير في فيه قبل قد كان كل كم كيف كيفيه لا لدي لكم لم لماذا له لها لي ليس ما ماذا ماهي متي مع من منذ نحن هذا هذه هل هناك هو هي و يكون يمكن يمكنني اريد اود استطيع ارجو',
};
