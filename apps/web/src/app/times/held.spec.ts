import { spoken } from '../words/words';
import { worryWords } from '../words/worry';
import { heldOf } from './held';

const worry = (id: string, memberId: string) => ({ told: 'page' as const, id, memberId, unclaimed: false });
const text = (id: string, memberId: string | null, unclaimed = false) => ({ told: 'text' as const, id, memberId, unclaimed });

describe('what holds booking, moving and inviting', () => {
  it('is nothing when nothing is open', () => {
    expect(heldOf([])).toEqual({ texts: null, worries: null });
  });
  it('names each person once, and leads to the first text', () => {
    expect(heldOf([text('t1', 'anna'), text('t2', 'anna'), worry('w1', 'bo'), worry('w2', 'bo')])).toEqual({
      texts: { count: 2, memberIds: ['anna'], query: { svar: 't1' } }, worries: { memberIds: ['bo'] },
    });
  });
  it('leads to where a text lies that nobody has claimed, and names nobody', () => {
    expect(heldOf([text('t1', null, true)])).toEqual({ texts: { count: 1, memberIds: [], query: { svar: 't1', visa: 'okanda' } }, worries: null });
  });
  it('is said in words, with and without somebody to name', () => {
    const [sv, en] = [spoken(worryWords, 'sv'), spoken(worryWords, 'en')];
    expect(sv.danger({ count: 1, from: 'Anna B.' })).toBe('Ett SMS om fara är oläst (från Anna B.). Det går inte att boka, flytta eller bjuda in förrän du har läst och tagit hand om det i inkorgen.');
    expect(sv.danger({ count: 2, from: 'none' })).toBe('2 SMS om fara är olästa. Det går inte att boka, flytta eller bjuda in förrän du har läst och tagit hand om dem i inkorgen.');
    expect(en.danger({ count: 1, from: 'none' })).toBe('A text about danger is unread. Nothing can be booked or moved and nobody invited until you have read and dealt with it in the inbox.');
  });
});
