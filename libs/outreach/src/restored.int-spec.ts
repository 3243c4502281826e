import 'reflect-metadata';
import { planConferenceMessages } from './index';
import { db, pipeline, municipalityId, inTx, pass, SECONDS, aConference, anInvited, messages, told } from './pipeline.fixture';

describe('after a restore', () => {
  it('nothing is claimed and nothing passes the gate until sending is released', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    const [told0] = await messages();
    await inTx((tx) => tx.query(`UPDATE message SET state = 'queued' WHERE municipality_id = $1 AND id = $2`, [municipalityId, told0!.id]));
    await db.withoutTenant(`SELECT hold_sending('restored')`);
    try {
      expect(await pipeline.dispatchFromPostgres()).toBe(0);
      expect((await pipeline.send.execute(municipalityId, [told0!.id])).skipped).toEqual([{ messageId: told0!.id, reason: 'held' }]);
    } finally {
      await db.withoutTenant('SELECT release_sending()');
    }
    await pass(61 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect(told(member.phone)).toHaveLength(1);
  });
});
