/** Runs before anything is installed: only what Node 20 itself brings may be imported here. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesOfLock } from './lock.mjs';
import { root } from './places.mjs';
import { Refusal } from './refusal.mjs';

const lockFile = join(root, 'package-lock.json');
const installed = join(root, 'node_modules', '.package-lock.json');
const stamp = join(root, 'node_modules', '.radslag-installed');
const lockHash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex');

function needsInstall() {
  if (!existsSync(installed)) return true;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash()) return false;
  return statSync(installed).mtimeMs < statSync(lockFile).mtimeMs;
}

const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });

const isLink = (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

async function npm(args) {
  const [command, ...first] = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  // stdout belongs to the result of `--json`; whatever npm has to say goes beside it
  const child = spawn(command, [...first, ...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return exitOf(child);
}

/**
 * Installs when the lock file is newer than what is installed; says what that changed in the lock file. `npm ci` is what
 * installs the lock file and nothing else. It refuses one that was written where a registry did not list every platform's
 * binaries, although nothing of this platform is in doubt: `npm install` takes it, and what it changes is told.
 */
export async function installPackages() {
  const before = readFileSync(lockFile, 'utf8');
  if (needsInstall()) {
    // npm would write through the link, into packages that others are using, or put a folder in its place
    if (isLink(join(root, 'node_modules'))) throw new Refusal('node_modules is a link and older than package-lock.json: install where it leads, and start again.');
    process.stderr.write('Installing packages (npm ci) …\n');
    let code = await npm(['ci']);
    if (code !== 0) {
      process.stderr.write('npm ci refused; trying npm install …\n');
      code = await npm(['install']);
    }
    if (code !== 0) throw new Refusal(`npm install ended with code ${code}: read its message above, mend that, and start again.`);
    writeFileSync(stamp, lockHash());
  }
  return { lockChanges: changesOfLock(before, readFileSync(lockFile, 'utf8')) };
}

/**
 * Goes on under the Node that the packages bring (Angular refuses Node 20). Returns when this already is that Node;
 * otherwise never returns: the outer process only passes signals inwards and leaves with the inner exit code.
 */
export async function continueOnOwnNode(scriptFile, argv, extraEnv = {}) {
  const own = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
  if (!existsSync(own)) throw new Refusal('node_modules has no Node of its own: delete node_modules and start again.');
  if (realpathSync(own) === realpathSync(process.execPath)) return;
  // A session of its own: Ctrl-C reaches the outer process alone, which passes it on once. The channel tells the inner
  // process when the outer one has died without a word.
  const child = spawn(own, [scriptFile, ...argv], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: true,
    env: { ...process.env, ...extraEnv },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  process.exit(await exitOf(child));
}

/** Calls `stop` once at the first signal or when the outer process is gone; a later second signal leaves at once. */
export function onFarewell(stop) {
  let first = 0;
  const bid = (why) => {
    const now = performance.now();
    // npm and the terminal may both pass on the same Ctrl-C
    if (first > 0 && now - first < 1500) return;
    if (first > 0) process.exit(130);
    first = now;
    void stop(why);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => bid(signal));
  if (process.channel) {
    process.on('disconnect', () => bid('disconnect'));
    process.channel.unref();
  }
}
