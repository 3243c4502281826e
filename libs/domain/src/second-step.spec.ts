import { afterWrongCode, afterWrongYear, CODE_HOURS, CODE_TRIES, codeMayOpen, codeValidUntil, isPaused, YEAR_PAUSE_MINUTES, YEAR_TRIES_IN_ALL, yearMayOpen, type StepMemory } from './second-step';

const now = new Date('2026-11-22T09:00:00Z');
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const asked: StepMemory = { asks: 'birthYear', failedSteps: 0, wrongYears: 0, lockedUntil: null, codeIssuedAt: null, wrongCodes: 0 };

describe('the birth year', () => {
  it('can be guessed ten times in all, whatever is waited in between, and then opens nothing', () => {
    let step = asked;
    let at = now;
    const outcomes: string[] = [];
    for (let n = 1; yearMayOpen(step); n++) {
      const { change, outcome, askStaff } = afterWrongYear(step, at);
      step = { ...step, ...change };
      outcomes.push(outcome);
      expect(askStaff).toBe(n === YEAR_TRIES_IN_ALL);
      if (outcome === 'paused') {
        expect([isPaused(step, new Date(at.getTime() + (YEAR_PAUSE_MINUTES - 1) * 60_000)), isPaused(step, new Date(at.getTime() + YEAR_PAUSE_MINUTES * 60_000))]).toEqual([true, false]);
        at = new Date(at.getTime() + YEAR_PAUSE_MINUTES * 60_000);
      }
    }
    expect(outcomes).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'paused', 'wrong', 'wrong', 'wrong', 'wrong', 'closed']);
  });

  it('is asked for only where it is the step', () => {
    expect([yearMayOpen(asked), yearMayOpen({ ...asked, asks: 'code' }), yearMayOpen({ ...asked, asks: 'none' })]).toEqual([true, false, false]);
  });
});

describe('the code told on the phone', () => {
  const told: StepMemory = { ...asked, codeIssuedAt: now };

  it('ends after a day', () => {
    expect(codeValidUntil(now)).toEqual(after(CODE_HOURS * 60));
    expect([codeMayOpen(told, now), codeMayOpen(told, after(CODE_HOURS * 60 - 1)), codeMayOpen(told, after(CODE_HOURS * 60)), codeMayOpen(asked, now)]).toEqual([true, true, false, false]);
  });

  it.each([['birthYear', 0, false], ['birthYear', YEAR_TRIES_IN_ALL, true], ['code', 0, true]] as const)('ends after five wrong ones; where %s with %s wrong years leaves no other way, staff are asked: %s', (asks, wrongYears, asksStaff) => {
    let step: StepMemory = { ...told, asks, wrongYears };
    const outcomes = Array.from({ length: CODE_TRIES }, () => {
      const { change, outcome, askStaff } = afterWrongCode(step);
      step = { ...step, ...change };
      return [outcome, askStaff];
    });
    expect(outcomes.slice(0, -1)).toEqual(Array.from({ length: CODE_TRIES - 1 }, () => ['wrong', false]));
    expect(outcomes.at(-1)).toEqual(['closed', asksStaff]);
    expect(codeMayOpen(step, now)).toBe(false);
  });
});
