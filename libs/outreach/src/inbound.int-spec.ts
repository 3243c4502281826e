import 'reflect-metadata';
import { NetworkMember } from '@radslag/db';
import { inboundMac, planConferenceMessages, ReadOutreach, RecordInbound } from './index';
import { CALLBACK_KEY, t, db, pipeline, municipalityId, theCase, inTx, pass, SECONDS, aConference, anInvited, messages, tasks, told } from './pipeline.fixture';

describe('replies', () => {
  let smsNumber: string;
  let count = 0;
  beforeEach(async () => {
    smsNumber = `+4670174069${count++ % 10}`;
    await t.asOwner(`UPDATE municipality SET sms_number = NULL`);
    await t.asOwner(`UPDATE municipality SET sms_number = $2 WHERE id = $1`, [municipalityId, smsNumber]);
  });
  const reply = (from: string, message: string, id = `in-${count}-${message.length}`) => new RecordInbound(db, CALLBACK_KEY).execute({ mac: inboundMac(CALLBACK_KEY), id, from, to: smsNumber, message });

  it('STOP stops that person’s messages only, asks somebody to call, and holds for what comes later', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference);
    const other = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await reply(one.member.phone!, ' Stopp! ');
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect([told(one.member.phone).length, told(other.member.phone).length]).toEqual([0, 1]);
    expect((await messages()).filter((m) => m.memberId === one.member.id).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect((await inTx((tx) => tx.get(NetworkMember, one.member.id))).noSms).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: one.member.id }]);
  });

  it('STOP stops also the messages of somebody whose row can no longer be read', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE network_member SET phone = '\\x00' WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.id]));
    await reply(member.phone!, 'STOP');
    expect((await messages()).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect(await inTx((tx) => tx.query(`SELECT no_sms FROM network_member WHERE municipality_id = $1 AND id = $2`, [municipalityId, member.id]))).toEqual([{ no_sms: true }]);
  });

  it('any other words are the coordinator’s to read, once, also when the operator repeats itself', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await reply(member.phone!, 'Jag kan inte stoppa bilen i tid, ring mig');
    await reply(member.phone!, 'Jag kan inte stoppa bilen i tid, ring mig');
    expect(await tasks()).toEqual([{ kind: 'inboundMessage', reason: null, member_id: member.id }]);
    const view = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
    expect(view.replies).toMatchObject([{ memberId: member.id, text: 'Jag kan inte stoppa bilen i tid, ring mig' }]);
    expect((await inTx((tx) => tx.get(NetworkMember, member.id))).noSms).toBe(false);
  });

  it('a number that nobody invited has is kept and told to nobody', async () => {
    await aConference('confirmed');
    await reply('+46701740698', 'Hej');
    expect(await tasks()).toEqual([]);
    expect(await inTx((tx) => tx.query('SELECT id FROM inbound_message WHERE municipality_id = $1', [municipalityId]))).toHaveLength(1);
  });
});
