import type { StaffAccess } from '@radslag/access';
import { OperatorAccount } from '@radslag/db';
import type { OperatorName } from '@radslag/domain';
import { FakeOperator, httpCaller, type Outgoing, type SmsOnRecord } from '@radslag/sms';
import { aStaffMember } from '@radslag/testing';
import { inviteMessage, OperatorWays, Pipeline, ReadOperators, RecordReceipt, SaveOperator } from './index';
import { aConference, anInvited, CALLBACK_KEY, DAYS, db, inTx, messages, MINUTES, municipalityId, pass, SECONDS, settings, t, tasks, receiptOf } from './pipeline.fixture';

/** Keeps texts, as Twilio does, until it is told to forget them. */
class Keeper extends FakeOperator {
  readonly kept = new Map<string, string>();
  forgets = 0;
  refusesToForget = false;
  override async history(question: Parameters<FakeOperator['history']>[0]): Promise<SmsOnRecord[]> {
    return (await super.history(question)).map((sms) => ({ ...sms, text: this.kept.get(sms.operatorMessageId) ?? sms.text }));
  }
  async forget(id: string): Promise<void> {
    this.forgets += 1;
    if (this.refusesToForget) throw new Error('not now');
    this.kept.set(id, '');
  }
}

let a: FakeOperator;
let b: Keeper;
let own: FakeOperator;
let ways: OperatorWays;
let through: Pipeline;
beforeEach(() => {
  a = new FakeOperator(() => db.now(), '46elks');
  b = new Keeper(() => db.now(), 'twilio');
  own = new FakeOperator(() => db.now(), '46elks');
  const carriers: Record<OperatorName, FakeOperator> = { '46elks': a, twilio: b };
  ways = new OperatorWays({ db, fallback: own, urls: { '46elks': 'http://a.example', twilio: 'http://b.example' }, caller: httpCaller(), adapter: (name) => carriers[name] });
  through = new Pipeline({ db, ways, settings });
});
afterEach(() => ways.close());

const anAccount = (operator: OperatorName, facts: Partial<OperatorAccount> = {}) =>
  inTx((tx) => tx.insert(OperatorAccount, { operator, url: null, user: 'u', password: 'p', weight: 50, enabled: true, changedAt: new Date(tx.now.getTime() - DAYS), ...facts }));
/** Sends `n` invitations and whatever is due, some seconds later. */
async function send(n: number) {
  const conference = await aConference('polling');
  for (let i = 0; i < n; i++) {
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
  }
  await pass(11 * SECONDS);
  await dispatch();
}
async function dispatch() {
  ways.reread(municipalityId);
  await through.dispatchFromPostgres();
}
const arrivedOnce = () => {
  const texts = [...a.arrived, ...b.arrived, ...own.arrived].map(({ id }: Outgoing) => id);
  return [texts.length, new Set(texts).size];
};

