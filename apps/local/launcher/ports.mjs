import { createServer } from 'node:net';
import { Refusal } from './refusal.mjs';

const listens = (port, host) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });

/** Free means free on every address: a program on [::]:3000 would answer `localhost` before us. */
export async function isFree(port) {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1', '::']) {
    if (!(await listens(port, host))) return false;
  }
  return true;
}

export async function requireFree(port, what, flag) {
  if (await isFree(port)) return;
  throw new Refusal(
    `Port ${port}, which ${what} needs, is taken by another program: stop that program, or choose another port with ${flag}.`,
  );
}

/**
 * Free ports below the range the system hands out for outgoing connections. Each process starts its search at a place of
 * its own, so that runs side by side do not race for the same number between looking and listening.
 */
export async function freePorts(count, taken = new Set()) {
  const found = [];
  const [first, last] = [18000, 31999];
  const begin = (process.pid * 24) % (last - first);
  for (let step = 0; step < last - first && found.length < count; step += 1) {
    const port = first + ((begin + step) % (last - first));
    if (taken.has(port) || !(await isFree(port))) continue;
    taken.add(port);
    found.push(port);
  }
  if (found.length < count) throw new Refusal('No free ports could be found on this machine.');
  return found;
}
