import 'reflect-metadata';
import { Conference, Invitation } from '@radslag/db';
import { maskLinks } from '@radslag/domain';
import { cancelledMessages, inviteMessage, planConferenceMessages, ReadOutreach, supersede } from './index';
import { SYSTEM, t, db, operator, pipeline, municipalityId, theCase, inTx, pass, SECONDS, MINUTES, DAYS, localIn, aConference, anInvited, messages, everyMessage, tasks, told } from './pipeline.fixture';

describe('from a decision to a phone', () => {
  it('an invitation waits its ten seconds, then reaches the phone once, with the text the proof list showed', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    const shown = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
    await pass(11 * SECONDS);
    expect(await pipeline.dispatchFromPostgres()).toBe(1);
    expect(await pipeline.dispatchFromPostgres()).toBe(0);
    expect(told(member.phone).map(maskLinks)).toEqual([shown.messages[0]!.text]);
    expect(told(member.phone)[0]).toHaveLength(shown.messages[0]!.text!.length);
    expect(operator.arrived[0]).toMatchObject({ from: 'Svara' });
    expect((await messages()).map((m) => [m.kind, m.state, m.attempts])).toEqual([['invitation', 'accepted', 1]]);
    expect((await inTx((tx) => tx.get(Invitation, invitation.id))).state).toBe('sent');
  });

  it('asking twice writes one message; asking again after a stopped one writes another', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    const invite = () => inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    expect(await invite()).toEqual({ messages: 3, calls: 0 });
    expect(await invite()).toEqual({ messages: 0, calls: 0 });
    await inTx((tx) => supersede(tx, { invitationId: invitation.id }, 'versionSuperseded'));
    expect(await invite()).toEqual({ messages: 3, calls: 0 });
    expect((await everyMessage()).map((m) => m.kind).filter((kind) => kind === 'answerReminder')).toHaveLength(4);
  });

  it('nobody without a channel gets a row: the coordinator is asked to call, but not a professional, nor somebody who has said no', async () => {
    const conference = await aConference('confirmed');
    const noSms = await anInvited(conference, { noSms: true });
    const withdrawn = await anInvited(conference);
    await inTx((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, withdrawn.member.consentId]));
    await anInvited(conference, { professional: true, phone: null });
    // Whoever has said no to being contacted is not called either.
    expect(await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'))).toEqual({ messages: 0, calls: 1 });
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'noSms', member_id: noSms.member.id }]);
  });

  it('consent withdrawn after planning: nothing is sent', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.consentId]));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    expect((await messages()).find((m) => m.kind === 'timeSet')).toMatchObject({ state: 'suppressed', reason: 'consentWithdrawn' });
  });

  it('moved: only the new time is told and reminded of, and one who never heard the first is not told that it moved', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    expect((await messages()).map((m) => m.kind)).toEqual(['timeSet', 'reminderWeek', 'reminderDay', 'reminderHours']);
    const [startsLocal, endsLocal] = [await localIn(16, '17:00'), await localIn(16, '19:00')];
    const move = () => inTx(async (tx) => {
      const current = await tx.get(Conference, conference.id);
      await tx.update(Conference, conference.id, { startsLocal, endsLocal, scheduleVersion: current.scheduleVersion + 1 });
      return planConferenceMessages(tx, conference.id, 'timeMoved');
    });
    await move();
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
    expect(told(member.phone)[0]).toMatch(/^Hej! Nu är dagen klar: .* kl\. 17-19\./);
    await move();
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)[1]).toMatch(/^Hej! Det har blivit en ny tid/);
    await pass(20 * DAYS);
    await pipeline.dispatchFromPostgres();
    const stopped = (await messages()).filter((m) => m.scheduleVersion < 3 && m.state !== 'accepted');
    expect(stopped.every((m) => m.state === 'cancelled' && m.reason === 'moved')).toBe(true);
  });

  it('the gate itself refuses an older version, even when nobody superseded it', async () => {
    const conference = await aConference('confirmed');
    await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.update(Conference, conference.id, { scheduleVersion: 2 }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'cancelled', reason: 'versionSuperseded' });
  });

  it('cancelled: those who were told a time are told that it no longer holds, the others nothing', async () => {
    const conference = await aConference('confirmed');
    const first = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    const second = await anInvited(conference);
    await inTx(async (tx) => {
      await tx.update(Conference, conference.id, { state: 'cancelled', scheduleVersion: 2 });
      await cancelledMessages(tx, conference.id);
    });
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(first.member.phone)[1]).toMatch(/gäller inte längre/);
    expect(told(second.member.phone)).toEqual([]);
  });

  it('nothing is sent at night: it waits for the morning', async () => {
    const conference = await aConference('confirmed', 20);
    await anInvited(conference);
    await t.moveClockTo(new Date(`${(await localIn(0)).slice(0, 10)}T21:30:00Z`));
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const [announcement] = await messages();
    expect(announcement!.dueAt.toISOString().slice(11, 16)).toMatch(/0[67]:00/);
    await inTx((tx) => tx.query(`UPDATE message SET due_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, announcement!.id]));
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
    await pass(12 * 60 * MINUTES);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(1);
  });

  it('too late: it expires and a person is asked to call', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(4 * DAYS);
    expect(await pipeline.sweep()).toMatchObject({ expired: 1 });
    expect((await messages())[0]).toMatchObject({ state: 'expired', reason: 'tooLate' });
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'tooLate', member_id: member.id }]);
    await pipeline.dispatchFromPostgres();
    expect(operator.calls).toBe(0);
  });

  it('another municipality’s messages are untouched by ours', async () => {
    const conference = await aConference('confirmed');
    await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const [message] = await messages();
    const other = (await t.aMunicipality('Berga kommun')).id;
    await inTx((tx) => tx.query(`UPDATE message SET state = 'queued', due_at = app_now() WHERE municipality_id = $1 AND id = $2`, [municipalityId, message!.id]));
    expect(await pipeline.send.execute(other, [message!.id])).toMatchObject({ sent: 0 });
    await db.inMunicipality(other, SYSTEM, (tx) => supersede(tx, { conferenceId: conference.id }, 'moved'));
    expect((await messages())[0]!.state).toBe('queued');
  });
});
