import 'reflect-metadata';
import { Conference } from '@radslag/db';
import type { MessageKind } from '@radslag/domain';
import { cancelledMessages, inviteMessage, newLinkMessage, planConferenceMessages } from './index';
import { writeMessages } from './ledger';
import { pipeline, inTx, pass, SECONDS, aConference, anInvited, everyMessage, tasks, told } from './pipeline.fixture';

const send = async () => {
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
};
const change = (id: string, to: Partial<Conference>) => inTx(async (tx) => {
  const { scheduleVersion } = await tx.get(Conference, id);
  await tx.update(Conference, id, { scheduleVersion: scheduleVersion + 1, ...to });
});

describe('enough is enough', () => {
  it('three questions and reminders to a number in seven days, also when two people share it; a question on top is a call', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    const two = await anInvited(conference, { phone: member.phone, sharedPhone: true });
    const ask = (who: typeof two, n: number) => inTx((tx) => writeMessages(tx, [{
      referralId: conference.referralId, conferenceId: conference.id, memberId: who.member.id, invitationId: who.invitation.id, consentId: who.member.consentId!, kind: 'invitation', channel: 'sms',
      scheduleVersion: 1, idempotencyKey: `${who.invitation.id}:invitation:1:${n}`, dueAt: tx.now, notAfter: new Date(tx.now.getTime() + 60 * 60 * SECONDS),
    }]));
    await ask({ member, invitation }, 1);
    await ask(two, 1);
    await send();
    await ask({ member, invitation }, 2);
    await ask(two, 2);
    await pass(SECONDS);
    await Promise.all([pipeline.dispatchFromPostgres(), pipeline.dispatchFromPostgres()]);
    await pass(3 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(3);
    expect((await everyMessage()).filter((m) => m.reason === 'capReached')).toHaveLength(1);
    expect(await tasks()).toMatchObject([{ kind: 'callMember', reason: 'capReached' }]);
  });

  it('a week of being invited, booked, moved, sent a new link and cancelled: everything is told, on a shared phone too', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    const two = await anInvited(conference, { phone: member.phone, sharedPhone: true });
    for (const who of [{ member, invitation }, two]) await inTx((tx) => inviteMessage(tx, { conference, ...who }));
    await send();
    const times = await aConference('confirmed');
    await change(conference.id, { state: 'confirmed', startsLocal: times.startsLocal, endsLocal: times.endsLocal });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    for (const clock of ['10:30', '11:30']) {
      await change(conference.id, { startsLocal: `${times.startsLocal!.slice(0, 11)}${clock}` });
      await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeMoved'));
      await send();
    }
    await inTx((tx) => newLinkMessage(tx, invitation.id));
    await send();
    await change(conference.id, { state: 'cancelled' });
    await inTx((tx) => cancelledMessages(tx, conference.id));
    await send();
    const left = (kind: MessageKind) => everyMessage().then((all) => all.filter((m) => m.kind === kind && m.state === 'accepted').length);
    expect([await left('invitation'), await left('timeSet'), await left('timeMoved'), await left('newLink'), await left('cancelled')]).toEqual([2, 2, 4, 1, 2]);
    expect((await everyMessage()).filter((m) => m.reason === 'capReached')).toEqual([]);
  });

  it('what corrected a belief has not used up the room of the reminder', async () => {
    const conference = await aConference('confirmed', 2);
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    for (const clock of ['10:30', '11:30', '12:30']) {
      await change(conference.id, { startsLocal: `${conference.startsLocal!.slice(0, 11)}${clock}` });
      await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeMoved'));
      await send();
    }
    await pass(23 * 60 * 60 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(5);
    expect((await everyMessage()).filter((m) => m.kind === 'reminderDay' && m.state === 'accepted')).toHaveLength(1);
  });
});
