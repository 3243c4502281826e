import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

/** Longer than this and a part has stood: its next death begins a new count. */
const STOOD_MS = 10_000;
const PAUSES = [200, 500, 1000, 2000, 5000];

/**
 * Starts a part again when it dies, as `restart: unless-stopped` does in compose, a little later each time. A part that
 * dies at once again and again has a fault that no start mends: `broken` then settles with a sentence.
 */
export function keepAlive(first, startAgain, { log, pauses = PAUSES }) {
  let current = first;
  let stopped = false;
  const rest = new AbortController();
  const watching = watch();

  /** Ends with the sentence when it gives up, without one when the part was told to stop. */
  async function watch() {
    for (let quick = 0; ; ) {
      const begun = performance.now();
      const { code, signal } = await current.exited;
      if (stopped || current.stopping) return undefined;
      if (performance.now() - begun > STOOD_MS) quick = 0;
      const how = `${current.name} stopped on its own (${signal ?? `code ${code}`})`;
      if (quick === pauses.length) return `${how} and would not stay up: its last words are in ${current.logFile}.`;
      log(`${how}: starting it again.`);
      // whatever it had started goes with it
      await current.stop();
      await pause(pauses[quick], undefined, { signal: rest.signal }).catch(() => {});
      quick += 1;
      if (stopped) return undefined;
      current = startAgain();
    }
  }

  return {
    name: first.name,
    logFile: first.logFile,
    broken: watching.then((sentence) => sentence ?? new Promise(() => {})),
    get pid() {
      return current.pid;
    },
    async stop(signal, graceMs) {
      stopped = true;
      rest.abort();
      await current.stop(signal, graceMs);
      await watching;
    },
  };
}
