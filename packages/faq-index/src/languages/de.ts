import type { Language } from '../types.ts';
import { synonyms } from './de.synonyms.ts';

/** ge- and -zu- inside verbs: zurückgeschickt, umzutauschen. Nouns have rück- for zurück-. */
const INSIDE = /^(ruck|um|ab|aus|ein|an|auf|weg|nach|vor|her|hin|mit|los)?(?:ge|zu(?!r))(?=.{4})/;
const ENDING =
  /^(?:.{4,}?(?=(?:ungen|ung|heit|keit|lich|barkeit|bar|innen|in|ieren|iert|ier|ierst|ierung|ern|en|em|er|es|est|et|te|ten|st|e|t)$)|.{5,}?(?=[ns]$))/;

function key(word: string): string {
  // Written without umlauts, ü is ue; the plain letter is what is left of it after folding.
  let stem = word.replace(/([aou])e/g, '$1').replace(/^zuruck/, 'ruck').replace(INSIDE, '$1');
  for (let left; (left = ENDING.exec(stem)?.[0]); stem = left);
  return stem;
}

/** Letters that a part has at least. */
const PART = 4;

/** The longest known end says what it is, the rest what of: Rücksendekosten are Kosten of a Rücksendung. Else the longest known beginning. */
function compounds(word: string, alone: (part: string) => string[]): string[] {
  for (let i = PART; i <= word.length - PART; i++) {
    const end = alone(word.slice(i));
    if (end.length) return [...end, ...alone(word.slice(0, i))];
  }
  for (let i = word.length - PART; i >= PART; i--) {
    const beginning = alone(word.slice(0, i));
    if (beginning.length) return beginning;
  }
  return [];
}

export const language: Language = {
  key,
  compounds,
  synonyms,
  stopWords:
    'ab aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die dir du ein eine einem einen einer es fur gibt habe haben hat ich ihr im in ist ja kann kein keine man mein meine meinem meinen meiner mich mir mit mochte muss nach nicht noch oder ob sein seine sich sie sind so uber um und uns unser von was wann warum weil welche welchen welcher wenn werde werden wer wie wir wird wo zu zum zur',
};
