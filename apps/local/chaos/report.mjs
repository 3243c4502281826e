/** What a person at the terminal reads. */
export function lineOf({ seed, violations, seconds, counts, played }) {
  const said = `${counts.messages} messages, ${counts.accepted} accepted, ${counts.arrived} arrived, ${played.length} steps`;
  return `${violations.length === 0 ? '✓' : '✗'} seed ${seed} · ${said} · ${seconds.toFixed(1)} s`;
}

/** Everything needed to understand a failure without running it again, and how to run it again. */
export function storyOf({ seed, script, played, violations }, plant) {
  return [
    `Seed ${seed} begins ${script.begins} with ${script.workers} worker(s):`,
    ...played.map(({ step, came }, n) => `  ${String(n + 1).padStart(2)}. ${JSON.stringify(step)} → ${came}`),
    ...violations.map(({ rule, what }) => `  ✗ ${rule}: ${what}`),
    `  Again: npm run chaos -- --seed ${seed}${plant === undefined ? '' : ` --plant ${plant}`}`,
  ].join('\n');
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
    deaths,
  };
}
