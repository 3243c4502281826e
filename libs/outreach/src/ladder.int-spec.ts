import 'reflect-metadata';
import { inviteMessage } from './index';
import { pipeline, municipalityId, inTx, pass, SECONDS, MINUTES, DAYS, aConference, anInvited, tasks, told } from './pipeline.fixture';

describe('the ladder', () => {
  const invited = async () => {
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    return { conference, member, invitation };
  };

  it('asks again after three and six days, and has the coordinator call after eight: once', async () => {
    const { member } = await invited();
    for (let day = 0; day < 10; day++) {
      await pass(1 * DAYS + (day === 0 ? 5 * 60 * MINUTES : 0));
      await pipeline.dispatchFromPostgres();
      await pipeline.sweep();
    }
    expect(told(member.phone).map((text) => text.slice(0, 30))).toEqual(['Hej! Du har fått en fråga om e', 'Hej! Vi har inte fått ditt sva', 'Hej! Vi har inte fått ditt sva']);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'notAnswered', member_id: member.id }]);
    await inTx((tx) => tx.query(`UPDATE task SET done_at = app_now() WHERE municipality_id = $1`, [municipalityId]));
    await pipeline.sweep();
    expect(await tasks()).toHaveLength(1);
  });

  it('asks nobody who has answered', async () => {
    const { conference, member, invitation } = await invited();
    await inTx((tx) => tx.query(`INSERT INTO answer (municipality_id, id, invitation_id, conference_id, member_id, at, source, coming) VALUES ($1, $2, $3, $4, $5, app_now(), 'web', 'no')`, [municipalityId, tx.newId(), invitation.id, conference.id, member.id]));
    await inTx((tx) => tx.query(`UPDATE invitation SET state = 'answered', answered_at = app_now() WHERE municipality_id = $1`, [municipalityId]));
    await pass(9 * DAYS);
    await pipeline.dispatchFromPostgres();
    await pipeline.sweep();
    expect(told(member.phone)).toHaveLength(1);
    expect(await tasks()).toEqual([]);
  });
});
