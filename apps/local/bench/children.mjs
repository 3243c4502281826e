import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { onPath } from '../launcher/machine.mjs';
import { builtMain, root } from '../launcher/places.mjs';
import { Ledger, startProcess } from '../launcher/processes.mjs';
import { Refusal } from '../launcher/refusal.mjs';

/** The client gets a core of its own where that can be said, so that its share of the machine is the same for every side. */
export const pinned = (command, args) => (onPath('taskset') && availableParallelism() > 1 ? ['taskset', ['-c', String(availableParallelism() - 1), command, ...args]] : [command, args]);

/** No single errand takes a quarter of this; a bench that waits for ever has measured nothing. */
const PATIENCE_MS = 60_000;

/** Everything that the bench starts itself, written down like the launcher's own, so that nothing is left after a kill. */
export class Children {
  #running = new Set();
  #ledger;
  #logs;

  constructor(directory) {
    this.#logs = join(directory, 'bench-logs');
    mkdirSync(this.#logs, { recursive: true });
    this.#ledger = new Ledger(join(directory, 'bench-pids.json'));
  }

  /** An application of ours, or the floor. Resolves when it answers, with how long that took. */
  async app({ name, main, args = [], env = {}, node = [], port, path = '/health/ready' }) {
    const begun = performance.now();
    const logFile = join(this.#logs, `${name}.log`);
    const running = startProcess({ name, command: process.execPath, args: [...node, main, ...args], env: { ...process.env, ...env }, cwd: root, logFile, ledger: this.#ledger });
    this.#running.add(running);
    running.exited.then(() => this.#running.delete(running));
    const deadline = begun + 30_000;
    while (!running.hasExited && performance.now() < deadline) {
      try {
        const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(2000) });
        await answer.arrayBuffer();
        if (answer.ok) return { pid: running.pid, readyMs: performance.now() - begun, stop: () => running.stop('SIGTERM', 10_000) };
      } catch {
        // not listening yet
      }
      await pause(4);
    }
    await running.stop('SIGKILL');
    throw new Refusal(`${name} does not start: its own words are in ${logFile}.`);
  }

  /** A helper of the bench bundle: `ask('verb', task)` until it is stopped. */
  helper(name, { node = [], pin = false } = {}) {
    const log = openSync(join(this.#logs, `${name}.log`), 'a');
    const [command, args] = (pin ? pinned : (...same) => same)(process.execPath, ['--enable-source-maps', ...node, builtMain('bench'), name]);
    const child = spawn(command, args, { cwd: root, stdio: ['pipe', 'pipe', log] });
    closeSync(log);
    const waiting = new Map();
    let asked = 0;
    const exited = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
    child.stdin.on('error', () => {});
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, result, error } = JSON.parse(line);
      const { resolve, reject } = waiting.get(id);
      waiting.delete(id);
      if (error === undefined) resolve(result);
      else reject(new Error(`${name}: ${error}`));
    });
    const running = {
      stop: async () => {
        child.stdin.end();
        child.kill('SIGTERM');
        await exited;
      },
    };
    this.#running.add(running);
    exited.then(() => {
      this.#running.delete(running);
      for (const { reject } of waiting.values()) reject(new Error(`${name} ended: its own words are in ${join(this.#logs, `${name}.log`)}.`));
    });
    const ask = (verb, task = {}) =>
      new Promise((resolve, reject) => {
        const id = (asked += 1);
        const late = setTimeout(() => reject(new Error(`${name} has not done "${verb}" within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
        waiting.set(id, { resolve: (result) => (clearTimeout(late), resolve(result)), reject: (error) => (clearTimeout(late), reject(error)) });
        child.stdin.write(`${JSON.stringify({ id, verb, task })}\n`);
      });
    return { pid: child.pid, ask, stop: running.stop };
  }

  async stopAll() {
    await Promise.allSettled([...this.#running].map((running) => running.stop()));
  }
}
