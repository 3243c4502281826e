import 'reflect-metadata';
import { Consent, HelpAnswer, InboundMessage, Message, NetworkMember, Referral } from '@radslag/db';
import type { FamilyLanguage } from '@radslag/domain';
import { aMember } from '@radslag/testing';
import { inviteMessage, onlyWay, RecordInbound } from './index';
import { anyTextLost, numbersTextedSince } from './lost-texts';
import { aConference, anInvited, CALLBACK_KEY, db, inTx, MINUTES, municipalityId, operator, pass, pipeline, SECONDS, t, theCase, told, replyAddress } from './pipeline.fixture';

const HELP = 'Hej! Ingen läser svar hit direkt. Vill du prata? Ring 070-174 06 12. Kvällar och helger: 070-174 06 11. Är det akut? Ring 112.';
let smsNumber: string;
let count = 0;
let sent = 0;
beforeEach(async () => {
  smsNumber = `+4670174068${count++ % 10}`;
  await t.asOwner(`UPDATE municipality SET sms_number = NULL`);
  await t.asOwner(`UPDATE municipality SET sms_number = $2, out_of_hours_phone = '+46701740611' WHERE id = $1`, [municipalityId, smsNumber]);
});
const reply = (from: string | null, message: string) =>
  new RecordInbound(db, CALLBACK_KEY, () => Promise.resolve('given')).execute({ ...replyAddress(), id: `help-${++sent}`, from: from!, to: smsNumber, message });
const answer = async () => {
  await pass(1 * SECONDS);
  await pipeline.answerCries();
  await pipeline.dispatchFromPostgres();
};
const urgentTasks = () => inTx((tx) => tx.query<{ kind: string; member_id: string | null }>(`SELECT kind, member_id FROM task WHERE municipality_id = $1 AND urgent ORDER BY id`, [municipalityId]));
const rows = () => inTx((tx) => tx.find(HelpAnswer, {}, { order: { createdAt: 'ASC' } }));

