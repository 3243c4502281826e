import 'reflect-metadata';
import { Conference } from '@radslag/db';
import { planConferenceMessages } from './index';
import { pipeline, inTx, pass, SECONDS, aConference, anInvited, messages, tasks, told } from './pipeline.fixture';

describe('enough is enough', () => {
  it('three texts to a number in seven days, also when two people share it; what comes on top is a call', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference);
    await anInvited(conference, { phone: member.phone, sharedPhone: true });
    const move = () => inTx(async (tx) => {
      const { scheduleVersion } = await tx.get(Conference, conference.id);
      await tx.update(Conference, conference.id, { scheduleVersion: scheduleVersion + 1 });
      return planConferenceMessages(tx, conference.id, 'timeMoved');
    });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    await move();
    await pass(11 * SECONDS);
    await Promise.all([pipeline.dispatchFromPostgres(), pipeline.dispatchFromPostgres()]);
    expect(told(member.phone)).toHaveLength(3);
    expect((await messages()).filter((m) => m.reason === 'capReached')).toHaveLength(1);
    expect(await tasks()).toMatchObject([{ kind: 'callMember', reason: 'capReached' }]);
  });
});
