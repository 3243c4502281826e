import { add, chosenKinds, closingLine, fromClosingLine, fromJest, fromPlaywright, KINDS, nothing, one, provesSomething } from './totals.mjs';

describe('the totals of a test run', () => {
  it('closes with one plain line, which names skipped tests only when there are any', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(closingLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });

  it('counts a spec file that could not be loaded as a failure', () => {
    const report = { numPassedTests: 3, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 1, numTodoTests: 1 };
    expect(fromJest(report)).toEqual({ passed: 3, failed: 2 /* 1 test + 1 file */, skipped: 2 });
  });

  it('counts a test that passed only at the second try, and an error outside any test, as failures', () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{ message: 'No tests found' }] };
    expect(fromPlaywright(report)).toEqual({ passed: 5, failed: 3 /* 1 + 1 flaky + 1 error */, skipped: 2 });
  });

  it('takes a runner that ran nothing for no proof', () => {
    expect(provesSomething(nothing())).toBe(false);
    expect(provesSomething(one(true))).toBe(true);
    expect(provesSomething(add(nothing(), { passed: 0, failed: 0, skipped: 1 }))).toBe(true);
  });

  it('runs everything unless told what, always in the same order, and refuses what it does not know', () => {
    expect(chosenKinds([])).toEqual({ kinds: KINDS, seed: null });
    expect(chosenKinds(['e2e', 'unit'])).toEqual({ kinds: ['unit', 'e2e'], seed: null });
    expect(chosenKinds(['units'])).toBeUndefined();
  });

  it('draws again what a seed had drawn', () => {
    expect(chosenKinds(['any-day', '--seed', '17'])).toEqual({ kinds: ['any-day'], seed: 17 });
    expect(chosenKinds(['--seed', '0'])).toEqual({ kinds: KINDS, seed: 0 });
    for (const wrong of [['--seed'], ['--seed', 'x'], ['--seed', '-1'], ['unit', '--seed', 'integration']]) expect(chosenKinds(wrong)).toBeUndefined();
  });

  it('reads the last closing line of a run within the run, and nothing where there is none', () => {
    expect(fromClosingLine('✓ unit · passed 3\n\n3 passed, 0 failed\n')).toEqual({ passed: 3, failed: 0, skipped: 0 });
    expect(fromClosingLine('1 passed, 0 failed\n12 passed, 1 failed, 2 skipped\n')).toEqual({ passed: 12, failed: 1, skipped: 2 });
    expect(fromClosingLine('Postgres is missing')).toBeNull();
  });
});