describe('several operators', () => {
  it('a municipality without accounts sends through the service’s own, and one with accounts through those', async () => {
    await send(2);
    expect([own.calls, a.calls, b.calls]).toEqual([2, 0, 0]);
    await anAccount('46elks', { weight: 0 });
    await anAccount('twilio');
    await send(2);
    expect([own.calls, a.calls, b.calls]).toEqual([2, 0, 2]);
  });

  it('an account that is turned off carries nothing, and is still asked about what it carried', async () => {
    await anAccount('46elks', { enabled: false });
    await anAccount('twilio');
    await send(4);
    expect([a.calls, b.calls]).toEqual([0, 4]);
    const out = await ways.of(municipalityId);
    expect([out.count('sms'), out.carrier('46elks')]).toEqual([1, a]);
  });

  it('one dies with definite answers: the other takes over at once, and nobody gets two', async () => {
    await anAccount('46elks');
    await anAccount('twilio');
    a.treatAll('retry');
    await send(24);
    await pass(2 * SECONDS);
    await dispatch();
    expect(b.arrived).toHaveLength(24);
    expect(arrivedOnce()).toEqual([24, 24]);
    const before = a.calls;
    expect(before).toBeGreaterThanOrEqual(3);
    // The next ones hardly ask it at all.
    await send(20);
    await pass(2 * SECONDS);
    await dispatch();
    expect(a.calls - before).toBeLessThanOrEqual(6);
    expect(arrivedOnce()).toEqual([44, 44]);
  });

  it('an unknown end is never the other’s turn: not now, not when the first is dead, not after a quarter of an hour', async () => {
    await anAccount('46elks', { weight: 100 });
    await anAccount('twilio', { weight: 0 });
    a.treatAll('acceptThenUnknown');
    await send(6);
    expect((await messages()).map((m) => m.state)).toEqual(Array(6).fill('unknown'));
    for (let i = 0; i < 3; i++) {
      await pass(6 * MINUTES);
      await through.resolve();
      await dispatch();
    }
    expect(b.calls).toBe(0);
    expect(arrivedOnce()).toEqual([6, 6]);
    expect((await messages()).every((m) => m.state === 'accepted' && m.operator === '46elks')).toBe(true);
  });

  it('both fail: each message tries both by turns, and the traffic is not moved', async () => {
    await anAccount('46elks');
    await anAccount('twilio');
    a.treatAll('retry');
    b.treatAll('retry');
    await send(16);
    for (let i = 0; i < 3; i++) {
      await pass(2 * SECONDS);
      await dispatch();
    }
    expect(arrivedOnce()).toEqual([0, 0]);
    const out = await ways.of(municipalityId);
    const first = (i: number) => out.pick('sms', { id: `00000000-0000-7000-8000-${String(i * 42_949_672).padStart(12, '0')}`.slice(0, 36), attempts: 0, lastOperator: null });
    expect(new Set(Array.from({ length: 99 }, (_, i) => first(i)))).toEqual(new Set(['46elks', 'twilio']));
  });

  it('it recovers: after quiet minutes it has its part of the traffic again', async () => {
    await anAccount('46elks');
    await anAccount('twilio');
    a.treatAll('retry');
    await send(24);
    await pass(2 * SECONDS);
    await dispatch();
    a.treatAll('accept');
    const before = a.arrived.length;
    await pass(20 * MINUTES);
    await send(40);
    expect(a.arrived.length - before).toBeGreaterThan(8);
    expect(arrivedOnce()).toEqual([64, 64]);
  });

  it('a call through an account whose credentials were changed since is not repeated: its record may be another’s', async () => {
    const account = await anAccount('twilio');
    b.treatAll('unknown');
    await send(1);
    await pass(10 * SECONDS);
    await inTx((tx) => tx.update(OperatorAccount, account.id, { user: 'another', changedAt: tx.now }));
    for (let i = 0; i < 3; i++) {
      ways.reread(municipalityId);
      await pass(16 * MINUTES);
      await through.resolve();
      await dispatch();
    }
    expect(b.calls).toBe(1);
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['checkUnknown']);
  });
});

describe('what operators keep', () => {
  beforeEach(async () => {
    // What earlier tests left with the operators is theirs.
    await t.asOwner(`UPDATE message SET forgotten_at = app_now()`);
    await anAccount('twilio');
  });
  const delivered = async (message: { id: string; operatorMessageId: string | null }) => {
    await new RecordReceipt(db, CALLBACK_KEY).execute(receiptOf('twilio', message.id, message.operatorMessageId!, 'delivered'));
    await through.sweep();
  };

  it('a text is forgotten within a day of its end, and asked about again until it is', async () => {
    await send(1);
    const [message] = await messages();
    await delivered(message!);
    expect((await messages())[0]).toMatchObject({ state: 'delivered', forgottenAt: null });
    b.refusesToForget = true;
    await pass(70 * MINUTES);
    await through.forget();
    await through.forget();
    expect(b.forgets).toBe(1);
    b.refusesToForget = false;
    await pass(20 * MINUTES);
    expect(await through.forget()).toBe(1);
    expect(await through.forget()).toBe(0);
    const [after] = await messages();
    expect(after).toMatchObject({ state: 'delivered', templateKey: 'invitation.sv', forgetAfter: null });
    expect(after!.forgottenAt).not.toBeNull();
    expect(after!.bodyHash).toHaveLength(32);
    expect(b.kept.get(message!.operatorMessageId!)).toBe('');
  });

  it('one that never got a last receipt is forgotten within the day too, and so is one that nobody knows the end of', async () => {
    await send(1);
    b.treatAll('acceptThenUnknown');
    b.historyDown = true;
    await send(1);
    await pass(2 * 60 * MINUTES);
    await through.resolve();
    b.historyDown = false;
    await pass(19 * 60 * MINUTES);
    await through.forget();
    expect([...b.kept.values()]).toEqual(['', '']);
    expect((await messages()).map((m) => m.forgottenAt === null)).toEqual([false, false]);
  });

  it('forgetting never brings back a call that was left to people', async () => {
    b.treatAll('unknown');
    b.historyDown = true;
    await send(1);
    await pass(2 * 60 * MINUTES);
    await through.resolve();
    for (let i = 0; i < 4; i++) {
      await pass(12 * 60 * MINUTES);
      await through.forget();
    }
    expect(b.calls).toBe(1);
  });
});

