import { matches } from './matches';

const ella = { initials: 'E.A.', reference: '2026-014' };

describe('finding a case', () => {
  it.each(['E.A.', 'ea', 'e a', '2026-014', '2026-14', '014', '  '])('finds E.A. 2026-014 by "%s"', (typed) => {
    expect(matches(ella, typed)).toBe(true);
  });
  it.each(['W.N.', '2026-015', '2025-14', 'ella'])('does not find it by "%s"', (typed) => {
    expect(matches(ella, typed)).toBe(false);
  });
  it('finds siblings by the initials of either', () => {
    expect(matches({ initials: 'T.J. och S.J.', reference: '2026-017' }, 'S.J.')).toBe(true);
  });
});
