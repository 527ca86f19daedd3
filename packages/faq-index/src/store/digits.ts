/** Whole numbers as letters that JSON keeps as they are: five bits each, the sixth says that more follow (as in source maps). */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES: readonly number[] = [...'\0'.repeat(128)].map((_, code) => DIGITS.indexOf(String.fromCharCode(code)));

export function toDigits(value: number): string {
  let digits = '';
  for (let rest = value; ; rest >>>= 5) {
    if (rest < 32) return digits + DIGITS[rest]!;
    digits += DIGITS[(rest & 31) | 32]!;
  }
}

/** Reads numbers one after another. Throws at a letter that is no digit and at the end of the text. */
export function readDigits(text: string): { next(): number; readonly done: boolean } {
  let at = 0;
  return {
    next() {
      let value = 0;
      for (let shift = 0; shift < 32; shift += 5) {
        const digit = VALUES[text.charCodeAt(at++)] ?? -1;
        if (digit < 0) break;
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
      throw new RangeError(`no number at ${at - 1}`);
    },
    get done() {
      return at >= text.length;
    },
  };
}
