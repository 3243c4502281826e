import { letterCode, letterCodeHash, printedLetterCode, readLetterCode } from './letter-code';

const KEY = Buffer.alloc(32, 9);
const ID = '01890000-0000-7000-8000-000000000001';

describe('the code in a letter', () => {
  it('is the same each time it is printed, and another when the link is changed', () => {
    expect(letterCode(KEY, ID, 0)).toBe(letterCode(KEY, ID, 0));
    expect(letterCode(KEY, ID, 1)).not.toBe(letterCode(KEY, ID, 0));
    expect(letterCode(Buffer.alloc(32, 8), ID, 0)).not.toBe(letterCode(KEY, ID, 0));
  });
  it('has no letter that is taken for another', () => {
    const all = Array.from({ length: 300 }, (_, i) => letterCode(KEY, ID, i)).join('');
    expect(all).toMatch(/^[2-9A-HJKMNP-TV-Z]+$/);
  });
  it('is read as people type it', () => {
    const code = letterCode(KEY, ID, 0);
    expect(readLetterCode(` ${printedLetterCode(code).toLowerCase()} `)).toBe(code);
    expect(readLetterCode('٢٣٤٥٦ ٧٨٩AB')).toBe('23456789AB');
    for (const typed of ['', 'ABC', `${code}A`, 'ABCDE FGHIO']) expect(readLetterCode(typed)).toBeNull();
  });
  it('is kept only as a hash that the key is needed for', () => {
    expect(letterCodeHash(KEY, 'ABCDEFGHJK')).not.toEqual(letterCodeHash(Buffer.alloc(32, 8), 'ABCDEFGHJK'));
  });
});
