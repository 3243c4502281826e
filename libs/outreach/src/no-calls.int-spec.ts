import { InboundMessage, NetworkMember } from '@radslag/db';
import { RecordInbound } from './index';
import { ReadInbox } from './inbox';
import { aConference, anInvited, CALLBACK_KEY, db, inTx, municipalityId, t, theCase, replyAddress } from './pipeline.fixture';

let n = 0;
const write = async (from: string, message: string, to: string) => new RecordInbound(db, CALLBACK_KEY, () => Promise.resolve('given' as const)).execute({ ...replyAddress(), id: `in-${++n}`, from, to, message });
const aNumber = async () => {
  const number = `+4670174069${n++ % 10}`;
  await t.asOwner('UPDATE municipality SET sms_number = NULL');
  await t.asOwner('UPDATE municipality SET sms_number = $2 WHERE id = $1', [municipalityId, number]);
  return number;
};
const inbox = async () => (await new ReadInbox(db).execute(theCase.coordinator, 'mine')).items;

describe('“yes, but do not call me”', () => {
  it('is kept as the person’s wish, and the inbox has no number to dial', async () => {
    const number = await aNumber();
    const conference = await aConference('polling');
    const { member } = await anInvited(conference);
    await write(member.phone!, 'Ja, men ring mig inte', number);
    expect(await inTx((tx) => tx.get(NetworkMember, member.id))).toMatchObject({ noCalls: true, noSms: false });
    expect(await inbox()).toMatchObject([{ memberId: member.id, callRefusal: 'noCalls' }]);
  });

  it('leaves those alone who ask for a call', async () => {
    const number = await aNumber();
    const conference = await aConference('polling');
    const { member } = await anInvited(conference);
    await write(member.phone!, 'Ring mig i morgon, glöm inte det', number);
    expect(await inTx((tx) => tx.get(NetworkMember, member.id))).toMatchObject({ noCalls: false });
    expect(await inbox()).toMatchObject([{ callRefusal: null }]);
  });

  it('whoever has said no since, or was taken out, is not called because of what they wrote', async () => {
    const number = await aNumber();
    const conference = await aConference('polling');
    const { member } = await anInvited(conference);
    await write(member.phone!, 'Vem är det här?', number);
    await inTx((tx) => tx.query('UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND member_id = $2', [municipalityId, member.id]));
    expect(await inbox()).toMatchObject([{ callRefusal: 'consentWithdrawn' }]);
    await inTx((tx) => tx.update(NetworkMember, member.id, { removedAt: tx.now }));
    expect(await inbox()).toMatchObject([{ callRefusal: 'personRemoved' }]);
    expect(await inTx((tx) => tx.find(InboundMessage, {}))).toHaveLength(1);
  });
});
