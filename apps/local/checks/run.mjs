import { spawn } from 'node:child_process';
import { root } from '../launcher/places.mjs';

const running = new Set();

/** One program of ours to its end, under this Node, its words on the screen. Resolves with its exit code. */
export function run(script, args, env = {}) {
  return runCommand(process.execPath, [script, ...args], env);
}

export function runCommand(command, args, env = {}) {
  const child = started(spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env }, stdio: ['ignore', 1, 2] }));
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Remembers a child until it ends, so that an interrupted run leaves none behind. */
export function started(child) {
  running.add(child);
  for (const end of ['error', 'exit']) child.once(end, () => running.delete(child));
  return child;
}

export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}
