import { replan } from './replan';

const slot = (key: string, hour: number) => ({ key, dueAt: new Date(Date.UTC(2026, 11, 1, hour)), notAfter: new Date(Date.UTC(2026, 11, 2, hour)) });
const keys = ({ moved, removed, added }: ReturnType<typeof replan>) => [moved.map(({ row }) => row.key), removed.map((row) => row.key), added.map((row) => row.key)];

describe('planning anew', () => {
  it('moves what is wanted at another time, takes what is wanted no more, adds what is missing', () => {
    expect(keys(replan([slot('week', 9), slot('day', 9), slot('hours', 9)], [slot('week', 9), slot('day', 11), slot('fortnight', 9)], new Set()))).toEqual([['day'], ['hours'], ['fortnight']]);
  });
  it('gives nothing a second turn', () => {
    expect(keys(replan([], [slot('week', 9)], new Set(['week'])))).toEqual([[], [], []]);
  });
  it('leaves everything alone under the same rules', () => {
    expect(keys(replan([slot('week', 9)], [slot('week', 9)], new Set()))).toEqual([[], [], []]);
  });
});
