import type { Language } from '../types.ts';
import { synonyms } from './de.synonyms.ts';

/** ge- and -zu- inside verbs: zurückgeschickt, umzutauschen. */
const INSIDE = /^(zuruck|um|ab|aus|ein|an|auf|weg|nach|vor)?(?:ge|zu(?!r))(?=.{4})/;
const ENDING =
  /^(?:.{4,}?(?=(?:ungen|ung|heit|keit|lich|innen|in|ieren|iert|ier|ern|en|em|er|es|est|et|te|ten|st|e|t)$)|.{5,}?(?=[ns]$))/;

function key(word: string): string {
  // Written without umlauts, ü is ue; the plain letter is what is left of it after folding.
  let stem = word.replace(/([aou])e/g, '$1').replace(INSIDE, '$1');
  for (let left; (left = ENDING.exec(stem)?.[0]); stem = left);
  return stem;
}

export const language: Language = {
  key,
  compounds: true,
  synonyms,
  stopWords:
    'ab aber als am an auch auf aus bei bin bis bitte da das dass dem den der des die dir du ein eine einem einen einer es fur gibt habe haben hat ich ihr im in ist ja kann kein keine man mein meine meinem meinen meiner mich mir mit mochte muss nach nicht noch oder ob sein seine sich sie sind so uber um und uns unser von was wann warum weil welche welchen welcher wenn werde werden wer wie wir wird wo zu zum zur',
};
