import type { Language } from '../types.ts';
import { synonyms } from './el.synonyms.ts';

/** Greek written with Latin letters, as it sounds or as it looks. */
const LATIN: Record<string, string> = {
  th: 'θ', ps: 'ψ', ks: 'ξ', ch: 'χ', ph: 'φ', a: 'α', b: 'β', c: 'κ', d: 'δ', e: 'ε', f: 'φ', g: 'γ', i: 'ι', j: 'ξ', k: 'κ', l: 'λ',
  m: 'μ', n: 'ν', o: 'ο', p: 'π', q: 'κ', r: 'ρ', s: 'σ', t: 'τ', u: 'υ', v: 'β', w: 'ω', x: 'χ', y: 'υ', z: 'ζ',
};

/** The way a word sounds: spellings that sound the same, and Greeklish, become one. */
function sound(word: string): string {
  return word
    // h is χ before a vowel or ρ at the start of a syllable, else the look of η.
    .replace(/(^|[aeiouy])h(?=[aeiouyr])/g, '$1χ')
    .replace(/th|ps|ks|[cp]h|[a-gi-z]/g, (letters) => LATIN[letters]!)
    .replace(/h/g, 'η')
    .replace(/([αε])[υβφ]/g, '$1φ')
    .replace(/αι/g, 'ε')
    .replace(/[εο]ι|ου|υι|[ηυ]/g, 'ι')
    .replace(/ω/g, 'ο')
    .replace(/μπ/g, 'β')
    .replace(/γ[κγ]|νγ/g, 'γ')
    .replace(/ξ/g, 'χ')
    .replace(/(.)\1/g, '$1');
}

const INFLECTION = /(.{3,}?)(?:ματ(?:α|οσ|ον)|ι?[αειο](?:σ|ν|με|τε|νε|τι|με|σι)?)$/;
const DERIVATION = /(.{4,}?)(?:[αειο][σνμθ]|[αειο]θικ|[αειο]μεν|[οι]ντ|τικ|ικ|ιμ|[αειο])$/;

/** Verbs whose stems change with the tense, the present first. */
const IRREGULAR = new Map(
  [
    'ερχομαι ερχεται ερχονται ερθω ερθει ερθουν ηρθα ηρθε ηρθαν', 'παιρνω παιρνει παιρνετε παρω παρει παρετε παρουμε πηρα πηρε πηραν πηρατε',
    'στελνω στελνετε στελνει στελνουμε στειλω στειλει στειλετε στειλουν εστειλα εστειλε εστειλαν στειλατε σταλει εσταλη σταλθηκε',
    'φτανω φτανει φθανει φτασω φτασει εφτασα εφτασε εφθασε φτασουν', 'δινω δινετε δινει δωσω δωσει δωσετε εδωσα εδωσε', 'βλεπω βλεπει δω δει δουμε ειδα ειδε',
    'βρισκω βρισκεται βρω βρει βρηκα βρηκε', 'βαζω βαλω βαλει εβαλα', 'γινεται γινει εγινε γινω', 'κανω κανετε κανει εκανα εκανε καμω', 'χανω χασω εχασα χαθηκε χαθει χαμενο',
    'σπαω σπασμενο σπασει εσπασε σπασμενα', 'γραφω εγραψα γραψω', 'φευγει φυγει εφυγε', 'θελω θελετε ηθελα', 'μπαινω μπω μπει μπηκα', 'ξεχασα ξεχναω ξεχασω',
    'ανοιξα ανοιγω ανοιξω', 'εκλεισα κλεινω κλεισω', 'αγορασα αγοραζω αγορασω', 'επεστρεψα επιστρεφω επιστρεψω επεστρεψε', 'παρεδωσαν παραδιδω παραδωσετε παρεδωσε',
    'παρελαβα παραλαμβανω παραλαβω παραλαβετε παρελαβε', 'παρηγγειλα παραγγελνω παραγγειλω παραγγειλα', 'υπεβαλα υποβαλλω υποβαλω',
  ].flatMap((line) => line.split(' ').map((form, _, [first]) => [sound(form), sound(first!)] as const)),
);

function key(word: string): string {
  let stem = sound(word);
  stem = IRREGULAR.get(stem) ?? stem;
  stem = INFLECTION.exec(stem)?.[1] ?? stem;
  for (let left; (left = DERIVATION.exec(stem)?.[1]); stem = left);
  return stem.replace(/[ζγκχ]$/, 'γ').replace(/[ψφπβ]$/, 'φ');
}

/** Keys of the English layout, and what they give on the Greek one: the accent key stands for the combining accent. */
const KEYS = ';:wertyuiopasdfghjklzxcvbnm';
const LETTERS = '\u0301\u0308ςερτυθιοπασδφγηξκλζχψωβνμ';

export const language: Language = {
  key,
  // The accent key stands for the combining accent.
  retype: (typed) => typed.replace(/./g, (pressed) => LETTERS[KEYS.indexOf(pressed)] ?? pressed),
  synonyms,
  stopWords:
    'α αν αλλα απο για δε δεν εγω ειναι ενα ενασ εχει εχω εχουν η θα θελω και κι κατι με μασ μου μια μπορω μπορει να ο οι οπωσ οταν οτι που πωσ ποια ποιεσ ποιοι ποιον ποιοσ ποιουσ ποτε σασ σε στα στη στην στισ στο στον στουσ τα τη την τησ τι τισ το τον του τουσ των ωσ υπαρχει einai gia i me mou na o pos pote pou sas ta tha ti tin tis to',
};
