/**
 * A process that can be killed: the worker as it is in production, or the two lines of the API that take what the operator
 * posts. JavaScript, like the launcher: an app may import no other app, and this one starts another one.
 */
import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { createLogger, parseEnv } from '@radslag/platform';
import { startWorker } from '../../../worker/src/start-worker';
import { startHooks } from './hooks';

const RealDate = Date;
let shiftMs = 0;
globalThis.Date = class extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + shiftMs);
    else super(...parts);
  }
  static now() {
    return RealDate.now() + shiftMs;
  }
};

let deathAt = null;
let hold = null;
let freeze = null;
const at = (point) => {
  if (hold?.point === point) {
    const { ms } = hold;
    hold = null;
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
  if (freeze?.point === point && (freeze.nth -= 1) <= 0) {
    freeze = null;
    // The whole process, in the middle of what it does; whoever watches it sets it going again.
    process.kill(process.pid, 'SIGSTOP');
    return undefined;
  }
  if (deathAt?.point !== point || (deathAt.nth -= 1) > 0) return undefined;
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

let stop = async () => {};
const verbs = {
  async start({ role, env, pace, callTimeoutMs, gateHoldsMs, shift }) {
    shiftMs = shift;
    deathAt = hold = freeze = null;
    const settings = parseEnv(env);
    if (role === 'hooks') {
      const hooks = await startHooks(settings, at);
      stop = hooks.stop;
      return { is: 'up', port: hooks.port };
    } else {
      const app = await startWorker({ ...settings, worker: { port: 0 } }, createLogger('worker', settings.logLevel), { pace, at, callTimeoutMs, gateHoldsMs });
      stop = () => app.close();
    }
    // Those that are killed write nothing on their way out: what was compiled until here is kept for whoever comes after.
    flushCompileCache();
    return { is: 'up' };
  },
  async stop() {
    await stop();
    stop = async () => {};
    return { is: 'stopped' };
  },
  async armed({ point, nth }) {
    deathAt = { point, nth };
    return { is: 'armed' };
  },
  async hold({ point, ms }) {
    hold = { point, ms };
    return { is: 'held' };
  },
  async freeze({ point, nth }) {
    freeze = { point, nth };
    return { is: 'armed' };
  },
  async shift({ ms }) {
    shiftMs = ms;
    return { is: 'shifted' };
  },
};

process.on('message', ({ id, verb, ...task }) => {
  void verbs[verb](task).then(
    (answer) => process.send({ id, ...answer }),
    (error) => process.send({ id, is: 'failed', why: String(error?.message ?? error) }),
  );
});
process.on('disconnect', () => process.exit(0));
process.on('uncaughtException', (error) => {
  process.stderr.write(`uncaught: ${error?.stack ?? error}\n`);
  process.exit(70);
});
process.send({ is: 'ready' });
