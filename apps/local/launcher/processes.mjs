import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from './refusal.mjs';

/** A number alone may have been given to a stranger since: when it began makes a process recognisable. */
export function birthOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `ticks ${fields[19]}`;
  } catch {
    if (existsSync('/proc/self/stat')) return null;
    const asked = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return asked.stdout?.trim() || null;
  }
}

const isStill = ({ pid, birth }) => birth !== null && birthOf(pid) === birth;

/** Which processes are ours, on disk, so that a start after a `kill -9` of the launcher can end what was left. */
export class Ledger {
  #file;
  #entries = {};

  constructor(file) {
    this.#file = file;
  }

  /** Ends what an earlier run left behind; refuses when that run is alive and well. */
  async takeOver(log) {
    const left = existsSync(this.#file) ? readEntries(this.#file) : {};
    const { launcher, ...others } = left;
    if (launcher && launcher.pid !== process.pid && isStill(launcher)) {
      throw new Refusal(
        `Rådslag is already running from here (process ${launcher.pid}): use it, stop it with Ctrl-C, or start a second one with --profile and ports of its own.`,
      );
    }
    const alive = Object.entries(others).filter(([, entry]) => isStill(entry));
    if (alive.length > 0) log(`Ending what an earlier run left behind: ${alive.map(([name]) => name).join(', ')}`);
    const apps = alive.filter(([name]) => name !== 'postgres' && name !== 'redis');
    const stores = alive.filter(([name]) => name === 'postgres' || name === 'redis');
    await Promise.all(apps.map(([, entry]) => end(entry, 'SIGTERM', 5000)));
    await Promise.all(stores.map(([name, entry]) => end(entry, name === 'postgres' ? 'SIGINT' : 'SIGTERM', 15000)));
    this.add('launcher', process.pid);
  }

  add(name, pid) {
    this.#entries[name] = { pid, birth: birthOf(pid) };
    this.#write();
  }

  remove(name) {
    delete this.#entries[name];
    this.#write();
  }

  #write() {
    writeFileSync(`${this.#file}.new`, JSON.stringify(this.#entries));
    renameSync(`${this.#file}.new`, this.#file);
  }
}

function readEntries(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return {};
  }
}

async function end(entry, signal, graceMs) {
  process.kill(entry.pid, signal);
  const deadline = performance.now() + graceMs;
  while (isStill(entry)) {
    if (performance.now() > deadline) {
      process.kill(entry.pid, 'SIGKILL');
      await pause(100);
      return;
    }
    await pause(50);
  }
}

/**
 * A child in a session of its own (Ctrl-C in the terminal must reach the launcher alone, which then stops things in
 * order), its output in a log file.
 */
export function startProcess({ name, command, args, env, cwd, logFile, ledger, identity = {} }) {
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', log, log],
    ...identity,
  });
  closeSync(log);
  const exited = new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, error }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  const running = {
    name,
    pid: child.pid,
    logFile,
    exited,
    hasExited: false,
    stopping: false,
    async stop(signal = 'SIGTERM', graceMs = 10000) {
      running.stopping = true;
      if (child.pid === undefined) return;
      if (!running.hasExited) {
        child.kill(signal);
        const patience = new AbortController();
        const late = pause(graceMs, 'late', { signal: patience.signal, ref: false }).catch(() => 'done');
        if ((await Promise.race([exited, late])) === 'late') {
          killGroup(child.pid);
          await exited;
        }
        patience.abort();
      }
      // whatever the child itself had started goes with it
      killGroup(child.pid);
    },
  };
  exited.then(() => {
    running.hasExited = true;
    ledger.remove(name);
  });
  if (child.pid !== undefined) ledger.add(name, child.pid);
  return running;
}

function killGroup(pid) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // nothing of it is left
  }
}
