import * as fc from 'fast-check';
import { isExpected, RANKING_CRITERIA, rankTimes } from './ranking';
import type { PersonToRank, TimeToRank } from './ranking';
import { TIME_ANSWERS } from './vocabulary';
import type { TimeAnswer } from './vocabulary';

const person = (id: string, mustAttend = false): PersonToRank => ({ id, mustAttend });
const time = (id: string, starts: string): TimeToRank => ({ id, starts });
/** `'y~n.'`: yes, if need be, no, not answered, for times a, b, c … in turn. */
const row = (marks: string): Record<string, TimeAnswer | undefined> =>
  Object.fromEntries([...marks].map((mark, i) => ['abcdefgh'[i] ?? '', ({ y: 'yes', '~': 'ifNeedBe', n: 'no' } as const)[mark as 'y' | '~' | 'n']]));
const A = time('a', '2026-12-08T17:00');
const B = time('b', '2026-12-09T17:00');
const order = (ranked: ReturnType<typeof rankTimes>) => ranked.map((one) => one.timeId).join('');

describe('whose silence is a missing answer', () => {
  it.each([
    ['those who are invited', { mustAttend: false, invited: true }, true],
    ['those who must attend, invited or not', { mustAttend: true, invited: false }, true],
    ['nobody else: the child too counts from when someone has asked', { mustAttend: false, invited: false }, false],
  ])('%s', (_who, person, counts) => {
    expect(isExpected(person)).toBe(counts);
  });
});

describe('the best time', () => {
  it('is one that no must-have has said no to, whatever the numbers', () => {
    const people = [person('mamma', true), person('f1'), person('f2'), person('f3')];
    const answers = { mamma: row('n~'), f1: row('yn'), f2: row('yn'), f3: row('yn') };
    const [best] = rankTimes({ times: [A, B], people, answers });
    expect([best?.timeId, best?.decidedBy]).toEqual(['b', 'mustCannotFewest']);
  });
  it('then has most must-haves saying yes, then most of all', () => {
    const people = [person('mamma', true), person('f1'), person('f2')];
    expect(order(rankTimes({ times: [A, B], people, answers: { mamma: row('~y'), f1: row('yn'), f2: row('yn') } }))).toBe('ba');
    const [best] = rankTimes({ times: [A, B], people, answers: { mamma: row('yy'), f1: row('yy'), f2: row('.y') } });
    expect([best?.timeId, best?.decidedBy]).toEqual(['b', 'canMost']);
  });
  it('then has fewest who cannot, then fewest unsure', () => {
    const people = [person('p'), person('q'), person('r')];
    expect(order(rankTimes({ times: [A, B], people, answers: { p: row('yy'), q: row('n~'), r: row('..') } }))).toBe('ba');
    const ranked = rankTimes({ times: [A, B], people, answers: { p: row('yy'), q: row('~.'), r: row('..') } });
    expect([order(ranked), ranked[0]?.decidedBy, ranked[0]?.reasons.map((r) => r.code)]).toEqual(['ba', 'maybeFewest', ['mostCan', 'fewestMaybe']]);
  });
  it('is the earlier of two that are alike', () => {
    const ranked = rankTimes({ times: [B, A], people: [person('p')], answers: { p: row('yy') } });
    expect([order(ranked), ranked[0]?.decidedBy, ranked[1]?.decidedBy]).toEqual(['ab', 'earliest', null]);
  });
  it('counts everyone once and says who is missing', () => {
    const people = [person('mamma', true), person('pappa', true), person('farbror'), person('granne'), person('lärare')];
    const answers = { mamma: row('y'), pappa: row('n'), farbror: row('~'), granne: row('n') };
    const [only] = rankTimes({ times: [A], people, answers });
    expect(only).toMatchObject({
      rank: 1, can: 1, maybe: 1, cannot: 2, unanswered: 1, mustCan: 1, mustMaybe: 0, mustCannot: 1, mustTotal: 2,
      missingMustIds: ['pappa'], cannotIds: ['granne', 'pappa'], maybeIds: ['farbror'], unansweredIds: ['lärare'],
    });
    expect(only?.reasons).toEqual([
      { code: 'mustMissing', count: 1, of: 2, personIds: ['pappa'] },
      { code: 'mostCan', count: 1, of: 5, personIds: [] },
      { code: 'someCannot', count: 1, of: 5, personIds: ['granne'] },
    ]);
  });
  it('says so when all who must be there can', () => {
    const [only] = rankTimes({ times: [A], people: [person('mamma', true), person('farbror')], answers: { mamma: row('y'), farbror: row('n') } });
    expect(only?.reasons.map((reason) => reason.code)).toEqual(['allMustCan', 'mostCan', 'someCannot', 'allAnswered']);
  });
  it('takes instants as well as wall times, and no people or times at all', () => {
    const times = [{ id: 'late', starts: new Date('2026-12-09T16:00:00Z') }, { id: 'early', starts: new Date('2026-12-08T16:00:00Z') }];
    expect(rankTimes({ times, people: [], answers: {} }).map((t) => t.timeId)).toEqual(['early', 'late']);
    expect(rankTimes({ times: [], people: [person('p')], answers: {} })).toEqual([]);
  });
});

