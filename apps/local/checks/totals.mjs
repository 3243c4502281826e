/** What each runner reports, in one currency: { passed, failed, skipped }. */
export const nothing = () => ({ passed: 0, failed: 0, skipped: 0 });
export const one = (ok) => ({ ...nothing(), [ok ? 'passed' : 'failed']: 1 });

export function add(totals, more) {
  return { passed: totals.passed + more.passed, failed: totals.failed + more.failed, skipped: totals.skipped + more.skipped };
}

/** A file that could not even be loaded holds tests that did not run: it counts as one that failed. */
export function fromJest(report) {
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A test that needed a second try has failed once, and is not what we mean by passing. */
export function fromPlaywright({ stats, errors = /** @type {unknown[]} */ ([]) }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/** A runner that found nothing to run has proved nothing. */
export function provesSomething(totals) {
  return totals.passed + totals.failed + totals.skipped > 0;
}

export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

export const KINDS = ['packages', 'lint', 'types', 'unit', 'integration', 'chaos', 'restore', 'compose', 'family', 'e2e'];

/** Everything, or only what was named; undefined for a name that is none. */
export function chosenKinds(argv) {
  if (argv.length === 0) return KINDS;
  return argv.every((name) => KINDS.includes(name)) ? KINDS.filter((kind) => argv.includes(kind)) : undefined;
}
