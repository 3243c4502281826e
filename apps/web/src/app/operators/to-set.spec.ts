import { hasToBeSet } from './to-set';

const address = { version: 2, madeAt: null, heardAt: null, refused: 0, refusedAt: null };
const before = { version: 1, until: '2026-12-31T12:00:00Z', heard: true, heardAt: null, refused: 0, refusedAt: null };
const [earlier, later] = ['2026-12-01T12:00:00Z', '2026-12-01T13:00:00Z'];

describe('somebody has to set an address at the operator', () => {
  it.each([
    ['nothing is wrong', { address, before: [] }, false],
    ['an old one may still be set, and nothing has come to it', { address, before: [before] }, false],
    ['an old one is still used', { address, before: [{ ...before, heardAt: earlier }] }, true],
    ['one that is closed is still used', { address, before: [{ ...before, heard: false, refused: 1, refusedAt: later }] }, true],
    ['what came to this one was refused', { address: { ...address, heardAt: earlier, refused: 1, refusedAt: later }, before: [] }, true],
    ['something was refused once, and replies have come since', { address: { ...address, heardAt: later, refused: 1, refusedAt: earlier }, before: [] }, false],
  ])('%s', (_what, one, expected) => expect(hasToBeSet(one)).toBe(expected));
});
