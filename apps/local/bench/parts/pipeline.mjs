import { performance } from 'node:perf_hooks';
import { builtMain } from '../../launcher/places.mjs';
import { alternate, median } from '../figures.mjs';
import { atLeast, known } from '../table.mjs';

const MESSAGES = 5000;
const PEOPLE_IN_A_CONFERENCE = 20;
const ROUNDS = 5;
/** As many at a time as BullMQ is fastest with on two cores: of 20, 50, 100 and 200 the fewer were slower and the more no faster. */
const FLOOR_CONCURRENCY = 100;

/** The worker as it ships, from a row that falls due to a row that says `accepted`, against BullMQ doing nothing. */
export async function measurePipeline({ children, ground, env, ports, say, profile }) {
  const plant = await ground();
  const people = await plant.ask('conferences', { count: MESSAGES / PEOPLE_IN_A_CONFERENCE, state: 'confirmed' });
  const conferenceIds = [...new Set(people.map((person) => person.conferenceId))];
  const operator = children.helper('operator');
  const jobs = children.helper('jobs');
  const [operatorPort, workerPort] = [await ports(), await ports()];
  await operator.ask('listen', { port: operatorPort });
  const worker = await children.app({
    name: 'worker',
    main: builtMain('worker'),
    node: ['--enable-source-maps', ...profile('worker')],
    port: workerPort,
    env: { ...env, RADSLAG_WORKER_PORT: String(workerPort), RADSLAG_SMS_URL: `http://127.0.0.1:${operatorPort}`, RADSLAG_SMS_USER: 'u', RADSLAG_SMS_PASSWORD: 'p', RADSLAG_LOG_LEVEL: 'warn' },
  });

  let round = 0;
  const pipeline = async () => {
    const planned = await plant.ask('messages', { round: (round += 1), conferenceIds });
    if (planned !== MESSAGES) throw new Error(`${planned} messages were planned, not ${MESSAGES}`);
    const counted = operator.ask('count', { from: MESSAGES });
    await plant.ask('due');
    const begun = performance.timeOrigin + performance.now();
    await counted;
    const { at, ended } = await plant.ask('settled');
    const { received, distinct } = await operator.ask('again');
    if (received !== MESSAGES || distinct !== MESSAGES || ended['accepted'] !== MESSAGES * round) {
      throw new Error(`of ${MESSAGES} messages the operator got ${received} (${distinct} different), and the ledger says ${JSON.stringify(ended)}`);
    }
    const perSecond = (MESSAGES / (at - begun)) * 1000;
    say(`pipeline ${Math.round(perSecond)}/s`);
    return perSecond;
  };
  const floor = async () => {
    const drained = await jobs.ask('drain', { redisUrl: env.RADSLAG_REDIS_URL, prefix: 'bench-floor', jobs: MESSAGES * 4, concurrency: FLOOR_CONCURRENCY });
    say(`no-op jobs ${Math.round(drained.takenPerSecond)}/s`);
    return drained;
  };
  const seen = await alternate(ROUNDS, { pipeline, floor });
  await Promise.all([worker.stop(), operator.stop(), jobs.stop()]);
  const both = seen.floor.map((one) => one.addedAndTakenPerSecond);
  return [
    atLeast(0.2, {
      what: 'Reminders, claim to mark',
      unit: 'messages/s',
      figures: seen.pipeline,
      floors: seen.floor.map((one) => one.takenPerSecond),
      note: `${MESSAGES} messages of two municipalities a round through the worker as it ships; floor: BullMQ taking no-op jobs, one for each message, added beforehand.`,
    }),
    known({ what: 'BullMQ, adding counted too', unit: 'jobs/s', figures: both, note: `the pipeline rings as well; against this it is ${(median(seen.pipeline) / median(both)).toFixed(2)}×.` }),
  ];
}
