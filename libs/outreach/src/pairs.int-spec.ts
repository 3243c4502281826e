import { Conference, Invitation, MemberTie, PairDecision } from '@radslag/db';
import { aConference, anInvited, inTx, MINUTES, messages, pass, pipeline, tasks, theCase, told } from './pipeline.fixture';
import { inviteMessage } from './index';
import { foresee } from './proof/foresee';
import { municipalRules } from './rules-of-municipality';

const both = async () => {
  const conference = await aConference('polling');
  const [mother, ex] = [await anInvited(conference, { givenName: 'Amina' }), await anInvited(conference, { givenName: 'Robert' })];
  for (const { member, invitation } of [mother, ex]) await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
  const tie = await inTx((tx) => tx.insert(MemberTie, { referralId: theCase.referralId, fromMemberId: ex.member.id, toMemberId: mother.member.id, kind: 'contactBan', until: null, boundMemberId: ex.member.id, removedAt: null, removedBy: null }));
  return { conference, mother, ex, tie };
};
const run = async () => {
  await pass(MINUTES);
  await pipeline.dispatchFromPostgres();
};

it('what was on its way to two people when a ban became known waits, and goes when a manager has decided', async () => {
  const { mother, ex, tie } = await both();
  await run();
  expect([...told(mother.member.phone), ...told(ex.member.phone)]).toEqual([]);
  expect((await messages()).map((message) => message.state)).toEqual(['planned', 'planned']);
  expect(await tasks()).toEqual([]);
  const seen = await inTx(async (tx) => foresee(tx, theCase.referralId, await municipalRules(tx)));
  expect(seen.filter((one) => one.row.kind === 'invitation').map((one) => (one.goes ? 'goes' : one.reason))).toEqual(['banUndecided', 'banUndecided']);
  await inTx((tx) => tx.insert(PairDecision, { referralId: theCase.referralId, tieId: tie.id, measure: 'separateRooms', ground: 'x', decidedBy: theCase.manager.userId, decidedAt: tx.now, revokedAt: null, revokedBy: null }));
  await run();
  expect([told(mother.member.phone).length, told(ex.member.phone).length]).toEqual([1, 1]);
});

it('the one who is protected by it gets hers as soon as the other is not invited', async () => {
  const { mother, ex } = await both();
  await run();
  await inTx((tx) => tx.update(Invitation, ex.invitation.id, { state: 'revoked', revokedAt: tx.now }));
  await run();
  expect([told(mother.member.phone).length, told(ex.member.phone).length]).toEqual([1, 0]);
});

it('that a time no longer holds is told to both all the same', async () => {
  const { conference } = await both();
  await inTx((tx) => tx.query(`UPDATE message SET kind = 'cancelled', tells_local = '2027-01-01T10:00' WHERE kind = 'invitation' AND referral_id = $1`, [theCase.referralId]));
  await inTx((tx) => tx.update(Conference, conference.id, { state: 'cancelled', startsLocal: '2027-01-01T10:00' }));
  await run();
  expect((await messages()).map((message) => message.state)).toEqual(['accepted', 'accepted']);
});
