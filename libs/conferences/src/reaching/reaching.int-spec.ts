import { hashToken, letterCode, letterCodeHash, linkToken } from '@radslag/access';
import { CallScript } from '@radslag/contracts';
import { Conference, Invitation, NetworkMember, Task, type Tx } from '@radslag/db';
import { inviteMessage } from '@radslag/outreach';
import { env } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { MarkLetterSent, ReadCall, RecordCall, WriteLetter } from '.';

jest.mock('@radslag/platform', () => {
  const real = jest.requireActual('@radslag/platform');
  return { ...real, env: () => ({ keys: { link: Buffer.alloc(32, 9) }, family: { url: 'https://svar.example' } }) };
});

describe('reaching somebody by hand', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
  });
  // A Thursday, eleven in the morning.
  beforeEach(() => test.moveClockTo(new Date('2026-11-26T10:00:00Z')));
  afterAll(() => test.close());

  const invited = async (facts: Partial<NetworkMember> & { consented?: boolean } = {}, state: 'polling' | 'confirmed' | 'held' = 'polling') => {
    const { id } = await test.aMunicipality();
    const fixture = await anActiveCase(test.db, id);
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    const made = await see(async (tx) => {
      const member = await aMember(tx, fixture.referralId, { channel: 'letter', postalAddress: 'Storgatan 1\n123 45 Alnäs', phone: null, ...facts });
      const set = state === 'polling' ? {} : { startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00' };
      const conference = await tx.insert(Conference, { referralId: fixture.referralId, state, answerBy: '2026-12-01', createdAt: tx.now, ...set });
      const invitationId = tx.newId();
      const stored = await tx.insert(Invitation, {
        id: invitationId, conferenceId: conference.id, memberId: member.id, consentId: member.consentId ?? tx.newId(), state: 'notSent', tokenHash: hashToken(linkToken(env().keys.link, invitationId, 0)), expiresAt: new Date('2027-01-20T00:00:00Z'), createdAt: tx.now,
      });
      const invitation = await tx.get(Invitation, stored.id);
      return { member, conference, invitation };
    });
    return { ...fixture, ...made, see, municipalityId: id };
  };
  /** As time does it: until when a consent holds is nothing that the application may change afterwards. */
  const ranOut = async (municipalityId: string, memberId: string) => {
    await test.asOwner(`SELECT set_config('app.municipality', $1, false)`, [municipalityId]);
    await test.asOwner(`UPDATE consent SET valid_until = '2026-11-25' WHERE member_id = $1`, [memberId]);
  };

  it('asks for a letter, and says what about, for somebody who has chosen letters', async () => {
    const at = await invited();
    await at.see(async (tx) => inviteMessage(tx, { conference: await tx.get(Conference, at.conference.id), invitation: at.invitation, member: at.member }));
    expect(await at.see((tx) => tx.find(Task, { memberId: at.member.id }))).toMatchObject([{ kind: 'sendLetter', reason: 'invitation' }]);
  });

  it('makes the same letter each time it is asked for, keeps only a hash of its code, and logs it', async () => {
    const at = await invited();
    const write = new WriteLetter(test.db);
    const first = await write.execute(at.coordinator, at.member.id);
    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    await write.execute(at.coordinator, at.member.id);
    const { letterCodeHash: kept } = await at.see((tx) => tx.get(Invitation, at.invitation.id));
    expect(kept).toEqual(letterCodeHash(env().keys.link, letterCode(env().keys.link, at.invitation.id, 0)));
    expect(await at.see((tx) => tx.query(`SELECT action FROM audit_entry WHERE entity_id = $1`, [at.member.id]))).toEqual([{ action: 'letter.write' }, { action: 'letter.write' }]);
  });

  it('makes none without an address, a consent, an invitation, or something left to say', async () => {
    const write = new WriteLetter(test.db);
    const without = await invited({ postalAddress: null });
    await expect(write.execute(without.coordinator, without.member.id)).rejects.toMatchObject({ code: 'no-postal-address' });
    const held = await invited({}, 'held');
    await expect(write.execute(held.coordinator, held.member.id)).rejects.toMatchObject({ code: 'letter-after-held' });
    const at = await invited();
    await at.see((tx) => tx.query('UPDATE invitation SET revoked_at = now() WHERE id = $1', [at.invitation.id]));
    await expect(write.execute(at.coordinator, at.member.id)).rejects.toMatchObject({ code: 'not-invited' });
    await at.see((tx) => tx.query('UPDATE consent SET withdrawn_at = app_now() WHERE member_id = $1', [at.member.id]));
    await expect(write.execute(at.coordinator, at.member.id)).rejects.toMatchObject({ code: 'consentWithdrawn' });
    await expect(write.execute(held.coordinator, at.member.id)).rejects.toMatchObject({ status: 404 });
  });

  it('counts a person as asked when the letter is in the post', async () => {
    const at = await invited();
    await at.see((tx) => tx.insert(Task, { referralId: at.referralId, conferenceId: at.conference.id, memberId: at.member.id, kind: 'sendLetter', reason: 'invitation', createdAt: tx.now }));
    const sent = new MarkLetterSent(test.db);
    expect(await sent.execute(at.coordinator, at.member.id)).toMatchObject({ state: 'sent', sentAt: expect.any(String) });
    expect(await at.see((tx) => tx.find(Task, { memberId: at.member.id }))).toMatchObject([{ doneAt: expect.any(Date), doneBy: at.coordinator.userId }]);
  });

  it('says before a call what is allowed: whom to ask for, the word, the voicemail, the hours', async () => {
    const at = await invited({ channel: 'phone', phone: '+46701740620', agreedWord: 'Blåsippa', hoursFrom: '12:00', hoursTo: '15:00' });
    await at.see((tx) => tx.insert(Task, { referralId: at.referralId, conferenceId: at.conference.id, memberId: at.member.id, kind: 'callMember', reason: 'notAnswered', createdAt: tx.now }));
    const script = CallScript.parse(await new ReadCall(test.db).execute(at.coordinator, at.member.id));
    expect(script).toMatchObject({ phone: '+46701740620', goBetween: null, agreedWord: 'Blåsippa', voicemailAllowed: false, goodTime: false, reasons: ['notAnswered'], tries: 0, conference: { state: 'polling', mayAnswer: true } });
  });

  it.each<[string, Partial<NetworkMember>, string]>([
    ['the child has not agreed to', { state: 'suggested' }, 'notAgreed'],
    ['no longer agrees to be contacted', {}, 'noConsent'],
    ['is not to be contacted yet', { notBefore: '2026-11-27' }, 'embargoed'],
    ['does not want to be called', { noCalls: true }, 'noCalls'],
    ['is protected', { protected: true, phone: null, postalAddress: null, channel: 'staffOnly' }, 'personProtected'],
  ])('gives no number of somebody who %s, says why, and takes down no call', async (_who, facts, refusal) => {
    const at = await invited({ channel: 'phone', phone: '+46701740620', ...facts });
    if (refusal === 'noConsent') await ranOut(at.municipalityId, at.member.id);
    await at.see((tx) => tx.insert(Task, { referralId: at.referralId, conferenceId: at.conference.id, memberId: at.member.id, kind: 'callMember', reason: 'notAnswered', createdAt: tx.now }));
    const script = CallScript.parse(await new ReadCall(test.db).execute(at.coordinator, at.member.id));
    expect(script).toMatchObject({ refusal, phone: null, goodTime: false });
    expect(JSON.stringify(script)).not.toContain('46701740620');
    for (const outcome of ['spoke', 'noAnswer'] as const) await expect(new RecordCall(test.db).execute(at.coordinator, at.member.id, { outcome })).rejects.toMatchObject({ code: refusal });
    expect(await at.see((tx) => tx.find(Task, { memberId: at.member.id }))).toMatchObject([{ doneAt: null, dueAt: null }]);
    // The same gate stands before the letter; who only minds the phone may be written to.
    const letter = new WriteLetter(test.db).execute(at.coordinator, at.member.id);
    if (refusal === 'noCalls') expect((await letter).subarray(0, 5).toString()).toBe('%PDF-');
    else await expect(letter).rejects.toMatchObject({ code: refusal });
    if (refusal !== 'noCalls') await expect(new MarkLetterSent(test.db).execute(at.coordinator, at.member.id)).rejects.toMatchObject({ code: refusal });
  });

  it('waits for their hours, and takes down a call that was made all the same', async () => {
    const at = await invited({ channel: 'phone', phone: '+46701740620', hoursFrom: '12:00', hoursTo: '15:00' });
    expect(await new ReadCall(test.db).execute(at.coordinator, at.member.id)).toMatchObject({ refusal: 'outsideHours', phone: '+46701740620', goodTime: false });
    expect(await new RecordCall(test.db).execute(at.coordinator, at.member.id, { outcome: 'spoke' })).toMatchObject({ tries: 0 });
  });

  it('names the go-between’s number, never the person’s own', async () => {
    const at = await invited({ channel: 'phone', phone: '+46701740620' });
    const between = await at.see((tx) => aMember(tx, at.referralId, { phone: '+46701740630' }));
    await at.see((tx) => tx.update(NetworkMember, at.member.id, { delegateId: between.id }));
    expect(await new ReadCall(test.db).execute(at.coordinator, at.member.id)).toMatchObject({ phone: '+46701740630', goBetween: `${between.givenName} ${between.familyName}` });
  });

  it('brings a call that nobody answered back at a decent hour of the next day, and ends it when they were spoken to', async () => {
    const at = await invited({ channel: 'phone', phone: '+46701740620', hoursFrom: '12:00', hoursTo: '15:00' });
    await at.see((tx) => tx.insert(Task, { referralId: at.referralId, conferenceId: at.conference.id, memberId: at.member.id, kind: 'callMember', reason: 'notAnswered', createdAt: tx.now }));
    const record = new RecordCall(test.db);
    expect(await record.execute(at.coordinator, at.member.id, { outcome: 'noAnswer' })).toMatchObject({ tries: 1 });
    // 11 o'clock the next day is before their hours: noon, Swedish time.
    expect(await at.see((tx) => tx.find(Task, { memberId: at.member.id }))).toMatchObject([{ doneAt: null, dueAt: new Date('2026-11-27T11:00:00Z') }]);
    await test.moveClockTo(new Date('2026-11-27T11:05:00Z'));
    expect(await new ReadCall(test.db).execute(at.coordinator, at.member.id)).toMatchObject({ tries: 1, goodTime: true });
    expect(await record.execute(at.coordinator, at.member.id, { outcome: 'spoke' })).toMatchObject({ tries: 0, reasons: [] });
    expect(await at.see((tx) => tx.find(Task, { memberId: at.member.id }))).toMatchObject([{ doneAt: expect.any(Date) }]);
  });
});
