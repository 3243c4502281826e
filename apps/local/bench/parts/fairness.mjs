import { setTimeout as pause } from 'node:timers/promises';
import { builtMain } from '../../launcher/places.mjs';
import { below, known } from '../table.mjs';

const BACKLOG = 100_000;
const PROBES = 3;
/** What an answer takes over a network: queues are longest when the operator is not at hand. */
const OPERATOR_MS = 150;

/** A hundred thousand of one municipality are due; then somebody else's single message is. The worker as it ships. */
export async function measureFairness({ children, ground, env, ports, say }) {
  const plant = await ground();
  const operator = children.helper('operator');
  const [operatorPort, workerPort] = [await ports(), await ports()];
  const { large, small } = await plant.ask('backlog', { messages: BACKLOG });
  await operator.ask('listen', { port: operatorPort });
  await operator.ask('take', { ms: OPERATOR_MS });
  const worker = await children.app({
    name: 'worker-behind',
    main: builtMain('worker'),
    node: ['--enable-source-maps'],
    port: workerPort,
    env: { ...env, RADSLAG_WORKER_PORT: String(workerPort), RADSLAG_SMS_URL: `http://127.0.0.1:${operatorPort}`, RADSLAG_SMS_USER: 'u', RADSLAG_SMS_PASSWORD: 'p', RADSLAG_LOG_LEVEL: 'warn' },
  });
  await plant.ask('due', { only: large });
  const seconds = [];
  // long enough for the queue to be as long as it gets
  await pause(12_000);
  for (let probe = 0; probe < PROBES; probe += 1) {
    const coming = operator.ask('next', { municipalityId: small });
    const begun = performance.timeOrigin + performance.now();
    await plant.ask('due', { only: small, limit: 1 });
    seconds.push(((await coming) - begun) / 1000);
    say(`another municipality's message after ${seconds.at(-1).toFixed(1)} s`);
    await pause(700 * (probe + 1));
  }
  const { received } = await operator.ask('again');
  if (received >= BACKLOG) throw new Error('the backlog was gone before the last of the others was due');
  await Promise.all([worker.stop(), operator.stop()]);
  return [
    below(30, { what: "Another's, behind 100k", unit: 's', figure: Math.max(...seconds), note: `the slowest of ${PROBES}, from due to the operator, who takes ${OPERATOR_MS} ms to answer; the worker finds it by itself.` }),
    known({ what: 'The same, as a rule', unit: 's', figures: seconds, note: '' }),
  ];
}
