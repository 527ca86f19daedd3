/** HTML that WordPress gives where text is meant, such as titles: `It&#8217;s <em>new</em>`. Without a DOM, so that it is the same in a page and in Node. */

/**
 * The names that WordPress lets through (`$allowedentitynames` in wp-includes/kses.php), which are those of HTML 4 and `apos`. A number is the code
 * point of the name after it; names without one go on from there.
 */
const NAMES =
  '38 amp 60 lt 62 gt 34 quot 39 apos 160 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave ' +
  'Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml ' +
  'aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml ' +
  'yacute thorn yuml 338 OElig oelig 352 Scaron scaron 376 Yuml 402 fnof 710 circ 732 tilde 913 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa ' +
  'Lambda Mu Nu Xi Omicron Pi Rho 931 Sigma Tau Upsilon Phi Chi Psi Omega 945 alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi ' +
  'omicron pi rho sigmaf sigma tau upsilon phi chi psi omega 977 thetasym upsih 982 piv 8194 ensp emsp 8201 thinsp 8204 zwnj zwj lrm rlm 8211 ndash mdash ' +
  '8216 lsquo rsquo sbquo 8220 ldquo rdquo bdquo 8224 dagger Dagger bull 8230 hellip 8240 permil 8242 prime Prime 8249 lsaquo rsaquo 8254 oline 8260 frasl ' +
  '8364 euro 8465 image 8472 weierp 8476 real 8482 trade 8501 alefsym 8592 larr uarr rarr darr harr 8629 crarr 8656 lArr uArr rArr dArr hArr 8704 forall ' +
  '8706 part exist 8709 empty 8711 nabla isin notin 8715 ni 8719 prod 8721 sum minus 8727 lowast 8730 radic 8733 prop infin 8736 ang 8743 and or cap cup ' +
  'int 8756 there4 8764 sim 8773 cong 8776 asymp 8800 ne equiv 8804 le ge 8834 sub sup nsub 8838 sube supe 8853 oplus 8855 otimes 8869 perp 8901 sdot ' +
  '8968 lceil rceil lfloor rfloor 9674 loz 9824 spades 9827 clubs 9829 hearts diams 10216 lang rang';

let codes: Map<string, number> | undefined;

function codeOf(name: string): number | undefined {
  if (!codes) {
    codes = new Map();
    let next = 0;
    for (const word of NAMES.split(' ')) {
      if (/^\d/.test(word)) next = Number(word);
      else codes.set(word, next++);
    }
  }
  return codes.get(name);
}

/** What a number stands for (https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state). */
function characterOf(code: number): string {
  // What old pages wrote of Windows-1252 browsers still read as such.
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? '\ufffd' : String.fromCodePoint(code);
}

/** Tags go; a lone `<`, as in `2 < 3`, is none. */
const TAG = /<(?:[a-z/!?][^<>]*)>/gi;
const REFERENCE = /&(?:#(\d{1,9})|#x([\da-f]{1,7})|([a-z]\w{1,8}));/gi;

/** The text that a reader sees; none of what is no string. An entity that is none stays as it is written. */
export const textOf = (html: unknown): string =>
  (typeof html === 'string' ? html : '').replace(TAG, '').replace(REFERENCE, (written: string, decimal?: string, hex?: string, name = '') => {
    const code = decimal ? Number(decimal) : hex ? parseInt(hex, 16) : codeOf(name);
    return code === undefined ? written : characterOf(code);
  });
