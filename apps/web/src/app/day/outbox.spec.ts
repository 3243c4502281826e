import '@angular/compiler';
import type { DayView } from '@radslag/contracts';
import { ApiProblem } from '../api/problem';
import { dayStatus, Outbox, withTaps, type Tap, type TapStorage } from './outbox';

const memory = (full = false): TapStorage => {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      kept.set(key, value);
    },
  };
};
const aTap = (id: string, change: Partial<Tap> = {}): Tap => ({ id, userId: 'u', conferenceId: 'c', memberId: `m-${id}`, event: 'arrived', at: '2026-12-10T15:20:00Z', ...change });
const OFFLINE = new ApiProblem({ code: 'offline', status: 0 });

describe('ticks without network', () => {
  let net: 'up' | 'down' | ApiProblem;
  let sent: string[];
  const begin = (storage: TapStorage) => {
    const outbox = new Outbox({
      storage: () => storage, retryMs: 1_000_000,
      send: async (tap) => {
        if (net === 'down') throw OFFLINE;
        if (net instanceof ApiProblem) throw net;
        sent.push(tap.id);
      },
    });
    outbox.open('u', 'c');
    return outbox;
  };
  const ids = (outbox: Outbox) => outbox.waiting().map((tap) => tap.id);
  beforeEach(() => {
    [net, sent] = ['up', []];
  });

  it('wait, outlive a reload, and are sent in the order they were made', async () => {
    const storage = memory();
    net = 'down';
    const first = begin(storage);
    await first.add(aTap('1'));
    await first.add(aTap('2', { event: 'left' }));
    expect([ids(first), sent]).toEqual([['1', '2'], []]);
    first.close();
    const reloaded = begin(storage);
    expect(ids(reloaded)).toEqual(['1', '2']);
    net = 'up';
    await reloaded.flush();
    await reloaded.flush();
    expect([ids(reloaded), sent]).toEqual([[], ['1', '2']]);
    reloaded.close();
    expect(ids(begin(storage))).toEqual([]);
  });

  it('hold nothing that says who: ids and a moment', async () => {
    const storage = memory();
    net = 'down';
    const outbox = begin(storage);
    await outbox.add(aTap('1'));
    expect(Object.keys((JSON.parse(storage.getItem('radslag.day.taps')!) as object[])[0]!).sort()).toEqual(['at', 'conferenceId', 'event', 'id', 'memberId', 'userId']);
    outbox.close();
  });

  it('are tried again after what may pass, and said to be refused after what may not', async () => {
    const outbox = begin(memory());
    for (const status of [401, 423, 429, 503]) {
      net = new ApiProblem({ code: 'x', status });
      await outbox.add(aTap(String(status)));
    }
    expect(ids(outbox)).toEqual(['401', '423', '429', '503']);
    net = new ApiProblem({ code: 'day-not-open', status: 422 });
    await outbox.flush();
    expect(ids(outbox)).toEqual([]);
    expect(outbox.refused().map((one) => [one.tap.id, one.problem.code])).toContainEqual(['401', 'day-not-open']);
    outbox.close();
  });

  it('of somebody else, or of another day, are left for them', async () => {
    const storage = memory();
    net = 'down';
    const outbox = begin(storage);
    await outbox.add(aTap('mine'));
    outbox.close();
    const other = new Outbox({ storage: () => storage, send: async (tap) => void sent.push(tap.id) });
    other.open('another', 'c');
    await other.flush();
    expect([sent, ids(other)]).toEqual([[], []]);
    other.open('u', 'c');
    expect(ids(other)).toEqual(['mine']);
  });

  it('undone before they are sent were never made', async () => {
    const storage = memory();
    net = 'down';
    const outbox = begin(storage);
    await outbox.add(aTap('1'));
    expect([outbox.takeBack('m-1'), outbox.takeBack('m-1'), ids(outbox)]).toEqual([true, false, []]);
    expect(JSON.parse(storage.getItem('radslag.day.taps')!)).toEqual([]);
  });

  it('a browser that keeps nothing is told of, and what is broken in it is passed by', async () => {
    net = 'down';
    const outbox = begin(memory(true));
    expect(outbox.kept()).toBe(true);
    await outbox.add(aTap('1'));
    expect([outbox.kept(), ids(outbox)]).toEqual([false, ['1']]);
    outbox.close();
    const broken = memory();
    broken.setItem('radslag.day.taps', '[{"id":1},null,"x"]');
    expect(ids(begin(broken))).toEqual([]);
  });
});

describe('the list with what waits', () => {
  const person: DayView['people'][number] = {
    memberId: 'm', initials: 'A.A.', shortName: 'Amina A.', relation: 'mamma', professional: false, protected: false, mode: null, coming: 'yes', arrivedAt: null, leftAt: null, whereabouts: 'expected',
  };
  const after = (...events: Tap['event'][]) => withTaps([person], events.map((event, n) => aTap(String(n), { memberId: 'm', event })))[0];
  it('shows people where they will be, marked as waiting', () => {
    expect(after()).toMatchObject({ whereabouts: 'expected', waiting: false });
    expect(after('arrived')).toMatchObject({ whereabouts: 'inRoom', arrivedAt: '2026-12-10T15:20:00Z', waiting: true });
    expect(after('arrived', 'left')).toMatchObject({ whereabouts: 'hasLeft', waiting: true });
    expect(after('arrived', 'left', 'undo')).toMatchObject({ whereabouts: 'inRoom', leftAt: null });
    expect(after('arrived', 'undo')).toMatchObject({ whereabouts: 'expected', arrivedAt: null });
  });
});

describe('what the top of the day says', () => {
  const at = new Date('2026-12-10T15:20:00Z');
  const of = (change: Partial<Parameters<typeof dayStatus>[0]>) => dayStatus({ online: true, waiting: 0, savedAt: null, fetchedAt: null, ...change });
  it('calls nothing saved that was not, and nothing at all before the first answer', () => {
    expect(of({})).toEqual({ kind: 'none' });
    expect(of({ fetchedAt: at })).toEqual({ kind: 'fetched', at });
    expect(of({ fetchedAt: at, savedAt: at })).toEqual({ kind: 'saved', at });
  });
  it('puts what waits before everything, and no contact before what was saved before it', () => {
    expect(of({ savedAt: at, online: false })).toEqual({ kind: 'offline' });
    expect(of({ savedAt: at, waiting: 2, online: false })).toEqual({ kind: 'waiting', n: 2, online: false });
    expect(of({ savedAt: at, waiting: 1 })).toEqual({ kind: 'waiting', n: 1, online: true });
  });
});
