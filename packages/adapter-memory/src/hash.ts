/** Codes that are computed instead of kept, since neither coupon codes nor a friend’s address belong into storage. */

/** FNV-1a, twice with different starts. Good enough to tell things apart, no protection of anything. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x01000193;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    a = Math.imul(a ^ code, 16_777_619);
    b = Math.imul(b ^ code, 2_246_822_519);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** The coupon code of a redemption or claim: the same id has the same code. */
export const couponCode = (prefix: string, id: string): string => `${prefix}-${hash(id).toUpperCase().padStart(8, '0').slice(-8)}`;
