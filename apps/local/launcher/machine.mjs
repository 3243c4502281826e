import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * For programs that the library of `npm test -- any-day` makes crash, since it clashes with their allocators: Redis, which is
 * given every time that it acts on, and the browser, which is told by the server what time it is.
 */
export function onTheRealClock(env) {
  const { LD_PRELOAD: _, ...own } = env;
  return own;
}

export const isRoot = () => process.getuid?.() === 0;

export const onPath = (...names) => inPlaces((process.env.PATH ?? '').split(delimiter), names);

function inPlaces(directories, names) {
  for (const name of names) {
    for (const directory of directories) {
      try {
        accessSync(join(directory, name), constants.X_OK);
        return join(directory, name);
      } catch {
        // not there
      }
    }
  }
  return null;
}

const answers = (command, args) => spawnSync(command, args, { stdio: 'ignore', timeout: 10_000 }).status === 0;
export const dockerAnswers = () => onPath('docker') !== null && answers('docker', ['version', '--format', '{{.Server.Version}}']);

/**
 * Debian starts a service as soon as its package is installed; we want the program, not a second server on the usual port.
 * A policy file forbids that while the packages go in, unless the machine already has a policy of its own.
 */
const APT = `set -e
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\\nexit 101\\n' > "$policy"; chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
apt-get -o DPkg::Lock::Timeout=300 update -qq || true
DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y -qq --no-install-recommends "$@"`;

/** True when the packages were installed; false when this machine has no apt, or we may not use it. */
async function aptInstall(packages, log) {
  if (onPath('apt-get') === null) return false;
  const asRoot = isRoot() ? [] : onPath('sudo') !== null && answers('sudo', ['-n', 'true']) ? ['sudo', '-n'] : null;
  if (asRoot === null) return false;
  log(`Installing ${packages.join(', ')} with apt …`);
  const [command, ...args] = [...asRoot, 'sh', '-c', APT, 'apt', ...packages];
  const child = spawn(command, args, { stdio: ['ignore', 2, 2] });
  return new Promise((resolve) => {
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** Where apt puts programs, be it on the PATH of whoever started us or not. */
const APT_PLACES = ['/usr/bin', '/usr/sbin'];

/** The first of these programs, by its path; installed with apt when there is none and we may; else null. */
export async function findOrInstall(names, packages, log) {
  const found = onPath(...names);
  if (found) return found;
  return (await aptInstall(packages, log)) ? (onPath(...names) ?? inPlaces(APT_PLACES, names)) : null;
}
