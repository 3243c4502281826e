import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { keepAlive } from './keep-alive.mjs';
import { dockerAnswers, findOrInstall, onTheRealClock } from './machine.mjs';
import { freePorts } from './ports.mjs';
import { startProcess } from './processes.mjs';
import { Refusal } from './refusal.mjs';

async function findServer(log) {
  const command = await findOrInstall(['redis-server', 'valkey-server'], ['redis-server'], log);
  if (command) return { command };
  if (dockerAnswers()) return { docker: true };
  throw new Refusal(
    'Redis is missing: install redis-server or valkey-server (Debian and Ubuntu: apt-get install redis-server, macOS: brew install redis), or start Docker.',
  );
}

function ping(port) {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    const finish = (alive) => {
      socket.destroy();
      resolve(alive);
    };
    socket.setTimeout(500, () => finish(false));
    socket.once('error', () => finish(false));
    socket.once('connect', () => socket.write('PING\r\n'));
    // while it reads its file back from disk it answers -LOADING
    socket.once('data', (data) => finish(data.toString().startsWith('+PONG')));
  });
}

/** `noeviction`, since a queue whose keys may vanish is no queue; the worker refuses to start on anything else. */
const settings = (port, directory, throwaway) => [
  ...['--port', String(port), '--maxmemory-policy', 'noeviction', '--dir', directory],
  ...(throwaway ? ['--appendonly', 'no'] : ['--appendonly', 'yes']),
  ...['--save', ''],
];

/** A container outlives a client that was killed, and would keep the port. */
function launchInDocker(common, port, args) {
  const name = `radslag-redis-${port}`;
  spawnSync('docker', ['rm', '--force', name], { stdio: 'ignore' });
  return startProcess({ ...common, command: 'docker', args: ['run', '--rm', '--name', name, '-p', `127.0.0.1:${port}:6379`, '-v', `${common.cwd}:/data`, 'redis:7-alpine', 'redis-server', ...args] });
}

export async function startRedis({ directory, logFile, ledger, throwaway = false, taken, log }) {
  const dataDirectory = join(directory, 'redis');
  mkdirSync(dataDirectory, { recursive: true });
  const server = await findServer(log);
  for (let attempt = 1; ; attempt += 1) {
    const [port] = await freePorts(1, taken);
    const common = { name: 'redis', env: onTheRealClock(process.env), cwd: dataDirectory, logFile, ledger };
    const launch = () => (server.docker ? launchInDocker(common, port, settings(6379, '/data', throwaway)) : startProcess({ ...common, command: server.command, args: ['--bind', '127.0.0.1', ...settings(port, dataDirectory, throwaway)] }));
    const redis = launch();
    // a first start through Docker may have an image to fetch
    const deadline = performance.now() + (server.docker ? 180_000 : 30_000);
    while (!redis.hasExited && performance.now() < deadline) {
      if (await ping(port)) {
        const kept = keepAlive(redis, launch, { log });
        return { url: `redis://127.0.0.1:${port}`, port, broken: kept.broken, stop: () => kept.stop('SIGTERM', 10_000) };
      }
      await pause(50);
    }
    await redis.stop('SIGKILL');
    if (attempt === 3) throw new Refusal(`Redis did not start: its own words are in ${logFile}.`);
  }
}
