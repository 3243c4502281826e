import 'reflect-metadata';
import { Conference, Consent, InboundMessage, Invitation, NetworkMember } from '@radslag/db';
import type { Coming, FamilyLanguage } from '@radslag/domain';
import { AppError } from '@radslag/platform';
import { aMember } from '@radslag/testing';
import { planConferenceMessages, ReadOutreach, RecordInbound } from './index';
import { CALLBACK_KEY, DAYS, MINUTES, t, db, pipeline, municipalityId, theCase, inTx, pass, SECONDS, aConference, anInvited, everyMessage, messages, tasks, told, replyAddress } from './pipeline.fixture';

let smsNumber: string;
let count = 0;
/** What would have been written as answers; conferences has the real one (its own spec). */
let given: { invitationId: string; coming: Coming }[] = [];
let refuse: AppError | null = null;
beforeEach(async () => {
  given = [];
  refuse = null;
  smsNumber = `+4670174069${count++ % 10}`;
  await t.asOwner(`UPDATE municipality SET sms_number = NULL`);
  await t.asOwner(`UPDATE municipality SET sms_number = $2, out_of_hours_phone = '+46701740611' WHERE id = $1`, [municipalityId, smsNumber]);
});
const record = () =>
  new RecordInbound(db, CALLBACK_KEY, async (_tx, { invitationId, coming }) => {
    if (refuse) throw refuse;
    given.push({ invitationId, coming });
    return 'given';
  });
let sent = 0;
const reply = (from: string | null, message: string, id = `in-${++sent}`) => record().execute({ ...replyAddress(), id, from: from!, to: smsNumber, message });
const inbox = () => inTx((tx) => tx.find(InboundMessage, {}, { order: { receivedAt: 'ASC', id: 'ASC' } }));
const autoReplies = async () => (await everyMessage()).filter((message) => message.kind === 'autoReply');
const send = async () => {
  await pass(1 * SECONDS);
  await pipeline.answerCries();
  await pipeline.dispatchFromPostgres();
};
const member = (id: string) => inTx((tx) => tx.get(NetworkMember, id));

describe('STOP', () => {
  it('stops that person’s messages only, asks somebody to call, and holds for what comes later', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference);
    const other = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await reply(one.member.phone, ' Stopp! ');
    await pass(11 * SECONDS);
    await pipeline.dispatchFromPostgres();
    expect([told(one.member.phone).length, told(other.member.phone).length]).toEqual([0, 1]);
    expect((await messages()).filter((m) => m.memberId === one.member.id).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect((await member(one.member.id)).noSms).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: one.member.id }]);
    expect(await inbox()).toMatchObject([{ kind: 'stop', said: 'stop', memberId: one.member.id, referralId: theCase.referralId, handledAt: null }]);
  });

  it.each(['Sluta', 'Sluta skicka sms', 'Stop. Thank you', 'END', 'STOPP\nSkickat från min iPhone', 'Lämna mig ifred', 'Fel nummer'])('said as people say it: %s', async (text) => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await reply(person.phone, text);
    expect((await messages()).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect((await member(person.id)).noSms).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: person.id }]);
    expect(await autoReplies()).toEqual([]);
  });

  it('holds wherever else the number stands, also for somebody who is not invited yet', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    const later = await inTx((tx) => aMember(tx, theCase.referralId, { phone: person.phone }));
    await reply(person.phone, 'Sluta');
    expect((await member(later.id)).noSms).toBe(true);
  });

  it('in any language of the site', async () => {
    const conference = await aConference('confirmed');
    for (const [language, word] of [['ar', 'توقف'], ['uk', 'СТОП'], ['fi', 'lopeta'], ['tr', 'Dur!']] as [FamilyLanguage, string][]) {
      const { member: person } = await anInvited(conference, { language });
      await reply(person.phone, word);
      expect((await member(person.id)).noSms).toBe(true);
    }
  });

  it('stops also the messages of somebody whose row can no longer be read', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await inTx((tx) => tx.query(`UPDATE network_member SET phone = '\\x00' WHERE municipality_id = $1 AND id = $2`, [municipalityId, person.id]));
    await reply(person.phone, 'STOP');
    expect((await messages()).every((m) => m.state === 'suppressed' && m.reason === 'optedOut')).toBe(true);
    expect(await inTx((tx) => tx.query(`SELECT no_sms FROM network_member WHERE municipality_id = $1 AND id = $2`, [municipalityId, person.id]))).toEqual([{ no_sms: true }]);
  });

  it('holds also from somebody who is not invited to anything any more', async () => {
    const conference = await aConference('confirmed');
    const { member: person, invitation } = await anInvited(conference);
    await inTx((tx) => tx.update(Invitation, invitation.id, { revokedAt: tx.now, state: 'revoked' }));
    await reply(person.phone, 'stopp');
    expect((await member(person.id)).noSms).toBe(true);
  });

  it('from a phone of two people is both’s, and the one who said nothing is called too', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference, { sharedPhone: true });
    const other = await anInvited(conference, { sharedPhone: true, phone: one.member.phone });
    await reply(one.member.phone, 'stop');
    expect([(await member(one.member.id)).noSms, (await member(other.member.id)).noSms]).toEqual([true, true]);
    expect((await tasks()).map((task) => task.member_id).sort()).toEqual([one.member.id, other.member.id].sort());
  });

  it('from a go-between pauses their phone, and somebody calls the one it was for', async () => {
    const conference = await aConference('confirmed');
    const between = await inTx((tx) => aMember(tx, theCase.referralId));
    const { member: person } = await anInvited(conference, { delegateId: between.id });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    await reply(between.phone, 'stopp');
    expect([(await member(between.id)).noSms, (await member(person.id)).noSms]).toEqual([true, false]);
    expect((await messages()).every((m) => m.reason === 'optedOut')).toBe(true);
    expect(await tasks()).toEqual([{ kind: 'callMember', reason: 'optedOut', member_id: person.id }]);
  });
});

