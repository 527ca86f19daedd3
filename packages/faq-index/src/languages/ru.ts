import type { Language } from '../types.ts';
import { synonyms } from './ru.synonyms.ts';

/** Latin spellings of Cyrillic letters, longest first: every common scheme, since shoppers know none by name. */
const LATIN: Record<string, string> = {
  shch: 'щ', sch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', ts: 'ц', tz: 'ц', yu: 'ю', ju: 'ю', iu: 'ю', ya: 'я', ja: 'я', ia: 'я',
  yo: 'е', jo: 'е', ye: 'е', je: 'е', a: 'а', b: 'б', c: 'ц', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'и', k: 'к', l: 'л',
  m: 'м', n: 'н', o: 'о', p: 'п', q: 'к', r: 'р', s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'х', y: 'и', z: 'з',
};
const LATIN_LETTERS = /shch|sch|sh|ch|zh|kh|t[sz]|[yji]u|[yji]a|[yj][oe]|[a-z]/g;

/** Letters that a transliteration can't tell apart become one. */
const plain = (word: string): string =>
  word
    .replace(LATIN_LETTERS, (letters) => LATIN[letters]!)
    .replace(/щ/g, 'сч')
    .replace(/[ьъ]/g, '')
    .replace(/[йы]/g, 'и')
    .replace(/э/g, 'е');

const endings = (list: string): RegExp => {
  const sorted = plain(list).split(' ').sort((a, b) => b.length - a.length);
  return new RegExp(`(.{3,}?)(?:${sorted.join('|')})$`);
};
const INFLECTION = endings(
  'иями ями ами иях ях ах иям ям ам ией ей ой ем ом ов ев ии ия ию ие и а я о е у ю ого его ому ему ими ее ое им их ую юю ая яя ою ею ть ти ет ют ут ит ят ат ете ите йте ешь ишь ешь л ла ло ли вший вшая вшие ющий ющая ющие щий щая щие',
);
const DERIVATION = endings('ени ани ци аци ост ова ева ива ыва енн нн н а и е у ну т л ск ат ен');

function key(word: string): string {
  let stem = plain(word.replace(/(.{4,})с[яь]$/, '$1'));
  for (const ending of [INFLECTION, INFLECTION, DERIVATION]) stem = ending.exec(stem)?.[1] ?? stem;
  return stem;
}

/** Keys of the English layout, and what they give on the Russian one. */
const KEYS = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,.';
const LETTERS = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

export const language: Language = {
  key,
  retype: (typed) => typed.replace(/./g, (pressed) => LETTERS[KEYS.indexOf(pressed)] ?? pressed),
  synonyms,
  stopWords:
    'а без бы в во вы где да для до его ее если есть еще же за и из или им их к как какая какие какой ко когда кто ли мне можно мой моя мое мои мы на нам нас не нет ни но нужно о об он она они от по под после при про с со так там то только тут у уже хочу что чтобы это этот я',
};
