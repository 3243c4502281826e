import { spawn } from 'node:child_process';
import { root } from '../launcher/places.mjs';

const running = new Set();

/** One program of ours to its end, under this Node, its words on the screen. Resolves with its exit code. */
export function run(script, args, env = {}) {
  return runCommand(process.execPath, [script, ...args], env);
}

export function runCommand(command, args, env = {}) {
  const child = spawn(command, args, { cwd: root, env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env }, stdio: ['ignore', 1, 2] });
  running.add(child);
  return new Promise((resolve) => {
    const finish = (code) => {
      running.delete(child);
      resolve(code);
    };
    child.once('error', () => finish(1));
    child.once('exit', (code) => finish(code ?? 1));
  });
}

export function endRunning() {
  for (const child of running) child.kill('SIGTERM');
}
