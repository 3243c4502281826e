import 'reflect-metadata';
import { OutreachPolicyVersion } from '@radslag/db';
import { DEFAULT_OUTREACH_POLICY, type OutreachPolicy } from '@radslag/domain';
import { ChangeRules, ReadRules } from '.';
import { planConferenceMessages } from '../index';
import { aConference, anInvited, db, inTx, messages, theCase } from '../pipeline.fixture';

const change = (policy: Partial<OutreachPolicy>, version = 0) => new ChangeRules(db).execute(theCase.manager, { version, policy: { ...DEFAULT_OUTREACH_POLICY, ...policy } });

it('the default rules until somebody changes them; then theirs, with who, when and what', async () => {
  expect(await new ReadRules(db).execute(theCase.manager)).toMatchObject({ version: 0, policy: DEFAULT_OUTREACH_POLICY, history: [] });
  await change({ mostPerWeek: 2 });
  const view = await change({ mostPerWeek: 2, callAfterDays: null }, 1);
  expect(view.history.map(({ version, changedBy, changed }) => [version, changedBy, changed])).toEqual([[2, theCase.manager.name, ['callAfterDays']], [1, theCase.manager.name, ['mostPerWeek']]]);
});

it('two who change at once: the second is told, and nothing is overwritten', async () => {
  const done = await Promise.allSettled([change({ mostPerWeek: 2 }), change({ mostPerWeek: 4 })]);
  expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(done.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'stale-version' } });
});

it('rules that cannot be used are refused', async () => {
  await expect(change({ hours: { from: '20:00', to: '08:00' } })).rejects.toMatchObject({ code: 'rules-faulty' });
});

it('hold for what is planned from now on; what is planned keeps its time', async () => {
  const conference = await aConference('confirmed');
  const first = await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  const before = await messages();
  await change({ reminders: [] });
  expect((await messages()).map((message) => message.dueAt)).toEqual(before.map((message) => message.dueAt));
  const other = await aConference('confirmed');
  await anInvited(other);
  await inTx((tx) => planConferenceMessages(tx, other.id, 'timeSet'));
  expect((await messages()).filter((message) => message.memberId !== first.member.id).map((message) => message.kind)).toEqual(['timeSet']);
});

it('rules kept before a number was added have the default one', async () => {
  const { digestAt: _later, ...kept } = { ...DEFAULT_OUTREACH_POLICY, mostPerWeek: 2 };
  await inTx((tx) => tx.insert(OutreachPolicyVersion, { version: 1, policy: kept as OutreachPolicy, changedBy: theCase.manager.userId, changedAt: tx.now }));
  expect((await new ReadRules(db).execute(theCase.manager)).policy).toMatchObject({ mostPerWeek: 2, digestAt: DEFAULT_OUTREACH_POLICY.digestAt });
});