describe('a cry for help is answered with 112 and whom to call', () => {
  it('after STOP, and a person hears of it at once', async () => {
    const { member } = await anInvited(await aConference('confirmed'));
    await reply(member.phone, 'STOPP');
    await reply(member.phone, 'Nej, hjälp mig');
    await answer();
    expect(told(member.phone)).toEqual([HELP]);
    expect(await urgentTasks()).toEqual([{ kind: 'inboundMessage', member_id: member.id }]);
    expect((await inTx((tx) => tx.get(NetworkMember, member.id))).noSms).toBe(true);
  });

  it('in the very text that says stop', async () => {
    const { member } = await anInvited(await aConference('confirmed'));
    await reply(member.phone, 'Sluta skicka sms, han slår mig');
    await answer();
    expect(told(member.phone)).toEqual([HELP]);
    expect(await urgentTasks()).toEqual([{ kind: 'callMember', member_id: member.id }]);
  });

  it('also when an ordinary answer has just gone, in their own language', async () => {
    const { member } = await anInvited(await aConference('confirmed'), { language: 'fi' as FamilyLanguage });
    await reply(member.phone, 'Kuka tämä on?');
    await answer();
    await reply(member.phone, 'Apua!');
    await answer();
    expect(told(member.phone)).toHaveLength(2);
    expect(told(member.phone)[1]).toContain('Onko hätä? Soita 112.');
  });

  it('without invitation, without consent, from somebody who is removed, in a closed case, with a go-between, reached by letter', async () => {
    const conference = await aConference('confirmed');
    const uninvited = await inTx((tx) => aMember(tx, theCase.referralId));
    const withdrawn = (await anInvited(conference)).member;
    const removed = (await anInvited(conference)).member;
    const watched = (await anInvited(conference, { delegateId: uninvited.id })).member;
    const byLetter = (await anInvited(conference, { channel: 'letter' })).member;
    await inTx(async (tx) => {
      await tx.update(Consent, withdrawn.consentId!, { withdrawnAt: tx.now });
      await tx.update(NetworkMember, removed.id, { removedAt: tx.now });
    });
    for (const person of [uninvited, withdrawn, removed, watched, byLetter]) await reply(person.phone, 'Hjälp');
    await inTx((tx) => tx.update(Referral, theCase.referralId, { state: 'closed' }));
    await answer();
    for (const person of [uninvited, withdrawn, removed, watched, byLetter]) expect([person.id, told(person.phone)]).toEqual([person.id, [person === removed ? HELP.replace('06 12', '06 05') : HELP]]);
    // Each is before the coordinator at once; the removed one’s is nobody’s by name, and in everybody’s inbox besides.
    expect((await urgentTasks()).map((task) => task.kind)).toEqual(Array(5).fill('inboundMessage'));
  });

  it('from a number that several have, once; from one that nobody has too, with the common number', async () => {
    const conference = await aConference('confirmed');
    const one = (await anInvited(conference, { sharedPhone: true })).member;
    await anInvited(conference, { sharedPhone: true, phone: one.phone, noSms: true });
    await reply(one.phone, 'Jag är rädd');
    await reply('+46701740697', 'hjääälp');
    await answer();
    expect(told(one.phone)).toEqual([HELP]);
    expect(told('+46701740697')).toEqual([expect.stringMatching(/Ring 112\.$/)]);
    expect(await inTx((tx) => tx.find(InboundMessage, { kind: 'unknownNumber' }))).toMatchObject([{ urgent: true, handledAt: null }]);
  });

  it('at night, and while sending is held', async () => {
    const { member } = await anInvited(await aConference('confirmed'));
    await pass(14 * 60 * MINUTES);
    await t.asOwner(`UPDATE sending_hold SET held_since = now(), because = 'person'`);
    await reply(member.phone, 'HJÄLP');
    await answer();
    await t.asOwner(`UPDATE sending_hold SET held_since = NULL, because = NULL`);
    expect(told(member.phone)).toHaveLength(1);
  });

  it('again later, and not again at once: two machines that answer each other come to an end', async () => {
    const { member } = await anInvited(await aConference('confirmed'));
    for (let i = 0; i < 4; i++) await reply(member.phone, 'Hjälp');
    await answer();
    expect(told(member.phone)).toHaveLength(1);
    await pass(6 * MINUTES);
    await reply(member.phone, 'Hjälp igen');
    await answer();
    expect(told(member.phone)).toHaveLength(2);
    for (let i = 0; i < 30; i++) {
      await pass(6 * MINUTES);
      await reply(member.phone, 'Emergency? Call 112');
    }
    expect((await rows()).length).toBe(12);
  });

  it('by another try when an operator says no for now or nothing at all, and no more when the operator bars the number', async () => {
    const conference = await aConference('confirmed');
    // Both before the first of them cries for help: nobody is invited after that.
    const [{ member }, { member: barred }] = [await anInvited(conference), await anInvited(conference)];
    operator.treat(member.phone!, 'retry');
    await reply(member.phone, 'Hjälp');
    await answer();
    expect((await rows())[0]).toMatchObject({ state: 'due', attempts: 1, detail: 'ECONNREFUSED' });
    operator.treat(member.phone!, 'accept');
    await pass(3 * SECONDS);
    await answer();
    expect(told(member.phone)).toEqual([HELP]);
    expect((await rows())[0]).toMatchObject({ state: 'accepted', attempts: 2, endedAt: expect.any(Date) });
    operator.treat(barred.phone!, 'optedOut');
    await reply(barred.phone, 'Hjälp');
    await answer();
    expect((await rows()).at(-1)).toMatchObject({ state: 'failed', attempts: 1 });
  });

  it('and is no text that a restore has lost, nor the one that a call in doubt is looked for by', async () => {
    const before = await db.now();
    const conference = await aConference('polling');
    const { member, invitation } = await anInvited(conference);
    operator.treat(member.phone!, 'unknown');
    await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    operator.treat(member.phone!, 'accept');
    await reply(member.phone, 'Hjälp');
    await answer();
    expect(told(member.phone)).toEqual([HELP]);
    const ways = onlyWay(operator);
    expect(await numbersTextedSince(db, ways, before)).toEqual([]);
    // An operator that keeps no texts: by number and time alone the answer could be taken for the invitation.
    const history = operator.history.bind(operator);
    operator.history = async (question) => (await history(question)).map((sms) => ({ ...sms, text: null }));
    await pass(1 * MINUTES);
    await pipeline.resolve();
    const [invited] = await inTx((tx) => tx.find(Message, { memberId: member.id, kind: 'invitation' }));
    expect(invited!.state).toBe('unknown');
    expect(await anyTextLost(db, ways, before)).toBe(false);
  });

  it('and exists for nothing else: the database refuses one that answers no cry, or goes to another number', async () => {
    const { member } = await anInvited(await aConference('confirmed'));
    await reply(member.phone, 'Hej');
    await reply(member.phone, 'Hjälp');
    const [calm, cry] = await inTx((tx) => tx.find(InboundMessage, {}, { order: { receivedAt: 'ASC', id: 'ASC' } }));
    const insert = (inboundId: string, numberIndex: Buffer) =>
      inTx((tx) => tx.query(`INSERT INTO help_answer (municipality_id, id, inbound_id, number_index, language, state, attempts, lease_until, created_at) VALUES ($1, $2, $3, $4, 'sv', 'due', 0, $5, $5)`, [municipalityId, tx.newId(), inboundId, numberIndex, tx.now]));
    await expect(insert(calm!.id, calm!.senderIndex)).rejects.toThrow('only a cry for help is answered');
    await expect(insert(cry!.id, Buffer.alloc(32, 1))).rejects.toThrow('only a cry for help is answered');
  });
});
