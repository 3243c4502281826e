import { alternate } from '../figures.mjs';
import { atLeast, below } from '../table.mjs';

const CONFERENCES = 12;
const PEOPLE = 30;
const REMINDERS = 3;
const ROUNDS = 6;

/** A conference of thirty gets another time: everything planned stops, all are told, three reminders each are written. */
export async function measureMove({ children, ground, env, say }) {
  const plant = await ground();
  const jobs = children.helper('jobs');
  const meetings = await plant.ask('meetings', { count: CONFERENCES, people: PEOPLE });
  const redisUrl = env.RADSLAG_REDIS_URL;
  let commands = 0;
  const move = async () => {
    const before = await jobs.ask('commands', { redisUrl });
    const { reminders, perSecond } = await plant.ask('move', meetings);
    commands += (await jobs.ask('commands', { redisUrl })) - before;
    if (reminders !== CONFERENCES * PEOPLE * REMINDERS) throw new Error(`${reminders} reminders are planned, not ${CONFERENCES * PEOPLE * REMINDERS}`);
    say(`moved ${Math.round(perSecond)} reminders/s`);
    return perSecond;
  };
  const floor = async () => {
    const perSecond = await jobs.ask('changeDelays', { redisUrl, prefix: 'bench-moves', conferences: CONFERENCES, jobs: PEOPLE * REMINDERS });
    say(`changeDelay ${Math.round(perSecond)}/s`);
    return perSecond;
  };
  const seen = await alternate(ROUNDS, { move, floor }, { seconds: 25 });
  await jobs.stop();
  return [
    atLeast(0.5, {
      what: 'A conference moved',
      unit: 'reminders/s',
      figures: seen.move,
      floors: seen.floor,
      note: `${PEOPLE} people × ${REMINDERS} reminders, and thirty who are told, in one transaction; floor: BullMQ changeDelay, the ninety of a conference at once.`,
    }),
    below(0, { what: 'Redis commands of a move', unit: '', figure: commands }),
  ];
}
