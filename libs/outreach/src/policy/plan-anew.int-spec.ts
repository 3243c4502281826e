import 'reflect-metadata';
import { DEFAULT_OUTREACH_POLICY, type OutreachPolicy } from '@radslag/domain';
import { ChangeRules, PlanAnew } from '.';
import { inviteMessage, planConferenceMessages } from '../index';
import { aConference, anInvited, DAYS, db, everyMessage, inTx, messages, pass, pipeline, SECONDS, theCase } from '../pipeline.fixture';

const change = (policy: Partial<OutreachPolicy>, version = 0) => new ChangeRules(db).execute(theCase.manager, { version, policy: { ...DEFAULT_OUTREACH_POLICY, ...policy } });
const planAnew = () => new PlanAnew(db);
const dry = () => planAnew().foresee(theCase.manager);
const apply = (version: number) => planAnew().execute(theCase.manager, { version });
const [, week, day, hours] = DEFAULT_OUTREACH_POLICY.reminders as [OutreachPolicy['reminders'][number], OutreachPolicy['reminders'][number], OutreachPolicy['reminders'][number], OutreachPolicy['reminders'][number]];
const planned = async () => (await messages()).filter((m) => m.state === 'planned').map((m) => m.kind);

async function toldConference(people = 2) {
  const conference = await aConference('confirmed', 9);
  for (let i = 0; i < people; i++) await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
  return conference;
}

describe('planning anew for conferences ahead', () => {
  it('says what it would do and does exactly that, once', async () => {
    await toldConference();
    await change({ reminders: [{ ...week, daysBefore: 5 } as typeof week, day, { kind: 'reminderFortnight', daysBefore: 8, at: '15:00' }] });
    const before = await messages();
    const foreseen = await dry();
    expect(foreseen).toEqual({ version: 1, conferences: 1, moved: 2, removed: 2, added: 2 });
    expect(await messages()).toEqual(before);
    expect(await apply(1)).toEqual(foreseen);
    expect((await planned()).sort()).toEqual(['reminderDay', 'reminderDay', 'reminderFortnight', 'reminderFortnight', 'reminderWeek', 'reminderWeek']);
    expect((await messages()).filter((m) => m.kind === 'reminderHours').every((m) => m.state === 'cancelled' && m.reason === 'rulesChanged')).toBe(true);
    expect(await dry()).toEqual({ version: 1, conferences: 0, moved: 0, removed: 0, added: 0 });
  });

  it('brings back what rules took away, and sends nothing a second time', async () => {
    await toldConference(1);
    await pass(3 * DAYS);
    await pipeline.dispatchFromPostgres();
    await change({ reminders: [day] });
    expect(await apply(1)).toMatchObject({ removed: 1, added: 0 });
    await change({ reminders: [week, day, hours] }, 1);
    expect(await apply(2)).toMatchObject({ moved: 0, removed: 0, added: 1 });
    expect((await messages()).filter((m) => m.kind === 'reminderWeek').map((m) => m.state)).toEqual(['accepted']);
    await pass(9 * DAYS);
  });

  it('asks the silent by the new ladder', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    await change({ ladder: [{ daysAfter: 2, at: '12:00' }], callAfterDays: 4 });
    expect(await apply(1)).toEqual({ version: 1, conferences: 1, moved: 1, removed: 1, added: 0 });
    expect((await everyMessage()).filter((m) => m.kind === 'answerReminder').map((m) => m.state)).toEqual(['planned', 'cancelled']);
  });

  it('leaves those alone who are not coming, and what a person has stopped', async () => {
    await toldConference(1);
    await inTx((tx) => tx.query(`UPDATE message SET state = 'cancelled', reason = NULL, ended_at = app_now() WHERE municipality_id = $1 AND kind = 'reminderWeek'`, [tx.municipalityId]));
    await change({ reminders: [{ ...week, at: '11:00' } as typeof week] });
    expect(await apply(1)).toMatchObject({ moved: 0, removed: 2, added: 0 });
  });

  it('is for the rules that were read', async () => {
    await change({ reminders: [] });
    await expect(apply(0)).rejects.toMatchObject({ code: 'stale-version' });
  });
});