describe('JA, NEJ and KANSKE', () => {
  it('answer the one open question of the one person behind the number, and need nobody', async () => {
    const conference = await aConference('polling');
    const { member: person, invitation } = await anInvited(conference);
    await reply(person.phone, 'Ja!');
    expect(given).toEqual([{ invitationId: invitation.id, coming: 'yes' }]);
    expect(await tasks()).toEqual([]);
    expect(await inbox()).toMatchObject([{ kind: 'answer', said: 'yes', memberId: person.id, conferenceId: conference.id, handledAt: expect.any(Date) }]);
    expect(await autoReplies()).toEqual([]);
  });

  it('are the coordinator’s question when two people have the number: nobody is named', async () => {
    const conference = await aConference('polling');
    const one = await anInvited(conference);
    await anInvited(conference, { phone: one.member.phone });
    await reply(one.member.phone, 'ja');
    expect(given).toEqual([]);
    expect(await tasks()).toEqual([{ kind: 'inboundMessage', reason: 'severalPeople', member_id: null }]);
    expect(await inbox()).toMatchObject([{ kind: 'unclear', unclear: 'severalPeople', said: 'yes', memberId: null, referralId: theCase.referralId }]);
  });

  it('… when the person has two open questions, when it is too late, and when the words are not certain', async () => {
    const conference = await aConference('polling');
    const { member: person, invitation } = await anInvited(conference);
    await inTx(async (tx) => {
      await tx.update(Conference, conference.id, { answerBy: '2020-01-01' });
    });
    await reply(person.phone, 'ja');
    await inTx((tx) => tx.update(Conference, conference.id, { answerBy: null }));
    await reply(person.phone, '👍');
    const second = await aConference('confirmed');
    await inTx((tx) => tx.insert(Invitation, { ...invitation, id: tx.newId(), conferenceId: second.id, tokenHash: Buffer.from(person.id) }));
    await reply(person.phone, 'ja');
    expect(given).toEqual([]);
    expect((await inbox()).map((row) => [row.kind, row.unclear])).toEqual([['unclear', 'notOpen'], ['unclear', 'emoji'], ['unclear', 'severalInvitations']]);
    expect((await tasks()).map((task) => task.reason)).toEqual(['notOpen', 'emoji', 'severalInvitations']);
  });

  it('that meet a closing door become a question, and nothing is half written', async () => {
    const conference = await aConference('polling');
    const { member: person } = await anInvited(conference);
    refuse = new AppError('conference-cancelled', 409);
    await reply(person.phone, 'nej');
    expect(await inbox()).toMatchObject([{ kind: 'unclear', unclear: 'notOpen', handledAt: null }]);
    expect((await tasks()).map((task) => task.reason)).toEqual(['notOpen']);
  });

  it('told twice by the operator, and at the same moment, answer once', async () => {
    const conference = await aConference('polling');
    const { member: person } = await anInvited(conference);
    await Promise.all([1, 2, 3, 4, 5].map(() => reply(person.phone, 'ja', 'the-same')));
    await reply(person.phone, 'ja', 'the-same');
    expect(given).toHaveLength(1);
    expect(await inbox()).toHaveLength(1);
  });
});

