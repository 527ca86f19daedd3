import type { Language } from '../types.ts';
import { synonyms } from './de.synonyms.ts';

/** Prefixes that part from their verb: umtauschen, tausche … um. They come before ge- and -zu-, too: umgetauscht, umzutauschen. */
const PREFIXES = 'ab an auf aus bei ein frei gut her hin los mit nach um vor weg weiter wieder zu zuruck zurueck'.split(' ');
const SEPARABLE = new Set(PREFIXES);
const INSIDE = new RegExp(`^(${PREFIXES.join('|')}|ruck)?(?:ge(?!bot)|(?<=.)zu(?!r))(?=.{4})`);
const ENDING =
  /^(?:.{4,}?(?=(?:ungen|ung|ation|atur|heit|keit|lich|barkeit|bar|innen|in|ieren|iert|ier|ierst|ierung|ern|en|em|er|es|est|et|te|ten|st|e|t)$)|.{5,}?(?=[ns]$))/;

/** Strong verbs, and what becomes of their stems, also in nouns: Rückgabe, Umzug, Versand. */
const STRONG = new Map(
  'bring:bracht brech:broch:brach:brich fehl:fohl:fiehl find:fand:fund geb:gab:gib gelt:gilt:galt halt:hielt helf:hilf:half:holf komm:kam nehm:nomm:nimm:nahm reiss:riss ruf:rief schliess:schloss schreib:schrieb send:sand sprech:sproch:sprich treff:traf:troff vergess:vergass:vergiss verlier:verlor weis:wies werb:warb:wirb:worb zieh:zog:zug'
    .split(' ')
    .flatMap((line) => line.split(':').map((form, _, [present]) => [form, present!] as const)),
);
const STRONG_FORM = new RegExp(`(?:${[...STRONG.keys()].join('|')})(?=[emnrst]*$)`);

function key(word: string): string {
  // Written without umlauts, ü is ue; the plain letter is what is left of it after folding. Nouns have rück- for zurück-.
  let stem = word.replace(/([aou])e/g, '$1').replace(/^zuruck/, 'ruck').replace(STRONG_FORM, (form) => STRONG.get(form)!).replace(INSIDE, '$1');
  for (let left; (left = ENDING.exec(stem)?.[0]); stem = left);
  return stem.replace(/ss$/, 's');
}

/** Letters that a part has at least. */
const PART = 4;
/** Words between a verb and its prefix. */
const CLAUSE = 8;

type Alone = (word: string) => readonly string[];

/**
 * The longest known end of a word says what it is, the rest what of: Rücksendekosten are Kosten of a Rücksendung. Else the longest known
 * beginning.
 */
function partsOf(word: string, alone: Alone): readonly string[] {
  for (let i = 3; i <= word.length - PART; i++) {
    const end = alone(word.slice(i));
    if (end.length) return [...end, ...alone(word.slice(0, i))];
  }
  for (let i = word.length - PART; i >= PART; i--) {
    const beginning = alone(word.slice(0, i));
    if (beginning.length) return beginning;
  }
  return [];
}

/** Parts of words by the index that knows them: most words of a text come again. */
const known = new WeakMap<Alone, Map<string, readonly string[]>>();
const MOST_KNOWN = 50_000;

/** What a verb means with its prefix, as in “tausche … um”, and an unknown word by its parts. */
function compounds(words: readonly { term: string }[], at: number, alone: Alone): readonly string[] {
  const word = words[at]!.term;
  for (let i = at + 1; i < words.length && i < at + CLAUSE; i++) {
    const { term } = words[i]!;
    const verb = SEPARABLE.has(term) ? alone(term + word) : [];
    if (verb.length) return verb;
  }
  let parts = known.get(alone);
  if (!parts || parts.size > MOST_KNOWN) known.set(alone, (parts = new Map()));
  let found = parts.get(word);
  if (!found) parts.set(word, (found = alone(word).length ? [] : partsOf(word, alone)));
  return found;
}

export const language: Language = {
  key,
  compounds,
  synonyms,
  stopWords:
    'ab aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die dir du ein eine einem einen einer es fur gibt habe haben hat ich ihr im in ist ja kam kamen kann kein keine machen man mein meine meinem meinen meiner mich mir mit mochte muss nach nicht noch oder ob sein seine sich sie sind so uber um und uns unser von was wann warum weil welche welchen welcher wenn werde werden wer wie wir wird wo zu zum zur',
};
