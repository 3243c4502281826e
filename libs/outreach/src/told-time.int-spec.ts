import 'reflect-metadata';
import { Conference, NetworkMember } from '@radslag/db';
import { cancelledMessages, planConferenceMessages, planForInvitation, ANNOUNCED_BY, foreseeChange } from './index';
import { operator, pipeline, inTx, localIn, pass, SECONDS, MINUTES, DAYS, aConference, anInvited, messages, told } from './pipeline.fixture';

const send = async (ms = 11 * SECONDS) => {
  await pass(ms);
  await pipeline.dispatchFromPostgres();
};
const bump = (id: string, change: Partial<Conference>) => inTx(async (tx) => {
  const { scheduleVersion } = await tx.get(Conference, id);
  await tx.update(Conference, id, { scheduleVersion: scheduleVersion + 1, ...change });
});
async function move(id: string, days: number): Promise<void> {
  const [startsLocal, endsLocal] = [await localIn(days), await localIn(days, '20:00')];
  await bump(id, { startsLocal, endsLocal });
  await inTx((tx) => planConferenceMessages(tx, id, 'timeMoved'));
}
const dayIn = async (days: number) => Number((await localIn(days)).slice(8, 10));
/** Only in the evening from now on. */
const evenings = (id: string) => inTx((tx) => tx.update(NetworkMember, id, { hoursFrom: '18:00', hoursTo: '20:00' }));

describe('the time a person was told', () => {
  it('is the one that no longer holds, for each of them', async () => {
    const conference = await aConference('confirmed', 9);
    const [late, prompt] = [await anInvited(conference), await anInvited(conference)];
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    const [first, second] = [await dayIn(9), await dayIn(12)];
    await evenings(late.member.id);
    await move(conference.id, 12);
    await send();
    expect([told(late.member.phone).length, told(prompt.member.phone).length]).toEqual([1, 2]);

    const preview = await inTx((tx) => foreseeChange(tx, { conferenceId: conference.id, kinds: ANNOUNCED_BY.cancel }, async () => {
      await tx.update(Conference, conference.id, { scheduleVersion: 3, state: 'cancelled' });
      await cancelledMessages(tx, conference.id);
    }));
    expect(preview.texts.map(({ text }) => /\d+/.exec(text)![0]).map(Number).sort((a, b) => a - b)).toEqual([first, second].sort((a, b) => a - b));
    await bump(conference.id, { state: 'cancelled' });
    await inTx((tx) => cancelledMessages(tx, conference.id));
    await send();
    await send(7 * 60 * MINUTES);
    expect(told(late.member.phone).at(-1)).toMatch(new RegExp(`^Hej! Tiden \\D*${first}/`));
    expect(told(prompt.member.phone).at(-1)).toMatch(new RegExp(`^Hej! Tiden \\D*${second}/`));
  });

  it('may have been told when nobody knows whether the text arrived', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    const second = await dayIn(12);
    operator.treat(member.phone!, 'acceptThenUnknown');
    await move(conference.id, 12);
    await send();
    operator.treat(member.phone!, 'accept');
    await bump(conference.id, { state: 'cancelled' });
    await inTx((tx) => cancelledMessages(tx, conference.id));
    await send();
    expect(told(member.phone).at(-1)).toMatch(new RegExp(`^Hej! Tiden \\D*${second}/`));
  });

  it('can have been told by a reminder alone', async () => {
    const conference = await aConference('confirmed', 9);
    const { member } = await anInvited(conference);
    operator.treat(member.phone!, 'refuse');
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    operator.treat(member.phone!, 'accept');
    await send(3 * DAYS);
    expect((await messages()).filter((m) => m.state === 'accepted').map((m) => m.kind)).toEqual(['reminderWeek']);
    await bump(conference.id, { state: 'cancelled' });
    await inTx((tx) => cancelledMessages(tx, conference.id));
    await send();
    expect(told(member.phone).at(-1)).toMatch(/^Hej! Tiden /);
  });

  it('is told anew to somebody who is back and only heard of an earlier one', async () => {
    const conference = await aConference('confirmed', 9);
    const { member, invitation } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await send();
    await move(conference.id, 12);
    const second = await dayIn(12);
    await inTx((tx) => tx.query(`UPDATE message SET state = 'cancelled', reason = 'invitationRevoked' WHERE municipality_id = $1 AND invitation_id = $2 AND state = 'planned'`, [conference.municipalityId, invitation.id]));
    await inTx((tx) => planForInvitation(tx, conference.id, invitation.id));
    await send();
    expect(told(member.phone).at(-1)).toMatch(new RegExp(`ny tid: \\D*${second}/`));
  });
});
