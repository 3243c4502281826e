import { Consent, NetworkMember } from '@radslag/db';
import { inviteMessage, onlyWay, Pipeline } from './index';
import { aConference, anInvited, db, inTx, messages, MINUTES, municipalityId, operator, pass, pipeline, SECONDS, settings, told } from './pipeline.fixture';

/** Texts to one person go to another's phone; what befalls the other one meanwhile decides. */
async function aServedInvitation() {
  const conference = await aConference('polling');
  const other = (await anInvited(conference)).member;
  const { member, invitation } = await anInvited(conference, { delegateId: other.id });
  await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
  await pass(MINUTES);
  await inTx((tx) => tx.query(`UPDATE message SET state = 'queued', lease_until = app_now() + interval '60 seconds' WHERE municipality_id = $1 AND kind = 'invitation'`, [municipalityId]));
  const [message] = await messages();
  return { member, other, message: message! };
}
const withdraw = (consentId: string) => inTx((tx) => tx.update(Consent, consentId, { withdrawnAt: tx.now }));

describe('somebody takes the texts of another', () => {
  it('a consent that is taken back while the gate judges waits for it, and nothing passes after', async () => {
    const { other, message } = await aServedInvitation();
    const order: string[] = [];
    let withdrawing: Promise<unknown> = Promise.resolve();
    const at = async (point: string) => {
      if (point === 'gateCommitted') order.push('gate');
      if (point !== 'gateJudged') return;
      withdrawing = withdraw(other.consentId!).then(() => order.push('withdrawn'));
      await new Promise((resolve) => setTimeout(resolve, 80));
    };
    await new Pipeline({ db, ways: onlyWay(operator), settings, at }).send.execute(municipalityId, [message.id]);
    await withdrawing;
    expect(order).toEqual(['gate', 'withdrawn']);
    expect(told(other.phone)).toHaveLength(1);
  });

  it('nor is a number used that the go-between has just given up', async () => {
    const { other, message } = await aServedInvitation();
    let sending: Promise<unknown> = Promise.resolve();
    await inTx(async (tx) => {
      await tx.update(NetworkMember, other.id, { phone: '+46701740697', phoneIndex: tx.keys.blindIndex('phone', '+46701740697') });
      sending = pipeline.send.execute(municipalityId, [message.id]);
      await new Promise((resolve) => setTimeout(resolve, 60));
    });
    await sending;
    expect([told(other.phone).length, told('+46701740697').length]).toEqual([0, 1]);
  });

  it('what may have gone to one number is not sent again to another', async () => {
    const { member, message } = await aServedInvitation();
    operator.treat((await phoneOf(message.id))!, 'crash');
    await pipeline.send.execute(municipalityId, [message.id]);
    // Now their texts go to their own phone: the operator knows of none there.
    await inTx((tx) => tx.update(NetworkMember, member.id, { delegateId: null }));
    for (let i = 0; i < 4; i++) {
      await pass(20 * MINUTES);
      await pipeline.resolve();
    }
    await pass(30 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toEqual([]);
    expect((await messages()).map((row) => row.state)).toEqual(['accepted']);
  });
});

const phoneOf = async (messageId: string): Promise<string | null> =>
  inTx(async (tx) => {
    const [row] = await tx.query<{ id: string }>('SELECT coalesce(nm.delegate_id, nm.id) AS id FROM message m JOIN network_member nm ON nm.id = m.member_id WHERE m.id = $1', [messageId]);
    return (await tx.get(NetworkMember, row!.id)).phone;
  });
