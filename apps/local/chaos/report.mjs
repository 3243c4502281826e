/** What a person at the terminal reads. */
export function lineOf({ seed, violations, seconds, counts, played }) {
  const said = `${counts.messages} messages, ${counts.accepted} accepted, ${counts.arrived} arrived, ${played.length} steps`;
  return `${violations.length === 0 ? '✓' : '✗'} seed ${seed} · ${said} · ${seconds.toFixed(1)} s`;
}

/** The invariants, as one would say them. */
const MEANS = {
  I1: 'every message ends, and a person is asked where a machine cannot go on',
  I2: 'no message arrives twice',
  I3: 'nobody is written to who has said no, or by a way that is closed',
  I4: 'only what holds now is said, and to the right number',
  I5: 'a fault delays, and stops nothing',
  I6: 'an unsafe Redis is refused, and one that hangs holds nothing',
  I7: 'what was acknowledged is there',
  I8: 'the order of receipts does not matter',
  I9: 'nothing outside the hours, and nothing too late',
  I10: 'nothing before its time',
  I11: 'another try only after a definite no, and then with the other operator',
  I13: 'tries are bounded',
  I14: 'a restart loses nothing',
  I16: 'everybody who was told is told',
  caps: 'not too many texts in a week',
  harness: 'the run itself broke',
};

/** Everything needed to understand a failure without running it again, and how to run it again. */
export function storyOf({ seed, script, played, violations }, plant) {
  return [
    `Seed ${seed} begins ${script.begins} with ${script.workers} worker(s):`,
    ...played.map(({ step, came }, n) => `  ${String(n + 1).padStart(2)}. ${JSON.stringify(step)} → ${came}`),
    ...violations.map(({ rule, what }) => `  ✗ ${rule} (${MEANS[rule] ?? 'no such rule'}): ${what}`),
    `  Again: npm run chaos -- --seed ${seed}${plant === undefined ? '' : ` --plant ${plant}`}`,
  ].join('\n');
}

/** A rule that judges nobody is none: per seed, over many of them. */
const LEAST = { told: 1, weeks: 0.1, hangs: 0.2 };
const ENOUGH_SEEDS = 20;

/** What the seeds together did not do often enough for a verdict to mean anything. */
export function tooLittle(sum) {
  if (sum.seeds < ENOUGH_SEEDS) return [];
  return Object.entries(LEAST).filter(([what, least]) => sum[what] < least * sum.seeds).map(([what, least]) => `${what}: ${sum[what]} in ${sum.seeds} seeds, at least ${Math.ceil(least * sum.seeds)} wanted`);
}

export function sumOf(verdicts) {
  const deaths = {};
  for (const verdict of verdicts) for (const [point, times] of Object.entries(verdict.deaths)) deaths[point] = (deaths[point] ?? 0) + times;
  const total = (of) => verdicts.reduce((sum, verdict) => sum + of(verdict), 0);
  return {
    seeds: verdicts.length,
    failed: verdicts.filter((verdict) => verdict.violations.length > 0).length,
    violations: total((verdict) => verdict.violations.length),
    messages: total((verdict) => verdict.counts.messages),
    accepted: total((verdict) => verdict.counts.accepted),
    told: total((verdict) => verdict.counts.told),
    weeks: total((verdict) => verdict.counts.weeks),
    hangs: total((verdict) => verdict.counts.hangs),
    late: total((verdict) => verdict.counts.late),
    deaths,
  };
}