describe('the administrator’s page', () => {
  const save = (wish: Parameters<SaveOperator['execute']>[2], operator: OperatorName = 'twilio') => new SaveOperator(db).execute(administrator, operator, wish);
  const credentials = { user: `AC${'a'.repeat(32)}`, password: 'hemligt' };
  let administrator: StaffAccess;
  beforeEach(async () => {
    administrator = await aStaffMember(db, municipalityId, 'administrator');
  });

  it('without accounts it says that the service’s own carries everything', async () => {
    const view = await new ReadOperators(db).execute(administrator);
    expect(view.shared).toBe(true);
    expect(view.operators.map(({ operator, own, share }) => [operator, own, share])).toEqual([['46elks', false, 1], ['twilio', false, 0]]);
  });

  it('credentials go in sealed and never come out; each change is in the log', async () => {
    await expect(save({ enabled: true, weight: 50 })).rejects.toMatchObject({ code: 'credentials-missing' });
    await expect(save({ enabled: true, weight: 50, credentials: { user: 'someone', password: 'x' } })).rejects.toMatchObject({ code: 'not-an-account-sid' });
    const saved = await save({ enabled: true, weight: 30, credentials });
    await save({ enabled: true, weight: 70, credentials: { user: 'elk', password: 'hemligt' } }, '46elks');
    const view = await save({ enabled: true, weight: 40 });
    expect(view.operators.map(({ operator, weight, share }) => [operator, weight, Math.round(share * 100)])).toEqual([['46elks', 70, 64], ['twilio', 40, 36]]);
    expect(JSON.stringify([saved, view])).not.toMatch(/hemligt|aaaa/);
    expect(JSON.stringify(await inTx((tx) => tx.query(`SELECT encode("user", 'escape') AS u, encode(password, 'escape') AS p FROM operator_account WHERE municipality_id = $1`, [municipalityId])))).not.toContain('hemligt');
    const acts = await inTx((tx) => tx.query<{ action: string }>(`SELECT action FROM audit_entry WHERE municipality_id = $1 AND entity = 'operator_account' ORDER BY seq`, [municipalityId]));
    expect(acts.map(({ action }) => action)).toEqual(['operator.credentials', 'operator.on', 'operator.credentials', 'operator.on', 'operator.weight']);
  });

  it('the last one that can send is not turned off', async () => {
    await save({ enabled: true, weight: 50, credentials });
    await expect(save({ enabled: false, weight: 50 })).rejects.toMatchObject({ code: 'last-operator' });
    await save({ enabled: true, weight: 50, credentials: { user: 'elk', password: 'x' } }, '46elks');
    const view = await save({ enabled: false, weight: 50 });
    expect(view.operators.map(({ state, share }) => [state, share])).toEqual([['well', 1], ['off', 0]]);
  });

  it('says how each stands: calls, errors and time', async () => {
    await anAccount('46elks');
    await anAccount('twilio');
    a.treatAll('retry');
    await send(24);
    await pass(2 * SECONDS);
    await dispatch();
    const [elks, twilio] = (await new ReadOperators(db).execute(administrator)).operators;
    expect(elks).toMatchObject({ state: 'resting', why: 'errors', errors: elks!.calls });
    expect(twilio).toMatchObject({ state: 'well', why: null, errors: 0, calls: 24 });
    expect(twilio!.medianMs).not.toBeNull();
  });
});
