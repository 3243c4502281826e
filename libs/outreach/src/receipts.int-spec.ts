import 'reflect-metadata';
import { inviteMessage, RecordReceipt, ApplyReceipts } from './index';
import { CALLBACK_KEY, t, db, operator, pipeline, municipalityId, inTx, pass, SECONDS, DAYS, aConference, anInvited, messages, tasks, receiptOf } from './pipeline.fixture';

describe('receipts', () => {
  const record = (messageId: string, status: string, mac?: string, id = 'op-1') => new RecordReceipt(db, CALLBACK_KEY).execute(receiptOf('46elks', messageId, id, status, mac === undefined ? {} : { mac }));
  const permutations = <T>(list: readonly T[]): T[][] => (list.length < 2 ? [[...list]] : list.flatMap((x, i) => permutations([...list.slice(0, i), ...list.slice(i + 1)]).map((rest) => [x, ...rest])));

  async function aMessageIn(state: string): Promise<string> {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    const message = (await messages()).at(-1)!;
    await t.asOwner(`UPDATE message SET state = $2 WHERE id = $1`, [message.id, state]);
    return message.id;
  }

  it('come in any order, some of them twice, and end the same: delivered', async () => {
    const id = await aMessageIn('accepted');
    for (const [n, order] of permutations(['sent', 'delivered', 'failed', 'delivered']).entries()) {
      await t.asOwner(`UPDATE message SET state = 'accepted', delivered_at = NULL WHERE id = $1`, [id]);
      for (const status of order) {
        await record(id, status, undefined, `op-${n}`);
        await new ApplyReceipts(db).execute(municipalityId);
      }
      expect((await messages())[0]!.state).toBe('delivered');
    }
  });

  it('one that comes before the answer of the call is not undone by it', async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    const send = operator.send.bind(operator);
    operator.send = async (sms) => {
      const outcome = await send(sms);
      await record(sms.callbackUrl.split('/').at(-2)!, 'delivered');
      await new ApplyReceipts(db).execute(municipalityId);
      return outcome;
    };
    await pipeline.dispatchFromPostgres();
    expect((await messages())[0]).toMatchObject({ state: 'delivered' });
  });

  it('are applied however long they have waited', async () => {
    const id = await aMessageIn('accepted');
    await record(id, 'delivered');
    await pass(30 * DAYS);
    expect(await new ApplyReceipts(db).execute(municipalityId)).toBe(1);
    expect((await messages())[0]!.state).toBe('delivered');
  });

  it('with a wrong signature are refused and not stored', async () => {
    const id = await aMessageIn('accepted');
    await expect(record(id, 'failed', 'x'.repeat(22))).rejects.toMatchObject({ code: 'bad-signature' });
    expect(await new ApplyReceipts(db).execute(municipalityId)).toBe(0);
  });

  it('failed for good makes a task; a word nobody knows is raised and changes nothing', async () => {
    const id = await aMessageIn('accepted');
    const unknown: string[] = [];
    await record(id, 'teleported');
    await new ApplyReceipts(db, (status) => unknown.push(status)).execute(municipalityId);
    expect([unknown, (await messages())[0]!.state]).toEqual([['teleported'], 'accepted']);
    await record(id, 'failed');
    await new ApplyReceipts(db).execute(municipalityId);
    expect((await messages())[0]).toMatchObject({ state: 'failed', reason: 'numberUnreachable' });
    expect((await tasks()).map((task) => task.kind)).toEqual(['findOtherWay']);
  });
});
