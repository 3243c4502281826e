import { apartFrom, meetingPairs, pairRefusal, pairsInForce, type Around, type DrawnTie, type Pair } from './pairs';

const DAY = '2026-11-24';
const tie = (change: Partial<DrawnTie> = {}): DrawnTie => ({ id: 'tie', fromMemberId: 'ex', toMemberId: 'mother', kind: 'contactBan', until: null, boundMemberId: null, ...change });
const pairs = (...ties: DrawnTie[]): Pair[] => pairsInForce(ties, [], DAY);
const around = (present: string[], invited: string[] = []): Around => ({ present: (id) => present.includes(id), invited: (id) => invited.includes(id) });
const BOTH = ['ex', 'mother'];

describe('a pair between which something stands', () => {
  it('is one while the ban lasts, the last day included, and no strained or weak tie makes one', () => {
    expect(pairs(tie({ until: DAY }))).toHaveLength(1);
    expect(pairs(tie({ until: '2026-11-23' }))).toEqual([]);
    expect(pairs(tie({ kind: 'strained' }), tie({ kind: 'weak' }), tie({ kind: 'supports' }))).toEqual([]);
    expect(pairs(tie({ kind: 'keptApart' }))).toHaveLength(1);
  });

  it('the one who is bound may not be invited while the other is in the network, invited or not', () => {
    const bound = pairs(tie({ boundMemberId: 'ex' }));
    expect(pairRefusal('ex', bound, around(BOTH))).toEqual({ reason: 'contactBan', tieId: 'tie', otherId: 'mother' });
    expect(pairRefusal('ex', bound, around(['ex']))).toBeNull();
  });

  it('the one who is protected by it may, unless the other is invited already', () => {
    const bound = pairs(tie({ boundMemberId: 'ex' }));
    expect(pairRefusal('mother', bound, around(BOTH))).toBeNull();
    expect(pairRefusal('mother', bound, around(BOTH, ['ex']))).toMatchObject({ reason: 'contactBan', otherId: 'ex' });
  });

  it('where it has not been said whom it binds it may be either', () => {
    for (const id of BOTH) expect(pairRefusal(id, pairs(tie()), around(BOTH))).not.toBeNull();
    expect(pairRefusal('aunt', pairs(tie()), around([...BOTH, 'aunt'], BOTH))).toBeNull();
  });

  it('a ban against the child always binds the other, since the child is always there', () => {
    const ban = pairs(tie({ fromMemberId: null, toMemberId: 'ex' }));
    expect(ban[0]!.bound).toBe('ex');
    expect(pairRefusal('ex', ban, around(['ex']))).toMatchObject({ otherId: null });
    expect(pairRefusal('child', ban, around(['ex', 'child'], ['ex']))).toBeNull();
  });

  it('a manager’s decision opens the door, and being kept apart never shut it', () => {
    expect(pairRefusal('ex', pairsInForce([tie()], [{ tieId: 'tie', measure: 'separateRooms' }], DAY), around(BOTH, BOTH))).toBeNull();
    expect(pairRefusal('ex', pairsInForce([tie()], [{ tieId: 'another', measure: 'separateRooms' }], DAY), around(BOTH))).not.toBeNull();
    expect(pairRefusal('ex', pairs(tie({ kind: 'keptApart' })), around(BOTH, BOTH))).toBeNull();
  });

  it('each is kept from what the other does, whatever has been decided about the meeting', () => {
    const decided = pairsInForce([tie()], [{ tieId: 'tie', measure: 'differentTimes' }], DAY);
    expect([...apartFrom('ex', decided, ['child'])]).toEqual(['mother']);
    expect([...apartFrom('mother', decided, ['child'])]).toEqual(['ex']);
    expect([...apartFrom('aunt', decided, ['child'])]).toEqual([]);
    const child = pairs(tie({ fromMemberId: null, toMemberId: 'ex' }));
    expect([...apartFrom('ex', child, ['child', 'sibling'])]).toEqual(['child', 'sibling']);
    expect([...apartFrom('child', child, ['child', 'sibling'])]).toEqual(['ex']);
  });

  it('meets where both may come', () => {
    expect(meetingPairs(pairs(tie()), (id) => BOTH.includes(id))).toHaveLength(1);
    expect(meetingPairs(pairs(tie()), (id) => id === 'ex')).toEqual([]);
    expect(meetingPairs(pairs(tie({ fromMemberId: null, toMemberId: 'ex' })), (id) => id === 'ex')).toHaveLength(1);
  });
});