describe('words', () => {
  it('are the coordinator’s to read, once, also when the operator repeats itself', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await reply(person.phone, 'Jag kan inte stoppa bilen i tid, ring mig', 'once');
    await reply(person.phone, 'Jag kan inte stoppa bilen i tid, ring mig', 'once');
    expect(await tasks()).toEqual([{ kind: 'inboundMessage', reason: null, member_id: person.id }]);
    const view = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
    expect(view.replies).toMatchObject([{ memberId: person.id, text: 'Jag kan inte stoppa bilen i tid, ring mig' }]);
    expect((await member(person.id)).noSms).toBe(false);
  });

  it('of danger are urgent', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await reply(person.phone, 'Han HOTAR mig igen');
    expect(await inbox()).toMatchObject([{ kind: 'text', urgent: true }]);
    expect(await inTx((tx) => tx.query('SELECT urgent FROM task WHERE municipality_id = $1', [municipalityId]))).toEqual([{ urgent: true }]);
  });

  it('of ours, sent back by a phone, are no cry for help; a text of the municipality’s own that is retired is known too', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await inTx((tx) => tx.query(`INSERT INTO message_template (municipality_id, id, kind, language, version, body, state, created_by, created_at, approved_by, approved_at) VALUES ($1, $2, 'autoReply', 'sv', 1, $3, 'retired', $4, $5, $4, $5)`,
      [municipalityId, tx.newId(), 'Hej, det här läses sällan. Farligt? Ring polisen på 112, annars {phone} eller {outOfHours} om det gäller något annat.', theCase.coordinator.userId, tx.now]));
    await reply(person.phone, 'Gillade ”… Ring 112.”');
    await reply(person.phone, 'Gillade ”Hej, det här läses sällan. Farligt? Ring polisen på 112, annars 070-174 06 12 eller 070-174 06 11 om det gäller något annat.”');
    expect(await inbox()).toMatchObject([{ kind: 'unclear', unclear: 'reaction', urgent: false }, { kind: 'unclear', unclear: 'reaction', urgent: false }]);
    await reply(person.phone, 'Ring 112');
    expect((await inbox()).at(-1)).toMatchObject({ kind: 'text', urgent: true });
  });

  it('meant to harm are kept as they came, 2,000 characters of them', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    const hostile = ['\u202Egnp.exe', '<img src=x onerror=alert(1)>', '🧨'.repeat(2500)];
    for (const text of hostile) await reply(person.phone, text);
    expect((await inbox()).map((row) => row.text)).toEqual([hostile[0], hostile[1], '🧨'.repeat(2000)]);
  });

  it('from a number that nobody has are kept, and tied to nothing', async () => {
    await aConference('confirmed');
    await reply('+46701740698', 'Hej');
    expect(await tasks()).toEqual([]);
    expect(await inbox()).toMatchObject([{ kind: 'unknownNumber', referralId: null, memberId: null, conferenceId: null }]);
    expect(await autoReplies()).toEqual([]);
  });
});

describe('the automatic answer', () => {
  it('says that nobody reads, 112 and whom to call in the evening; once a day for a number', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await reply(person.phone, 'Hej, vem är detta?');
    await reply(person.phone, 'Hallå?');
    await send();
    expect(told(person.phone)).toEqual(['Hej! Ingen läser svar hit direkt. Vill du prata? Ring 070-174 06 12. Kvällar och helger: 070-174 06 11. Är det akut? Ring 112.']);
    await pass(1 * DAYS + MINUTES);
    await reply(person.phone, 'Hallå igen');
    await send();
    expect(told(person.phone)).toHaveLength(2);
  });

  it('goes to a number that has had all its texts of the week, and is none of them', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    const move = () => inTx(async (tx) => {
      const { scheduleVersion } = await tx.get(Conference, conference.id);
      await tx.update(Conference, conference.id, { scheduleVersion: scheduleVersion + 1 });
      return planConferenceMessages(tx, conference.id, 'timeMoved');
    });
    await reply(person.phone, 'Vem är detta?');
    await send();
    for (let i = 0; i < 3; i++) {
      await move();
      await pass(11 * SECONDS);
      await pipeline.dispatchFromPostgres();
    }
    expect(told(person.phone)).toHaveLength(4);
    await pass(1 * DAYS + MINUTES);
    await reply(person.phone, 'Jag är rädd');
    await send();
    expect(told(person.phone)).toHaveLength(5);
    expect(told(person.phone).at(-1)).toContain('112');
    expect((await everyMessage()).filter((message) => message.reason === 'capReached')).toEqual([]);
  });

  it('goes to nobody who has said stop, is protected, has not agreed, or is reached another way', async () => {
    const conference = await aConference('confirmed');
    const stopped = await anInvited(conference, { noSms: true });
    const byMail = await anInvited(conference, { channel: 'letter' });
    const withdrawn = await anInvited(conference);
    await inTx((tx) => tx.update(Consent, withdrawn.member.consentId!, { withdrawnAt: tx.now }));
    const watched = await anInvited(conference, { delegateId: (await inTx((tx) => aMember(tx, theCase.referralId))).id });
    for (const { member: person } of [stopped, byMail, withdrawn, watched]) await reply(person.phone, 'Hej');
    expect(await autoReplies()).toEqual([]);
    expect(await inbox()).toHaveLength(4);
  });

  it('stops when the person says stop before it has gone', async () => {
    const conference = await aConference('confirmed');
    const { member: person } = await anInvited(conference);
    await reply(person.phone, 'Hej');
    await reply(person.phone, 'Stopp');
    await send();
    expect(told(person.phone)).toEqual([]);
  });

  it('names nobody on a phone of two', async () => {
    const conference = await aConference('confirmed');
    const one = await anInvited(conference, { sharedPhone: true, initialsAllowed: true });
    await anInvited(conference, { sharedPhone: true, initialsAllowed: true, phone: one.member.phone });
    await reply(one.member.phone, 'Hej');
    await send();
    expect(told(one.member.phone)).toEqual([expect.stringMatching(/^Hej! Ingen läser/)]);
  });
});
