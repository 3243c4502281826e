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

/** The totals of a run by its closing line, the last of what it printed; null when there is none. */
export function fromClosingLine(printed) {
  const found = [...printed.matchAll(/^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm)].at(-1);
  return found ? { passed: Number(found[1]), failed: Number(found[2]), skipped: Number(found[3] ?? 0) } : null;
}

export const KINDS = ['packages', 'lint', 'types', 'unit', 'integration', 'any-day', 'chaos', 'restore', 'compose', 'family', 'e2e'];

/**
 * Everything, or only what was named, and the seed of what is drawn (`--seed 17`; null: any); undefined for a name or a
 * number that is none.
 */
export function chosenKinds(argv) {
  const names = [...argv];
  const at = names.indexOf('--seed');
  const given = at === -1 ? null : (names.splice(at, 2)[1] ?? '');
  if (given !== null && !/^\d{1,9}$/.test(given)) return undefined;
  const seed = given === null ? null : Number(given);
  if (names.length === 0) return { kinds: KINDS, seed };
  return names.every((name) => KINDS.includes(name)) ? { kinds: KINDS.filter((kind) => names.includes(kind)), seed } : undefined;
}
