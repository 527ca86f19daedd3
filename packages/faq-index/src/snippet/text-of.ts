/** Marks that follow a letter by the names that HTML has for them: `&eacute;` is e and an acute accent. */
const MARKS: Record<string, string> = {
  acute: '\u0301', grave: '\u0300', circ: '\u0302', uml: '\u0308', tilde: '\u0303', cedil: '\u0327', ring: '\u030a', caron: '\u030c',
};
/** What editors write by name; everything else they write as it is or by number. */
const NAMED: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '', ensp: ' ', emsp: ' ', thinsp: ' ', zwj: '', zwnj: '', lrm: '', rlm: '',
  hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', sbquo: '‚', ldquo: '“', rdquo: '”', bdquo: '„', laquo: '«', raquo: '»',
  lsaquo: '‹', rsaquo: '›', bull: '•', middot: '·', times: '×', divide: '÷', plusmn: '±', deg: '°', sup2: '²', sup3: '³', frac12: '½', frac14: '¼',
  frac34: '¾', euro: '€', pound: '£', yen: '¥', cent: '¢', copy: '©', reg: '®', trade: '™', sect: '§', para: '¶', iexcl: '¡', iquest: '¿',
  ordf: 'ª', ordm: 'º', rarr: '→', larr: '←', check: '✓', szlig: 'ß', aelig: 'æ', AElig: 'Æ', oelig: 'œ', OElig: 'Œ', oslash: 'ø', Oslash: 'Ø',
  eth: 'ð', thorn: 'þ', lstrok: 'ł', inodot: 'ı',
};
const GREEK = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega'.split(' ');

/** Elements whose ends are gaps between words. */
const BLOCK =
  /<\/?(?:address|article|aside|blockquote|br|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)\b[^<>]*>/gi;
const UNSEEN = /<(script|style|template|title|head)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi;
/** Every piece of it stops at the next `<`, so that a text of nothing but `<` takes linear time. */
const TAG = /<[/!?a-z][^<>]*(?:>|$)/gi;

function decode(entity: string, name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name) ?? [];
  if (hex || decimal) {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code < 0x11_0000 ? String.fromCodePoint(code) : '\ufffd';
  }
  if (Object.hasOwn(NAMED, name)) return NAMED[name]!;
  const [, letter, mark] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
  if (mark && Object.hasOwn(MARKS, mark)) return `${letter}${MARKS[mark]}`.normalize('NFC');
  const greek = GREEK.indexOf(name.toLowerCase());
  if (greek < 0) return entity;
  const small = String.fromCharCode(0x3b1 + greek);
  return name[0] === name[0]!.toLowerCase() ? small : small.toUpperCase();
}

/** The words of an HTML answer as a reader sees them, for snippets. Never made HTML again. */
export const textOf = (html: string): string =>
  html
    .replace(/<!--[^]*?(?:-->|$)/g, '')
    .replace(UNSEEN, ' ')
    .replace(BLOCK, ' ')
    .replace(TAG, '')
    .replace(/&(#x?[\da-f]{1,7}|[a-z]\w{1,12});/gi, decode);
