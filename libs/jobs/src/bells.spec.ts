import { bellsFor } from './bells';
import { BELL_SIZE, bellId, JOB_NAMES, requireHandlers } from './job-map';

const NOW = new Date('2026-12-01T11:00:00Z');
const due = (municipalityId: string, n: number, inMs = 0) => Array.from({ length: n }, (_, i) => ({ municipalityId, id: `${municipalityId}${i}`, epoch: 1, dueAt: new Date(NOW.getTime() + inMs) }));

describe('bells', () => {
  it('carry ids only, at most a batch, of one municipality each', () => {
    const bells = bellsFor([...due('a', BELL_SIZE + 1), ...due('b', 1)], NOW);
    expect(bells.map((bell) => [bell.data.municipalityId, bell.data.messages.length])).toEqual([['a', BELL_SIZE], ['b', 1], ['a', 1]]);
    expect(Object.keys(bells[0]!.data.messages[0]!).sort()).toEqual(['epoch', 'id']);
  });
  it('ring when the last of the batch is due', () => {
    expect(bellsFor([...due('a', 1, -5_000), ...due('a', 1, 3_000)], NOW).map((bell) => bell.delay)).toEqual([3_000]);
    expect(bellsFor(due('a', 1, -5_000), NOW)[0]!.delay).toBe(0);
  });
  it('have ids that BullMQ takes, new for each ringing', () => {
    expect(bellId({ id: '01a2', epoch: 2 })).toBe('m-01a2-2');
    expect(bellId({ id: '01a2', epoch: 3 })).not.toContain(':');
  });
});

describe('at the start', () => {
  const all = Object.fromEntries(JOB_NAMES.map((name) => [name, async () => 'sent']));
  it('every job has a handler, and every handler a job', () => {
    expect(() => requireHandlers(all)).not.toThrow();
    expect(() => requireHandlers({})).toThrow('no handler for the job messages.send');
    expect(() => requireHandlers({ ...all, 'messages.burn': async () => 'sent' })).toThrow('does not exist: messages.burn');
  });
});