describe('for any poll', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const poll = fc.record({
    times: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }).chain((chosen) =>
      fc.tuple(...chosen.map((id) => fc.integer({ min: 1, max: 5 }).map((day) => time(id, `2026-12-0${day}T17:00`)))),
    ),
    people: fc.array(fc.boolean(), { maxLength: 8 }).map((musts) => musts.map((must, i) => person(`p${i}`, must))),
    marks: fc.array(fc.array(fc.option(fc.constantFrom(...TIME_ANSWERS), { nil: undefined }), { minLength: 5, maxLength: 5 }), { minLength: 8, maxLength: 8 }),
  });
  const answersOf = (marks: readonly (readonly (TimeAnswer | undefined)[])[]) =>
    Object.fromEntries(marks.map((own, i) => [`p${i}`, Object.fromEntries(ids.map((id, j) => [id, own[j]]))]));

  it('the order of times and people in does not change what comes out', () => {
    fc.assert(
      fc.property(poll, ({ times, people, marks }) => {
        const answers = answersOf(marks);
        expect(rankTimes({ times: [...times].reverse(), people: [...people].reverse(), answers })).toEqual(rankTimes({ times, people, answers }));
      }),
    );
  });
  it('one more yes never lowers a time', () => {
    fc.assert(
      fc.property(poll, fc.nat(7), fc.nat(4), ({ times, people, marks }, who, which) => {
        const target = times[which % times.length]?.id ?? '';
        const before = answersOf(marks);
        const after = { ...before, [`p${who}`]: { ...before[`p${who}`], [target]: 'yes' as const } };
        const rank = (answers: typeof before) => rankTimes({ times, people, answers }).find((one) => one.timeId === target)?.rank ?? 0;
        expect(rank(after)).toBeLessThanOrEqual(rank(before));
      }),
    );
  });
  it('the sums are whole and each place is decided by a named criterion', () => {
    fc.assert(
      fc.property(poll, ({ times, people, marks }) => {
        const ranked = rankTimes({ times, people, answers: answersOf(marks) });
        expect(ranked.map((one) => one.rank)).toEqual(times.map((_, i) => i + 1));
        for (const one of ranked) {
          expect(one.can + one.maybe + one.cannot + one.unanswered).toBe(people.length);
          expect(one.mustCan + one.mustMaybe + one.mustCannot + one.mustUnanswered).toBe(one.mustTotal);
          if (one.rank < ranked.length) expect(RANKING_CRITERIA).toContain(one.decidedBy);
        }
      }),
    );
  });
});
