import { Member, MemberInput, NetworkView } from '@radslag/contracts';
import { Conference, Consent, Invitation, Message, NetworkMember, Task, type Tx } from '@radslag/db';
import { aMember, anActiveCase, aStaffMember, fictionPhone, testDatabase, type TestDatabase } from '@radslag/testing';
import { AddMember, AddTie, ChangeMember, MoveMember, ReadNetwork, RecordConsent, RemoveMember, RemoveTie, WithdrawConsent } from '.';

const person = (facts: Partial<MemberInput> = {}): MemberInput =>
  MemberInput.parse({ givenName: 'Nora', familyName: 'Persson', relation: 'moster', side: 'mother', ring: 'middle', phone: '070-174 06 20', ...facts });

describe('the network', () => {
  let test: TestDatabase;
  let use: { read: ReadNetwork; add: AddMember; change: ChangeMember; move: MoveMember; remove: RemoveMember; record: RecordConsent; withdraw: WithdrawConsent; tie: AddTie; untie: RemoveTie };
  beforeAll(async () => {
    test = await testDatabase();
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
    const { db } = test;
    use = {
      read: new ReadNetwork(db), add: new AddMember(db), change: new ChangeMember(db), move: new MoveMember(db), remove: new RemoveMember(db),
      record: new RecordConsent(db), withdraw: new WithdrawConsent(db), tie: new AddTie(db), untie: new RemoveTie(db),
    };
  });
  afterAll(() => test.close());

  const aCase = async () => {
    const { id } = await test.aMunicipality();
    const fixture = await anActiveCase(test.db, id);
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    return { id, see, ...fixture };
  };

  /** Somebody who has been invited and has one reminder planned. */
  const anInvited = async (at: Awaited<ReturnType<typeof aCase>>) =>
    at.see(async (tx) => {
      const member = await aMember(tx, at.referralId);
      const conference = await tx.insert(Conference, { referralId: at.referralId, state: 'confirmed', startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', createdAt: tx.now });
      const consentId = member.consentId!;
      const invitation = await tx.insert(Invitation, {
        conferenceId: conference.id, memberId: member.id, consentId, state: 'sent', tokenHash: Buffer.from(member.id), expiresAt: new Date('2026-12-20T00:00:00Z'), createdAt: tx.now,
      });
      const message = await tx.insert(Message, {
        referralId: at.referralId, conferenceId: conference.id, memberId: member.id, invitationId: invitation.id, consentId, kind: 'reminderWeek', scheduleVersion: 1, channel: 'sms', state: 'planned',
        idempotencyKey: invitation.id, dueAt: new Date('2026-12-03T09:00:00Z'), notAfter: new Date('2026-12-04T09:00:00Z'), createdAt: tx.now,
      });
      await tx.insert(Task, { referralId: at.referralId, memberId: member.id, kind: 'callMember', createdAt: tx.now });
      return { member, invitation, message, consentId, conferenceId: conference.id };
    });

  it('takes a Swedish mobile as people type it and keeps it in one form', async () => {
    const { coordinator, referralId } = await aCase();
    const added = await use.add.execute(coordinator, referralId, person({ phone: '070 174 06-20' }));
    expect(Member.parse(added)).toMatchObject({ phone: '+46701740620', state: 'suggested', shortName: 'Nora P.', contactRefusal: 'notAgreed', sharedPhone: false });
    expect(await use.add.execute(coordinator, referralId, person({ phone: '0046701740621' }))).toMatchObject({ phone: '+46701740621' });
  });

  it('sends no SMS to a landline, and takes it for a call', async () => {
    const { coordinator, referralId } = await aCase();
    // 08-465 004 04 is kept for fiction.
    await expect(use.add.execute(coordinator, referralId, person({ phone: '08-465 004 04' }))).rejects.toMatchObject({ code: 'not-a-mobile-number' });
    expect(await use.add.execute(coordinator, referralId, person({ phone: '08-465 004 04', channel: 'phone' }))).toMatchObject({ phone: '+46846500404' });
    for (const phone of ['12345', 'ring mig', '070-174 06 20 ankn 3']) {
      await expect(use.add.execute(coordinator, referralId, person({ phone }))).rejects.toMatchObject({ code: 'not-a-phone-number' });
    }
  });

  it('notices that two people share a phone, and lets them', async () => {
    const { coordinator, referralId } = await aCase();
    const first = await use.add.execute(coordinator, referralId, person());
    const second = await use.add.execute(coordinator, referralId, person({ givenName: 'Eva' }));
    expect(second.sharedPhone).toBe(true);
    const { members } = await use.read.execute(coordinator, referralId);
    expect(members.find((member) => member.id === first.id)).toMatchObject({ sharedPhone: true, version: 1 });
  });

  it('keeps no number of a protected person, and stops what was on its way', async () => {
    const at = await aCase();
    await expect(use.add.execute(at.coordinator, at.referralId, person({ protected: true }))).rejects.toMatchObject({ code: 'protected-has-no-number' });
    const { member, invitation, message } = await anInvited(at);
    const changed = await use.change.execute(at.coordinator, member.id, 1, person({ protected: true, phone: null }));
    expect(changed).toMatchObject({ protected: true, phone: null, channel: 'staffOnly', contactRefusal: 'personProtected', version: 2 });
    expect(await at.see((tx) => tx.query('SELECT phone, phone_index FROM network_member WHERE id = $1', [member.id]))).toEqual([{ phone: null, phone_index: null }]);
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'suppressed', reason: 'personProtected' });
    // Staff can still write down an answer; the link is dead.
    expect(await at.see((tx) => tx.get(Invitation, invitation.id))).toMatchObject({ state: 'sent', revokedAt: expect.any(Date) });
  });

  it.each([
    [{ noSms: true }, 'noSms', 'findOtherWay'],
    [{ channel: 'letter' as const }, 'noSms', 'sendLetter'],
    [{ channel: 'phone' as const, otherChannels: ['sms' as const] }, 'noSms', 'callMember'],
    [{ phone: null }, 'noNumber', 'findOtherWay'],
    [{ channel: 'email' as const }, 'noEmail', 'findOtherWay'],
  ])('stops what was planned when no machine can write any more, and asks a person: %j', async (facts, reason, kind) => {
    const at = await aCase();
    const { member, message, conferenceId } = await anInvited(at);
    await use.change.execute(at.coordinator, member.id, 1, person(facts));
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'suppressed', reason });
    expect(await at.see((tx) => tx.find(Task, { memberId: member.id, conferenceId }))).toMatchObject([{ kind, reason: kind === 'sendLetter' ? 'reminderWeek' : reason, doneAt: null }]);
  });

  it('takes what is planned along to the channel that a person would rather have', async () => {
    const at = await aCase();
    await test.asOwner(`UPDATE municipality SET email_from = 'svar@alnas.example' WHERE id = $1`, [at.id]);
    const { member, message } = await anInvited(at);
    const byEmail = await use.change.execute(at.coordinator, member.id, 1, person({ channel: 'email', otherChannels: ['sms'], email: 'nora@post.example' }));
    expect(byEmail).toMatchObject({ channel: 'email', otherChannels: ['sms'], email: 'nora@post.example', contactRefusal: null });
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'planned', channel: 'email' });
    await use.change.execute(at.coordinator, member.id, 2, person({ noSms: false }));
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'planned', channel: 'sms' });
  });

  it('plans again what had stopped when a way opens, and asks nobody to call for that any more', async () => {
    const at = await aCase();
    const { member, conferenceId } = await anInvited(at);
    await use.change.execute(at.coordinator, member.id, 1, person({ phone: null }));
    await use.change.execute(at.coordinator, member.id, 2, person({ phone: '070-174 06 20' }));
    const planned = await at.see((tx) => tx.find(Message, { memberId: member.id, state: 'planned' }, { order: { dueAt: 'ASC' } }));
    expect(planned.map((one) => one.kind)).toEqual(['timeSet', 'reminderWeek', 'reminderDay', 'reminderHours']);
    expect(await at.see((tx) => tx.find(Task, { memberId: member.id, conferenceId }))).toMatchObject([{ kind: 'findOtherWay', doneAt: expect.any(Date) }]);
  });

  it('keeps how somebody wants to be reached, and shows what worked last', async () => {
    const at = await aCase();
    const { member } = await anInvited(at);
    await at.see((tx) => tx.update(NetworkMember, member.id, { lastReachedBy: 'sms' }));
    const wanted = {
      otherChannels: ['letter' as const, 'phone' as const], postalAddress: 'Storgatan 1\n123 45 Alnäs', hours: { from: '10:00', to: '15:00' }, notBefore: '2026-12-01',
      sharedPhone: true, initialsAllowed: true, alias: 'Kaptenen', voicemailAllowed: true, agreedWord: 'Blåsippa',
    };
    expect(await use.change.execute(at.coordinator, member.id, member.version, person(wanted))).toMatchObject({ ...wanted, lastReachedBy: 'sms' });
  });

  it.each([
    ['protected-has-no-contact', { protected: true, phone: null, email: 'nora@post.example' }],
    ['channel-twice', { otherChannels: ['sms' as const] }],
    ['own-hours-outside', { hours: { from: '20:30', to: '22:00' } }],
    ['word-not-neutral', { agreedWord: 'Ella' }],
    ['alias-not-neutral', { alias: 'Nora' }],
    ['not-a-mobile-number', { channel: 'phone' as const, otherChannels: ['sms' as const], phone: '08-465 004 04' }],
  ])('refuses %s', async (code, facts) => {
    const { coordinator, referralId } = await aCase();
    await expect(use.add.execute(coordinator, referralId, person(facts))).rejects.toMatchObject({ code });
  });

  it('lets somebody who has said yes take messages for another, never through two', async () => {
    const at = await aCase();
    const { member, message } = await anInvited(at);
    const [between, silent] = await at.see(async (tx) => [await aMember(tx, at.referralId), await aMember(tx, at.referralId, { consented: false })]);
    const via = (delegateId: string, version: number, facts: Partial<MemberInput> = {}) => use.change.execute(at.coordinator, member.id, version, person({ phone: null, delegateId, ...facts }));
    await expect(via(silent!.id, 1)).rejects.toMatchObject({ code: 'delegate-no-consent' });
    await expect(via(member.id, 1)).rejects.toMatchObject({ code: 'delegate-unknown' });
    expect(await via(between!.id, 1)).toMatchObject({ delegateId: between!.id, contactRefusal: null });
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'planned', channel: 'sms' });
    await expect(use.change.execute(at.coordinator, between!.id, 1, person({ delegateId: silent!.id }))).rejects.toMatchObject({ code: 'delegate-chain' });
    // Without their go-between nobody is written to on their own number, which they may have chosen away.
    await use.remove.execute(at.coordinator, between!.id);
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'suppressed', reason: 'noNumber' });
  });

  it('leaves what is planned alone when only a name is mended', async () => {
    const at = await aCase();
    const { member, message } = await anInvited(at);
    await use.change.execute(at.coordinator, member.id, 1, person({ familyName: 'Pettersson', phone: member.phone }));
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'planned' });
  });

  it('refuses a change of a version that somebody else has changed', async () => {
    const { coordinator, referralId } = await aCase();
    const { id } = await use.add.execute(coordinator, referralId, person());
    await use.change.execute(coordinator, id, 1, person({ relation: 'faster' }));
    await expect(use.change.execute(coordinator, id, 1, person({ relation: 'granne' }))).rejects.toMatchObject({ status: 412 });
    expect((await use.read.execute(coordinator, referralId)).members).toMatchObject([{ relation: 'faster', version: 2 }]);
  });

  it('is agreed by the focal person before anybody is prepared', async () => {
    const { coordinator, referralId } = await aCase();
    const { id } = await use.add.execute(coordinator, referralId, person());
    await expect(use.move.execute(coordinator, id, 'prepare')).rejects.toMatchObject({ status: 409, params: { from: 'suggested', event: 'prepare' } });
    expect(await use.move.execute(coordinator, id, 'agree')).toMatchObject({ state: 'agreed', agreedAt: expect.any(String), allowed: expect.arrayContaining(['contact', 'prepare']) });
    await use.move.execute(coordinator, id, 'contact');
    expect(await use.move.execute(coordinator, id, 'prepare')).toMatchObject({ state: 'prepared', preparedAt: expect.any(String) });
  });

  it('records consent person by person, never ahead of time', async () => {
    const { coordinator, referralId } = await aCase();
    const { id } = await use.add.execute(coordinator, referralId, person());
    expect(await use.move.execute(coordinator, id, 'agree')).toMatchObject({ contactRefusal: 'noConsent', callRefusal: 'noConsent', letterRefusal: 'noConsent' });
    const consent = { purpose: 'contact', form: 'oral', givenOn: '2026-11-26', validUntil: null } as const;
    await expect(use.record.execute(coordinator, id, { ...consent, givenOn: '2026-11-27' })).rejects.toMatchObject({ code: 'date-in-future' });
    await expect(use.record.execute(coordinator, id, { ...consent, validUntil: '2026-11-25' })).rejects.toMatchObject({ code: 'date-in-past' });
    expect(await use.record.execute(coordinator, id, consent)).toMatchObject({ contactRefusal: null, consents: [{ purpose: 'contact', recordedBy: 'Sanna Lind', withdrawnAt: null }] });
  });

  it('stops everything unsent in the same breath as a consent is withdrawn', async () => {
    const at = await aCase();
    const { member, message, consentId } = await anInvited(at);
    // Given twice: a no is a no to both.
    await use.record.execute(at.coordinator, member.id, { purpose: 'contact', form: 'written', givenOn: '2026-11-20', validUntil: null });
    const after = await use.withdraw.execute(at.coordinator, consentId);
    expect(after.contactRefusal).toBe('consentWithdrawn');
    expect(after.consents.map((consent) => consent.withdrawnAt)).toEqual([expect.any(String), expect.any(String)]);
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'suppressed', reason: 'consentWithdrawn' });
  });

  it('lets no message through that is being planned while the consent is withdrawn', async () => {
    const at = await aCase();
    const { member, message, consentId } = await anInvited(at);
    const again = (tx: Tx) =>
      tx.insert(Message, { ...message, id: tx.newId(), idempotencyKey: tx.newId(), state: 'planned' as const });
    const planning = at.see(async (tx) => {
      await again(tx);
      await tx.query('SELECT pg_sleep(0.2)');
    });
    await Promise.allSettled([planning, use.withdraw.execute(at.coordinator, consentId)]);
    const alive = await at.see((tx) => tx.find(Message, { memberId: member.id, state: 'planned' }));
    expect(alive).toEqual([]);
    await expect(at.see(again)).rejects.toMatchObject({ constraint: 'contact_consent_required' });
  });

  it('leaves messages alone when it is another consent that is withdrawn', async () => {
    const at = await aCase();
    const { member, message } = await anInvited(at);
    const { consents } = await use.record.execute(at.coordinator, member.id, { purpose: 'shareFacts', form: 'oral', givenOn: '2026-11-20', validUntil: null });
    await use.withdraw.execute(at.coordinator, consents.find((consent) => consent.purpose === 'shareFacts')!.id);
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'planned' });
  });

  it('takes a person out with their messages, their link and the calls to them; the row stays', async () => {
    const at = await aCase();
    const { member, message, invitation } = await anInvited(at);
    await use.remove.execute(at.coordinator, member.id);
    expect((await use.read.execute(at.coordinator, at.referralId)).members).toEqual([]);
    expect(await at.see((tx) => tx.get(Message, message.id))).toMatchObject({ state: 'suppressed', reason: 'personRemoved' });
    expect(await at.see((tx) => tx.get(Invitation, invitation.id))).toMatchObject({ state: 'revoked', revokedAt: expect.any(Date) });
    expect(await at.see((tx) => tx.find(Task, { memberId: member.id }))).toMatchObject([{ doneAt: expect.any(Date) }]);
    expect(await at.see((tx) => tx.get(NetworkMember, member.id))).toMatchObject({ removedAt: expect.any(Date) });
    await expect(use.change.execute(at.coordinator, member.id, 1, person())).rejects.toMatchObject({ status: 404 });
  });

  it('draws relations between people of the same case', async () => {
    const at = await aCase();
    const other = await anActiveCase(test.db, at.id);
    const a = await use.add.execute(at.coordinator, at.referralId, person());
    const b = await use.add.execute(at.coordinator, at.referralId, person({ givenName: 'Eva', phone: fictionPhone(30) }));
    const stranger = await use.add.execute(other.coordinator, other.referralId, person());
    const tie = { kind: 'strained', until: null, boundMemberId: null } as const;
    const drawn = await use.tie.execute(at.coordinator, at.referralId, { ...tie, fromMemberId: a.id, toMemberId: b.id });
    await use.tie.execute(at.coordinator, at.referralId, { kind: 'contactBan', fromMemberId: null, toMemberId: a.id, until: '2027-03-01', boundMemberId: null });
    await expect(use.tie.execute(at.coordinator, at.referralId, { ...tie, fromMemberId: a.id, toMemberId: a.id })).rejects.toMatchObject({ code: 'tie-to-self' });
    await expect(use.tie.execute(at.coordinator, at.referralId, { ...tie, fromMemberId: a.id, toMemberId: stranger.id })).rejects.toMatchObject({ status: 404 });
    await use.untie.execute(at.coordinator, drawn.id);
    expect((await use.read.execute(at.coordinator, at.referralId)).ties).toMatchObject([{ kind: 'contactBan', fromMemberId: null, until: '2027-03-01' }]);
  });

  it('shows notes and needs from the preparation to the coordinator only', async () => {
    const { coordinator, socialWorker, manager, referralId } = await aCase();
    await use.add.execute(coordinator, referralId, person({ note: 'Är rädd för farbror.', needs: [{ need: 'interpreter', detail: 'somaliska' }] }));
    const seen = async (staff: typeof coordinator) => NetworkView.parse(await use.read.execute(staff, referralId));
    expect((await seen(coordinator)).members).toMatchObject([{ note: 'Är rädd för farbror.', needs: [{ need: 'interpreter', detail: 'somaliska' }] }]);
    for (const staff of [socialWorker, manager]) {
      expect(await seen(staff)).toMatchObject({ editable: false, members: [{ note: '', needs: [], allowed: [] }] });
    }
  });

  it('asks for the side of the family that nobody has named yet', async () => {
    const { coordinator, referralId } = await aCase();
    await use.add.execute(coordinator, referralId, person({ guardian: true, supportPerson: true }));
    await use.add.execute(coordinator, referralId, person({ givenName: 'Eva' }));
    expect((await use.read.execute(coordinator, referralId)).missing).toEqual([{ code: 'fewOnFathersSide' }, { code: 'noFriends' }]);
  });

  it('is not written before the coordinator has answered about conflicts, nor after the case is closed', async () => {
    const at = await aCase();
    for (const state of ['allocated', 'closed']) {
      await at.see((tx) => tx.query('UPDATE referral SET state = $2 WHERE id = $1', [at.referralId, state]));
      await expect(use.add.execute(at.coordinator, at.referralId, person())).rejects.toMatchObject({ code: 'referral-not-active' });
      expect(await use.read.execute(at.coordinator, at.referralId)).toMatchObject({ editable: false });
    }
  });

  it('does not exist for another municipality, nor for the coordinator of another case', async () => {
    const at = await aCase();
    const colleague = await aStaffMember(test.db, at.id, 'coordinator');
    const elsewhere = await aCase();
    const { member, consentId } = await anInvited(at);
    for (const staff of [colleague, elsewhere.coordinator, elsewhere.manager]) {
      for (const attempt of [
        () => use.read.execute(staff, at.referralId),
        () => use.add.execute(staff, at.referralId, person()),
        () => use.change.execute(staff, member.id, 1, person()),
        () => use.move.execute(staff, member.id, 'prepare'),
        () => use.remove.execute(staff, member.id),
        () => use.withdraw.execute(staff, consentId),
      ]) {
        await expect(attempt()).rejects.toMatchObject({ status: 404 });
      }
    }
    expect(await at.see((tx) => tx.get(Consent, consentId))).toMatchObject({ withdrawnAt: null });
  });

  it('cannot be asked for without saying whose it is', async () => {
    await expect(test.db.withoutTenant('SELECT * FROM network_member')).rejects.toThrow();
  });

  it('leaves a line in the log for each read and each write', async () => {
    const { coordinator, referralId, see } = await aCase();
    const { id } = await use.add.execute(coordinator, referralId, person());
    await use.read.execute(coordinator, referralId);
    await use.remove.execute(coordinator, id);
    const lines = await see((tx) => tx.query('SELECT action, entity, actor_id FROM audit_entry WHERE referral_id = $1 ORDER BY seq', [referralId]));
    expect(lines).toEqual([
      { action: 'member.add', entity: 'network_member', actor_id: coordinator.userId },
      { action: 'network.read', entity: 'referral', actor_id: coordinator.userId },
      { action: 'member.remove', entity: 'network_member', actor_id: coordinator.userId },
    ]);
  });
});
