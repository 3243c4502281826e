import { Answer, AnswerTime, Attendance, Conference, ProposedTime, Task } from '@radslag/db';
import { askPeople, endTasks, planConferenceMessages } from './index';
import { aConference, anInvited, DAYS, inTx, MINUTES, municipalityId, pass, pipeline, theCase } from './pipeline.fixture';

type Open = { kind: string; reason: string | null; about: string | null; urgent: boolean; member_id: string | null };
const openTasks = (): Promise<Open[]> => inTx((tx) => tx.query<Open>('SELECT kind, reason, about, urgent, member_id FROM task WHERE municipality_id = $1 AND done_at IS NULL ORDER BY id', [municipalityId]));
const endsOf = (): Promise<string[]> => inTx((tx) => tx.query<{ ended_because: string }>('SELECT ended_because FROM task WHERE municipality_id = $1 AND ended_because IS NOT NULL ORDER BY id', [municipalityId])).then((rows) => rows.map((row) => row.ended_because));
const answers = (conference: Conference, who: { member: { id: string }; invitation: { id: string } }, coming: 'inPerson' | 'no') =>
  inTx(async (tx) => {
    const answer = await tx.insert(Answer, { invitationId: who.invitation.id, conferenceId: conference.id, memberId: who.member.id, at: tx.now, source: 'web', recordedBy: null, coming: coming === 'no' ? 'no' : 'yes', mode: coming === 'no' ? null : 'inPerson', noTimeFits: false, usualTimes: null, spokesperson: null, note: null, worry: 'no' });
    const { startsLocal, endsLocal } = conference;
    if (startsLocal === null || endsLocal === null) return;
    const range = { conferenceId: conference.id, startsLocal, endsLocal };
    const time = (await tx.findOne(ProposedTime, range)) ?? (await tx.insert(ProposedTime, { ...range, polled: false, withdrawnAt: null }));
    await tx.insert(AnswerTime, { answerId: answer.id, proposedTimeId: time.id, value: coming === 'no' ? 'no' : 'yes' });
  });
const arrives = (conference: Conference, memberId: string) => inTx((tx) => tx.insert(Attendance, { conferenceId: conference.id, memberId, arrivedAt: tx.now, leftAt: null, recordedBy: theCase.coordinator.userId }));
const callAbout = (conference: Conference, memberId: string, about: 'timeSet' | 'reminderDay' | 'cancelled' | 'invitation', urgent = false) =>
  inTx((tx) => askPeople(tx, [{ kind: 'callMember', referralId: theCase.referralId, conferenceId: conference.id, memberId, about, reason: 'tooLate', urgent }]));

describe('a task dies with its reason', () => {
  it('reminders that nobody sent ask nobody to call those who are there, have declined, or have met', async () => {
    const conference = await aConference('confirmed', 20);
    const [here, no, met] = [await anInvited(conference), await anInvited(conference), await anInvited(conference)];
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    // The worker stands still through it all; only the sweep runs afterwards.
    await inTx((tx) => tx.query(`UPDATE message SET state = 'delivered', accepted_at = app_now(), ended_at = app_now() WHERE municipality_id = $1 AND kind = 'timeSet'`, [municipalityId]));
    await answers(conference, no, 'no');
    await pass(20 * DAYS - 30 * MINUTES);
    await arrives(conference, here.member.id);
    await pipeline.sweep();
    expect((await openTasks()).map((task) => task.member_id)).toEqual([met.member.id]);
    await pass(42 * DAYS);
    await pipeline.sweep();
    expect(await openTasks()).toEqual([]);
  });

  it('whoever knows the time is not called weeks ahead, nor urgently to be reminded of it', async () => {
    const conference = await aConference('confirmed', 30);
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE message SET state = 'delivered', accepted_at = app_now(), ended_at = app_now() WHERE municipality_id = $1 AND kind = 'timeSet'`, [municipalityId]));
    await pass(25 * DAYS);
    await pipeline.sweep();
    expect(await openTasks()).toEqual([]);
    await pass(5 * DAYS - 10 * MINUTES);
    await pipeline.sweep();
    expect(await openTasks()).toEqual([expect.objectContaining({ kind: 'callMember', urgent: false, member_id: member.id })]);
  });

  it('rows that stand open from before end too, and several of one person and matter become one', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    const [over] = await inTx((tx) => tx.insertMany(Conference, [{ ...conference, id: tx.newId(), state: 'held' }]));
    const old = (conferenceId: string, facts: Partial<Task>) => inTx((tx) => tx.insert(Task, { referralId: theCase.referralId, conferenceId, memberId: member.id, kind: 'callMember', reason: 'tooLate', urgent: true, createdAt: new Date(tx.now.getTime() - DAYS), ...facts }));
    await old(over!.id, { about: null });
    await old(conference.id, { about: 'reminderWeek', urgent: true });
    await old(conference.id, { about: 'reminderDay', urgent: false });
    await old(conference.id, { kind: 'findOtherWay', about: 'timeSet', urgent: false });
    await old(conference.id, { kind: 'worried', reason: 'callMe', about: null });
    await pipeline.sweep();
    expect(await openTasks()).toEqual([
      expect.objectContaining({ kind: 'findOtherWay', about: 'timeSet', urgent: true }),
      expect.objectContaining({ kind: 'worried', urgent: true }),
    ]);
    expect((await endsOf()).sort()).toEqual(['conferenceOver', 'sameMatter', 'sameMatter']);
    // Said again it changes nothing.
    await pipeline.sweep();
    expect(await openTasks()).toHaveLength(2);
  });

  it('what is asked again is one row, whose urgency only rises; another matter is another row', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    await callAbout(conference, member.id, 'reminderDay');
    await callAbout(conference, member.id, 'timeSet', true);
    await callAbout(conference, member.id, 'reminderDay');
    expect(await openTasks()).toEqual([expect.objectContaining({ about: 'timeSet', urgent: true })]);
    await inTx((tx) => tx.update(Conference, conference.id, { state: 'cancelled', scheduleVersion: 2 }));
    await callAbout(conference, member.id, 'cancelled', true);
    expect(await openTasks()).toHaveLength(2);
    await inTx((tx) => endTasks(tx, { conferenceId: conference.id }));
    expect(await openTasks()).toEqual([expect.objectContaining({ about: 'cancelled', urgent: true })]);
    expect(await endsOf()).toEqual(['conferenceCancelled']);
  });

  it('ends when the person has been told by another way, and not by a message about something else', async () => {
    const conference = await aConference('confirmed', 9);
    const { member, invitation } = await anInvited(conference);
    await callAbout(conference, member.id, 'timeSet', true);
    await pass(5 * MINUTES);
    const sent = (kind: string, version: number) =>
      inTx((tx) => tx.query(
        `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at, accepted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'sms', 'accepted', $10, app_now(), app_now(), 0, 1, app_now(), app_now())`,
        [municipalityId, tx.newId(), theCase.referralId, conference.id, member.id, invitation.id, member.consentId, kind, version, `${kind}:${version}:${tx.newId()}`],
      ));
    await sent('newLink', 1);
    await sent('timeSet', 0);
    await inTx((tx) => endTasks(tx));
    expect(await openTasks()).toHaveLength(1);
    await sent('reminderDay', 1);
    await inTx((tx) => endTasks(tx));
    expect(await openTasks()).toEqual([]);
    expect(await endsOf()).toEqual(['told']);
  });

  it('is not born when it is over already', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    await arrives(conference, member.id);
    await callAbout(conference, member.id, 'reminderDay', true);
    expect(await inTx((tx) => tx.find(Task, {}))).toEqual([]);
  });
});
