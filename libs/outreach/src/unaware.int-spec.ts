import 'reflect-metadata';
import { Conference, FamilySession, Invitation, Message, NetworkMember, Task } from '@radslag/db';
import { cancelledMessages, planConferenceMessages, supersede } from './index';
import { operator, pipeline, inTx, localIn, pass, SECONDS, MINUTES, DAYS, aConference, anInvited, told, municipalityId } from './pipeline.fixture';

const send = async (ms = 11 * SECONDS) => {
  await pass(ms);
  await pipeline.dispatchFromPostgres();
};
const change = (id: string, to: Partial<Conference>) => inTx(async (tx) => {
  const { scheduleVersion } = await tx.get(Conference, id);
  await tx.update(Conference, id, { scheduleVersion: scheduleVersion + 1, ...to });
});
const urgent = (memberId: string) => inTx(async (tx) => (await tx.find(Task, { memberId })).filter((task) => task.urgent && task.doneAt === null).map((task) => task.about));

async function aTimeThatWasTold() {
  const conference = await aConference('confirmed', 9);
  const someone = await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  await send();
  expect(told(someone.member.phone)).toHaveLength(1);
  return { conference, ...someone };
}
const comesIn = (invitationId: string) => inTx((tx) => tx.insert(FamilySession, { invitationId, tokenHash: Buffer.from(invitationId), rotation: 0, stepPassedAt: null, createdAt: tx.now, expiresAt: new Date(tx.now.getTime() + DAYS), endedAt: null, recordedBy: null, enteredAt: null }));
const cancel = async (id: string) => {
  await change(id, { state: 'cancelled', cancelledAt: await inTx(async (tx) => tx.now) });
  await inTx((tx) => cancelledMessages(tx, id));
};

describe('what somebody does not know', () => {
  it('is an urgent task when the operator refuses it, and ends when it has been said by phone', async () => {
    const { conference, member } = await aTimeThatWasTold();
    operator.treat(member.phone!, 'refuse');
    await cancel(conference.id);
    await send();
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
    await inTx((tx) => tx.query(`UPDATE task SET done_at = $2, done_by = assigned_to WHERE municipality_id = $1 AND done_at IS NULL`, [municipalityId, tx.now]));
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);
  });

  it('is found by the sweeper also when nothing was planned, and when what was planned was stopped', async () => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    await change(conference.id, { state: 'cancelled', cancelledAt: await inTx(async (tx) => tx.now) });
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);

    const two = await aTimeThatWasTold();
    await change(two.conference.id, { startsLocal: await localIn(12), endsLocal: await localIn(12, '20:00') });
    await inTx((tx) => planConferenceMessages(tx, two.conference.id, 'timeMoved'));
    await inTx((tx) => supersede(tx, { invitationId: two.invitation.id }, 'notNeutral'));
    await pipeline.sweep();
    expect(await urgent(two.member.id)).toEqual(['timeMoved']);
    expect(invitation.id).not.toBe(two.invitation.id);
  });

  it('is asked for also when the text was stopped because they want none, which is another matter', async () => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    await cancel(conference.id);
    await inTx((tx) => supersede(tx, { invitationId: invitation.id }, 'optedOut'));
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
  });

  it('stands until the day that they believe in, when it was moved to an earlier one behind their back', async () => {
    const { conference, member } = await aTimeThatWasTold();
    operator.treat(member.phone!, 'refuse');
    await change(conference.id, { startsLocal: await localIn(4), endsLocal: await localIn(4, '20:00') });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeMoved'));
    await send();
    await cancel(conference.id);
    await send();
    await pass(6 * DAYS);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
    await pass(4 * DAYS);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);
  });

  it('can still be told by a text when the day it was moved to is too near for their hours', async () => {
    const { conference, member } = await aTimeThatWasTold();
    await inTx((tx) => tx.update(NetworkMember, member.id, { hoursFrom: '18:00', hoursTo: '20:00' }));
    // Behind their back: it is over before their own hours begin.
    await change(conference.id, { startsLocal: await localIn(1, '00:30'), endsLocal: await localIn(1, '03:30') });
    await cancel(conference.id);
    const [text] = await inTx((tx) => tx.find(Message, { memberId: member.id, kind: 'cancelled' }));
    expect(text?.state).toBe('planned');
    // In the first of their evenings that is no holiday, and after the time that it was moved to.
    await pass(DAYS + 7 * 60 * MINUTES);
    for (let evening = 0; evening < 6 && told(member.phone).length < 2; evening++) await send(DAYS);
    expect(told(member.phone).at(-1)).toMatch(/^Hej! Tiden /);
  });

  it('is no task while a text is on its way, nor once it has left, nor when the day has been', async () => {
    const { conference, member } = await aTimeThatWasTold();
    await cancel(conference.id);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);
    await send();
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);

    const two = await aTimeThatWasTold();
    await pass(20 * DAYS);
    await change(two.conference.id, { state: 'cancelled', cancelledAt: await inTx(async (tx) => tx.now) });
    await pipeline.sweep();
    expect(await urgent(two.member.id)).toEqual([]);
  });

  it('ends by itself when the person has opened the page that says so, or a later text has left', async () => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    operator.treat(member.phone!, 'refuse');
    await cancel(conference.id);
    await send();
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
    await pass(MINUTES);
    await comesIn(invitation.id);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);
    expect((await inTx((tx) => tx.find(Message, { memberId: member.id, kind: 'cancelled' })))).toHaveLength(1);
  });

  it.each(['birthYear', 'code'] as const)('does not end for whoever has only come to the page that asks for the %s, and does once they are past it', async (secondStep) => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    await inTx((tx) => tx.update(Invitation, invitation.id, { secondStep }));
    operator.treat(member.phone!, 'refuse');
    await cancel(conference.id);
    await send();
    await pipeline.sweep();
    await pass(MINUTES);
    const session = await comesIn(invitation.id);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
    await pass(MINUTES);
    await inTx((tx) => tx.update(FamilySession, session.id, { stepPassedAt: tx.now }));
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual([]);
  });

  it('is asked of a person when nobody knows whether a move has reached them: the text calls off the one of two days that they may not know', async () => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    await inTx((tx) => tx.query(
      `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, tells_local, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
       SELECT municipality_id, gen_random_uuid(), referral_id, conference_id, member_id, invitation_id, consent_id, 'timeMoved', schedule_version + 1, '2027-01-02T10:00', channel, 'unknown', idempotency_key || ':moved', due_at, not_after, 0, 0, created_at
       FROM message WHERE municipality_id = $1 AND invitation_id = $2 AND kind = 'timeSet'`, [municipalityId, invitation.id]));
    await cancel(conference.id);
    await send();
    await pipeline.sweep();
    expect(await inTx((tx) => tx.find(Message, { memberId: member.id, kind: 'cancelled' }))).toMatchObject([{ state: 'accepted' }]);
    expect(await urgent(member.id)).toEqual(['cancelled']);
  });

  it('is found by the sweeper also when somebody has come no further than to that page', async () => {
    const { conference, member, invitation } = await aTimeThatWasTold();
    await inTx((tx) => tx.update(Invitation, invitation.id, { secondStep: 'birthYear' }));
    await change(conference.id, { state: 'cancelled', cancelledAt: await inTx(async (tx) => tx.now) });
    await pass(MINUTES);
    await comesIn(invitation.id);
    await pipeline.sweep();
    expect(await urgent(member.id)).toEqual(['cancelled']);
  });
});
