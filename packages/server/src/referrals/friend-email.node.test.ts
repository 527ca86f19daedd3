import { describe, expect, it } from 'vitest';
import { emailStem, isEmail, maskEmail } from './friend-email.ts';

describe('a friend’s e-mail', () => {
  it.each([
    ['al@example.co.uk', 'a•••@e•••.uk'],
    ['Maria.P+x@Gmail.com', 'm•••p@g•••.com'],
    ['😀x@y', '😀•••@y•••'],
  ])('%s is shown as %s', (email, label) => expect(maskEmail(email)).toBe(label));

  it.each(['a@b.co', 'α@παράδειγμα.ελ', 'first.last+tag@sub.example.com', "o'neil@x-y.example"])('%s can be one', (email) => expect(isEmail(email)).toBe(true));
  it.each(['a@b', '@b.co', 'a@', '+a@b.co', 'a@b..co', 'a@b.1', 'a,b@c.de', 'a@[10.0.0.1]', '"a"@b.co'])('%s can be none', (email) => expect(isEmail(email)).toBe(false));

  it('is compared by its letters when there are enough', () => {
    expect(emailStem('Maria.P-77@a.example')).toBe(emailStem('mariap@b.example'));
    expect(emailStem('ann1@a.example')).toBeNull();
  });
});
