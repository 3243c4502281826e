import { heldByWorry, isWorry, refusedByWorries, worryAfter, WORRIES } from './worry';
import { MESSAGE_KINDS } from './vocabulary';

describe('a worry about meeting someone', () => {
  it('is no no until a no is given: not asked, skipped, no and yes are different answers', () => {
    expect(worryAfter(undefined, undefined)).toBe('notAsked');
    expect(worryAfter(undefined, 'skipped')).toBe('skipped');
    expect(worryAfter('notAsked', 'skipped')).toBe('skipped');
    expect(worryAfter('notKnown', 'skipped')).toBe('skipped');
    expect(worryAfter(undefined, 'no')).toBe('no');
    expect(worryAfter('skipped', undefined)).toBe('skipped');
  });

  it('is not taken back by passing the question by, and is by a no', () => {
    for (const said of ['callMe', 'doNotCall', 'no'] as const) expect(worryAfter(said, 'skipped')).toBe(said);
    expect(worryAfter('callMe', 'no')).toBe('no');
    expect(worryAfter('no', 'doNotCall')).toBe('doNotCall');
  });

  it('is one only where somebody has said so', () => {
    expect(WORRIES.filter(isWorry)).toEqual(['callMe', 'doNotCall']);
  });

  it('holds what brings people together, and nothing that corrects a belief or was asked for', () => {
    expect((['confirm', 'move', 'invite'] as const).every(heldByWorry)).toBe(true);
    expect(MESSAGE_KINDS.filter(heldByWorry)).toEqual(['invitation', 'answerReminder', 'timeSet']);
  });

  it('refuses with what is to be done first: a text of danger is read before a worry on the pages is answered', () => {
    expect(refusedByWorries([])).toBeNull();
    expect(refusedByWorries([{ told: 'page' }])).toBe('worry-unanswered');
    expect(refusedByWorries([{ told: 'text' }])).toBe('danger-unread');
    expect(refusedByWorries([{ told: 'page' }, { told: 'text' }])).toBe('danger-unread');
  });
});
