import 'reflect-metadata';
import { BoardCard } from '@radslag/contracts';
import type { Tx } from '@radslag/db';
import { aMember, anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { ReadBoard } from '.';

let t: TestDatabase;
let board: ReadBoard;
beforeAll(async () => {
  t = await testDatabase();
  board = new ReadBoard(t.db);
});
afterAll(() => t.close());

async function invited(tx: Tx, referralId: string, conferenceId: string, facts: Parameters<typeof aMember>[2], message: string | null): Promise<string> {
  const member = await aMember(tx, referralId, facts);
  const invitation = tx.newId();
  await tx.query(`INSERT INTO invitation (municipality_id, id, conference_id, member_id, consent_id, state, token_hash, expires_at, sent_at, created_at) VALUES ($1, $2, $3, $4, $5, 'sent', sha256($6), app_now() + interval '9 days', app_now(), app_now())`, [tx.municipalityId, invitation, conferenceId, member.id, member.consentId, Buffer.from(invitation)]);
  if (message !== null) {
    await tx.query(
      `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'invitation', 1, 'sms', $8, $9, app_now(), app_now() + interval '1 day', app_now())`,
      [tx.municipalityId, tx.newId(), referralId, conferenceId, member.id, invitation, member.consentId, message, tx.newId()],
    );
  }
  return member.id;
}

describe('the board of invitations', () => {
  it('shows where each stands, over all cases of the coordinator, and no others', async () => {
    const { id } = await t.aMunicipality();
    const theCase = await anActiveCase(t.db, id);
    const other = await anActiveCase(t.db, id);
    await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
      for (const { referralId } of [theCase, other]) {
        const conference = tx.newId();
        await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1, $2, $3, 'polling', app_now())`, [id, conference, referralId]);
        await invited(tx, referralId, conference, { givenName: 'Anna', familyName: 'Berg' }, 'delivered');
        await invited(tx, referralId, conference, { givenName: 'Yusuf', familyName: 'Ali' }, 'failed');
        const called = await invited(tx, referralId, conference, { givenName: 'Eva', familyName: 'Ek', channel: 'phone' }, null);
        await tx.query(`INSERT INTO task (municipality_id, id, referral_id, conference_id, member_id, kind, reason, created_at) VALUES ($1, $2, $3, $4, $5, 'callMember', 'noSms', app_now())`, [id, tx.newId(), referralId, conference, called]);
      }
    });
    const { cards } = await board.execute(theCase.coordinator, 'mine');
    for (const card of cards) BoardCard.parse(card);
    expect(new Map(cards.map((card) => [card.shortName, [card.column, card.task?.reason ?? null]]))).toEqual(new Map([['Anna B.', ['waiting', null]], ['Yusuf A.', ['needsYou', null]], ['Eva E.', ['needsYou', 'noSms']]]));
    expect(new Set(cards.map((card) => card.referralId))).toEqual(new Set([theCase.referralId]));
    const stranger = await aStaffMember(t.db, id, 'coordinator');
    expect((await board.execute(stranger, 'unit')).cards).toEqual([]);
  });

  it('names nobody who is protected', async () => {
    const { id } = await t.aMunicipality();
    const theCase = await anActiveCase(t.db, id);
    await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
      const conference = tx.newId();
      await tx.query(`INSERT INTO conference (municipality_id, id, referral_id, state, created_at) VALUES ($1, $2, $3, 'polling', app_now())`, [id, conference, theCase.referralId]);
      await invited(tx, theCase.referralId, conference, { givenName: 'Anna', phone: null, protected: true, channel: 'staffOnly' }, null);
    });
    expect((await board.execute(theCase.coordinator, 'mine')).cards).toMatchObject([{ initials: '', shortName: 'moster', protected: true }]);
  });
});
