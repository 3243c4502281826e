import { InboundMessage } from '@radslag/db';
import type { StaffAccess } from '@radslag/access';
import { aMember, anActiveCase } from '@radslag/testing';
import { HandleReply, inviteMessage, planConferenceMessages, RecordInbound, ReopenReply } from './index';
import { aConference, anInvited, CALLBACK_KEY, db, inTx, messages, MINUTES, municipalityId, pass, pipeline, replyAddress, SECONDS, t, theCase, told } from './pipeline.fixture';
import { foresee } from './proof/foresee';
import { municipalRules } from './rules-of-municipality';

const OURS = '+46701740690';
let sent = 0;
beforeEach(async () => {
  await t.asOwner('UPDATE municipality SET sms_number = NULL');
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [municipalityId, OURS]);
});
async function cry(from: string): Promise<InboundMessage> {
  const id = `held-${++sent}`;
  await new RecordInbound(db, CALLBACK_KEY, () => Promise.resolve('given')).execute({ ...replyAddress(), id, from, to: OURS, message: 'Han slår mig om han får veta' });
  return (await inTx<InboundMessage | null>((tx) => tx.findOne(InboundMessage, { operatorMessageId: id })))!;
}
const handle = (staff: StaffAccess, { id }: InboundMessage) => new HandleReply(db).execute(staff, id, { how: 'called', note: '' });
const send = async (after = MINUTES) => {
  await pass(after);
  await pipeline.dispatchFromPostgres();
};

it('an invitation that was on its way waits while a text of danger is unread, and leaves at once when it is dealt with', async () => {
  const conference = await aConference('polling');
  const [one, other] = [await anInvited(conference), await anInvited(conference)];
  for (const { member, invitation } of [one, other]) await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
  const reply = await cry(one.member.phone!);
  await send();
  expect([...told(one.member.phone), ...told(other.member.phone)]).toEqual([]);
  expect((await messages()).map((message) => message.state)).toEqual(['planned', 'planned']);
  const ahead = await inTx(async (tx) => foresee(tx, theCase.referralId, await municipalRules(tx)));
  expect(ahead.filter((seen) => seen.row.kind === 'invitation').map((seen) => (seen.goes ? 'goes' : seen.reason))).toEqual(['worryUnanswered', 'worryUnanswered']);

  await handle(theCase.coordinator, reply);
  // Sooner than the gate would have looked again by itself.
  await send(SECONDS);
  expect([told(one.member.phone).length, told(other.member.phone).length]).toEqual([1, 1]);
});

it('a time that was set waits for it, a cancellation and a move that is decided do not, and it holds again when it is not dealt with after all', async () => {
  const conference = await aConference('confirmed');
  const [one, other] = [await anInvited(conference), await anInvited(conference)];
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  const reply = await cry(one.member.phone!);
  await handle(theCase.coordinator, reply);
  await new ReopenReply(db).execute(theCase.coordinator, reply.id);
  await send();
  expect(told(other.member.phone)).toEqual([]);
  await inTx((tx) => tx.query(`UPDATE message SET kind = 'timeMoved' WHERE kind = 'timeSet' AND member_id = $1`, [other.member.id]));
  await send();
  expect([told(one.member.phone).length, told(other.member.phone).length]).toEqual([0, 1]);
  await handle(theCase.coordinator, reply);
  await send(SECONDS);
  expect(told(one.member.phone)).toHaveLength(1);
});

it('of a number in two cases what is let go in one leaves there, and waits in the other', async () => {
  const conference = await aConference('polling');
  const mine = await anInvited(conference);
  await inTx((tx) => inviteMessage(tx, { conference, invitation: mine.invitation, member: mine.member }));
  const here = theCase;
  const elsewhere = await anActiveCase(db, municipalityId);
  await inTx((tx) => aMember(tx, elsewhere.referralId, { phone: mine.member.phone }));
  const reply = await cry(mine.member.phone!);
  await handle(elsewhere.coordinator, reply);
  await send();
  expect(told(mine.member.phone)).toEqual([]);
  await handle(here.coordinator, reply);
  await send(SECONDS);
  expect(told(mine.member.phone)).toHaveLength(1);
});
