/**
 * A process that can be killed: the worker as it is in production, or the two lines of the API that take what the operator
 * posts. JavaScript, like the launcher: an app may import no other app, and this one starts another one.
 */
import 'reflect-metadata';
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
const at = (point) => {
  if (hold?.point === point) {
    const { ms } = hold;
    hold = null;
    return new Promise((resolve) => setTimeout(resolve, ms));
  }
  if (deathAt?.point !== point || (deathAt.nth -= 1) > 0) return undefined;
  process.kill(process.pid, 'SIGKILL');
  return new Promise(() => {});
};

let stop = async () => {};
const verbs = {
  async start({ role, env, pace, timeoutMs, shift }) {
    shiftMs = shift;
    deathAt = hold = null;
    const settings = parseEnv(env);
    if (role === 'hooks') {
      const hooks = await startHooks(settings, at);
      stop = hooks.stop;
      return { is: 'up', port: hooks.port };
    } else {
      const app = await startWorker({ ...settings, worker: { port: 0 }, sms: { ...settings.sms, timeoutMs } }, createLogger('worker', settings.logLevel), { pace, at });
      stop = () => app.close();
    }
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
