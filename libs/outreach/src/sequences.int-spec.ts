import 'reflect-metadata';
import * as fc from 'fast-check';
import { Conference, Invitation } from '@radslag/db';
import { NAGGING_KINDS } from '@radslag/domain';
import { inviteMessage, newLinkMessage, planConferenceMessages } from './index';
import { pipeline, inTx, pass, DAYS, MINUTES, SECONDS, aConference, anInvited, everyMessage, localIn } from './pipeline.fixture';

/** What can happen to one person's messages, in any order. */
const step = fc.oneof(
  fc.record({ do: fc.constant('move' as const), days: fc.integer({ min: 1, max: 30 }), hour: fc.integer({ min: 8, max: 19 }) }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 4 * 1440 }) }),
  fc.record({ do: fc.constant('invite' as const) }),
  fc.record({ do: fc.constant('rotate' as const) }),
);

describe('any sequence of changes', () => {
  it('keeps the questions and reminders to a number at three in seven days, stops nothing else for their number, and leaves only what belongs to the last time planned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
        const conference = await aConference('confirmed', 20);
        const { member, invitation } = await anInvited(conference);
        await anInvited(conference, { phone: member.phone, sharedPhone: true });
        await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
        for (const one of steps) {
          if (one.do === 'wait') await pass(one.minutes * MINUTES);
          if (one.do === 'invite') await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
          if (one.do === 'rotate') {
            await inTx(async (tx) => {
              const { rotation } = await tx.get(Invitation, invitation.id);
              await tx.update(Invitation, invitation.id, { rotation: rotation + 1 });
              await newLinkMessage(tx, invitation.id);
            });
          }
          if (one.do === 'move') {
            const [startsLocal, endsLocal] = [await localIn(one.days, `${String(one.hour).padStart(2, '0')}:00`), await localIn(one.days, '20:30')];
            await inTx(async (tx) => {
              const { scheduleVersion } = await tx.get(Conference, conference.id);
              await tx.update(Conference, conference.id, { startsLocal, endsLocal, scheduleVersion: scheduleVersion + 1 });
              await planConferenceMessages(tx, conference.id, 'timeMoved');
            });
            const { scheduleVersion } = await inTx((tx) => tx.get(Conference, conference.id));
            const ahead = (await everyMessage()).filter((message) => message.conferenceId === conference.id && ['planned', 'queued'].includes(message.state) && !['invitation', 'newLink', 'answerReminder'].includes(message.kind));
            expect(ahead.every((message) => message.scheduleVersion === scheduleVersion)).toBe(true);
            const keys = ahead.map((message) => `${message.invitationId} ${message.kind}`);
            expect(new Set(keys).size).toBe(keys.length);
          }
          await pass(11 * SECONDS);
          await pipeline.dispatchFromPostgres();
        }
        for (let day = 0; day < 32; day++) {
          await pass(DAYS / 2);
          await pipeline.dispatchFromPostgres();
        }
        const mine = (await everyMessage()).filter((message) => message.conferenceId === conference.id);
        const nags = mine.filter((message) => NAGGING_KINDS.includes(message.kind));
        const moments = nags.flatMap((message) => message.acceptedAt?.getTime() ?? []).sort((a, b) => a - b);
        for (const [index, moment] of moments.entries()) expect(moments.slice(index).filter((other) => other < moment + 7 * DAYS - 60 * MINUTES).length).toBeLessThanOrEqual(3);
        expect(mine.filter((message) => message.reason === 'capReached' && !nags.includes(message))).toEqual([]);
        await inTx((tx) => tx.query(`UPDATE message SET state = 'cancelled' WHERE municipality_id = $1 AND state IN ('planned', 'queued')`, [tx.municipalityId]));
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
