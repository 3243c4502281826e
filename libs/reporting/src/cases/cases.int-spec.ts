import type { StaffAccess } from '@radslag/access';
import { CaseView, routes } from '@radslag/contracts';
import { BottomLine, Conference, Consent, FamilyPlan, FocalPerson, Invitation, Message, NetworkMember, OfferedResource, PlanAction, ProposedTime, Referral, type Tx } from '@radslag/db';
import { aMember, anActiveCase, aStaffMember, testDatabase, type TestDatabase } from '@radslag/testing';
import { ListCases, ReadCase } from '.';
import { gatherCaseFacts } from './case-facts';

describe('cases as they are read', () => {
  let test: TestDatabase;
  let read: ReadCase;
  let list: ListCases;
  beforeAll(async () => {
    test = await testDatabase();
    await test.moveClockTo(new Date('2026-11-26T08:00:00Z'));
    read = new ReadCase(test.db);
    list = new ListCases(test.db);
  });
  afterAll(() => test.close());

  const aCase = async (municipalityId?: string) => {
    const id = municipalityId ?? (await test.aMunicipality()).id;
    const fixture = await anActiveCase(test.db, id);
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    const facts = async () => (await see((tx) => gatherCaseFacts(tx, [fixture.referralId]))).get(fixture.referralId)!;
    const view = async (staff: StaffAccess = fixture.coordinator) => CaseView.parse(await read.execute(staff, fixture.referralId));
    return { id, see, facts, view, ...fixture };
  };

  it('answers what its contract says, with the focal person by name inside and by initials in lists', async () => {
    const at = await aCase();
    const seen = await at.view();
    expect(seen).toMatchObject({
      initials: 'E.A.', state: 'active', conferenceState: null, planState: null, currentStep: 'consent', version: 1,
      coordinator: { name: 'Sanna Lind' }, socialWorker: { name: 'Jonas Holm' },
      focalPersons: [{ givenName: 'Ella', familyName: 'Alm', age: 9 }],
      health: { state: 'onTrack', reason: null }, blockers: [],
    });
    expect(seen.steps.map((step) => `${step.key} ${step.shape}`)).toEqual([
      'referral full', 'consent none', 'network none', 'preparation none', 'invitation none', 'conference none', 'plan none',
    ]);
    expect(seen.next).toMatchObject({ code: 'recordConsents', params: { by: 'coordinator', step: 'consent' } });
    const { cases } = routes.listCases.response.parse(await list.execute(at.coordinator, { scope: 'mine', limit: 50 }));
    expect(JSON.stringify(cases)).not.toContain('Ella');
  });

  it('counts clocks from the day in Sweden that it was handed in, and lets a promised day go before them', async () => {
    const at = await aCase();
    // 2026-11-26 + 42 days = 2027-01-07; two working days from Thursday 26 November = Monday 30.
    expect((await at.view()).deadlines).toEqual(
      expect.arrayContaining([
        { code: 'acknowledge', due: '2026-11-30', done: true, fromLaw: false },
        { code: 'conference', due: '2027-01-07', done: false, fromLaw: false },
      ]),
    );
    await at.see((tx) => tx.update(Referral, at.referralId, { holdBy: '2026-12-20' }));
    expect((await at.facts()).deadlines.conference).toBe('2026-12-20');
  });

  it('needs the consent of guardians, and of a focal person from fifteen', async () => {
    const at = await aCase();
    expect((await at.facts()).consent).toEqual({ needed: 1, given: 0, completedOn: null });
    const guardian = await at.see(async (tx) => {
      const [ella] = await tx.find(FocalPerson, { referralId: at.referralId });
      const older = await tx.insert(FocalPerson, { referralId: at.referralId, position: 2, givenName: 'Isak', familyName: 'Alm', birthDate: '2011-11-26', protected: false });
      await aMember(tx, at.referralId, { focalPersonId: ella!.id, consented: false });
      await aMember(tx, at.referralId, { focalPersonId: older.id, consented: false });
      return aMember(tx, at.referralId, { guardian: true });
    });
    // Isak is fifteen today, Ella is nine: Isak and the guardian.
    expect((await at.facts()).consent).toMatchObject({ needed: 2, given: 0 });
    await at.see((tx) => tx.insert(Consent, { referralId: at.referralId, memberId: guardian.id, purpose: 'participate', form: 'oral', givenOn: '2026-11-20', recordedBy: at.coordinator.userId, recordedAt: tx.now }));
    expect((await at.facts()).consent).toMatchObject({ needed: 2, given: 1 });
  });

  it('counts the people around the child, not the child, nor those who were taken out', async () => {
    const at = await aCase();
    await at.see(async (tx) => {
      const [ella] = await tx.find(FocalPerson, { referralId: at.referralId });
      await aMember(tx, at.referralId, { focalPersonId: ella!.id });
      await aMember(tx, at.referralId, { state: 'suggested', consented: false });
      await aMember(tx, at.referralId, { state: 'prepared' });
      const gone = await aMember(tx, at.referralId);
      await tx.update(NetworkMember, gone.id, { removedAt: tx.now });
    });
    expect((await at.facts()).network).toMatchObject({ suggested: 1, agreed: 0, contacted: 0, prepared: 1, withoutContact: 1 });
  });

  it('knows how far the poll has come and whom nothing has reached', async () => {
    const at = await aCase();
    await at.see(async (tx) => {
      const cancelled = { referralId: at.referralId, state: 'cancelled' as const, createdAt: new Date('2026-11-25T08:00:00Z') };
      await tx.insert(Conference, cancelled);
      const conference = await tx.insert(Conference, { referralId: at.referralId, state: 'polling', answerBy: '2026-12-01', createdAt: new Date('2026-11-20T08:00:00Z') });
      await tx.insertMany(ProposedTime, ['10', '11', '12'].map((day) => ({ conferenceId: conference.id, startsLocal: `2026-12-${day}T16:30`, endsLocal: `2026-12-${day}T20:00` })));
      const invite = async (state: 'sent' | 'answered', mustAttend: boolean, message: 'failed' | 'delivered') => {
        const member = await aMember(tx, at.referralId, { mustAttend });
        const consentId = member.consentId!;
        const invitation = await tx.insert(Invitation, { conferenceId: conference.id, memberId: member.id, consentId, state, tokenHash: Buffer.from(member.id), expiresAt: tx.now, createdAt: tx.now });
        await tx.insert(Message, {
          referralId: at.referralId, conferenceId: conference.id, memberId: member.id, invitationId: invitation.id, consentId, kind: 'invitation', scheduleVersion: 1, channel: 'sms', state: message,
          idempotencyKey: invitation.id, dueAt: tx.now, notAfter: tx.now, createdAt: tx.now,
        });
      };
      await invite('sent', true, 'failed');
      await invite('sent', false, 'delivered');
      await invite('answered', true, 'delivered');
      await aMember(tx, at.referralId);
      await aMember(tx, at.referralId, { consented: false });
    });
    // The one under way, not the cancelled one that was made after it. One has consented and is not invited; one has not consented.
    expect(await at.facts()).toMatchObject({
      conference: { state: 'polling', proposedTimes: 3, answerBy: '2026-12-01' },
      invitations: { toSend: 1, unanswered: 2, answered: 1, mustUnanswered: 1, undelivered: 1 },
    });
  });

  it('knows what the plan has answered and what is late in it', async () => {
    const at = await aCase();
    await at.see(async (tx) => {
      const conference = await tx.insert(Conference, { referralId: at.referralId, state: 'held', startsLocal: '2026-10-01T16:30', endsLocal: '2026-10-01T20:00', createdAt: tx.now });
      const plan = await tx.insert(FamilyPlan, { conferenceId: conference.id, referralId: at.referralId, state: 'accepted', presentedAt: tx.now, decidedAt: tx.now, createdAt: tx.now });
      const [first, second] = at.questionIds;
      const row = { planId: plan.id, state: 'open' as const, meetsBottomLineIds: [] };
      await tx.insertMany(PlanAction, [
        { ...row, position: 1, questionId: first!, what: 'Mormor kör', dueOn: '2026-11-20' },
        { ...row, position: 2, questionId: first!, what: 'Farfar hämtar', dueOn: '2026-12-20', state: 'partly' },
        { ...row, position: 3, questionId: second!, what: 'Moster ringer', dueOn: '2026-11-01', state: 'done' },
        { ...row, position: 4, questionId: second!, what: '', dueOn: '2026-11-01', struckAt: tx.now },
      ]);
    });
    expect(await at.facts()).toMatchObject({
      conference: { state: 'held', heldOn: '2026-10-01' },
      plan: { state: 'accepted', presentedOn: '2026-11-26', questions: 3, questionsAnswered: 2, actions: 3, actionsOpen: 2, actionsLate: 1, nextDueOn: '2026-11-20' },
    });
    expect(await at.view()).toMatchObject({ planState: 'accepted', planId: expect.any(String), conferenceId: expect.any(String), health: { state: 'late' } });
  });

  it('offers each role its own moves, from the state table', async () => {
    const at = await aCase();
    const allowed = async (staff: StaffAccess) => (await at.view(staff)).allowed;
    expect([await allowed(at.coordinator), await allowed(at.socialWorker), await allowed(at.manager)]).toEqual([[], ['close'], ['close']]);
    await at.see((tx) => tx.update(Referral, at.referralId, { state: 'allocated' }));
    expect([await allowed(at.coordinator), await allowed(at.manager)]).toEqual([['activate', 'recuse'], ['allocate', 'close']]);
    await at.see((tx) => tx.update(Referral, at.referralId, { state: 'draft' }));
    expect(await allowed(at.socialWorker)).toEqual(['save', 'submit']);
    await at.see(async (tx) => {
      await tx.update(Referral, at.referralId, { state: 'active' });
      await tx.insert(Conference, { referralId: at.referralId, state: 'polling', createdAt: tx.now });
    });
    expect(await allowed(at.manager)).toEqual([]);
  });

  it('says what is missing while it is a draft', async () => {
    const at = await aCase();
    await at.see((tx) => tx.update(Referral, at.referralId, { state: 'draft' }));
    expect((await at.view(at.socialWorker)).blockers).toEqual([{ code: 'noResources', params: {} }]);
    await at.see((tx) => tx.insert(OfferedResource, { referralId: at.referralId, position: 1, text: 'Kontaktperson' }));
    expect((await at.view(at.socialWorker)).blockers).toEqual([]);
  });

  it('shows a personal number to the one who wrote it and nobody else', async () => {
    const at = await aCase();
    await at.see(async (tx) => {
      const [ella] = await tx.find(FocalPerson, { referralId: at.referralId });
      await tx.update(FocalPerson, ella!.id, { personalNumber: '201701022384' });
    });
    const number = async (staff: StaffAccess) => (await at.view(staff)).content.focalPersons[0]!.personalNumber;
    expect([await number(at.socialWorker), await number(at.coordinator), await number(at.manager)]).toEqual(['201701022384', null, null]);
  });

  it('tells what has happened without telling who has read', async () => {
    const at = await aCase();
    await at.view();
    await test.db.inMunicipality(at.id, { kind: 'staff', id: at.coordinator.userId }, async (tx) => {
      tx.audit('member.add', { referralId: at.referralId });
    });
    expect((await at.view(at.manager)).recentEvents).toEqual([{ at: expect.any(String), code: 'member.add', by: 'Sanna Lind' }]);
    const reads = await at.see((tx) => tx.query(`SELECT actor_id FROM audit_entry WHERE referral_id = $1 AND action = 'case.read' ORDER BY seq`, [at.referralId]));
    expect(reads).toEqual([{ actor_id: at.coordinator.userId }, { actor_id: at.manager.userId }]);
  });

  it('does not exist for another municipality, nor for those who have no part in it', async () => {
    const at = await aCase();
    const elsewhere = await aCase();
    const others = [elsewhere.coordinator, elsewhere.manager, await aStaffMember(test.db, at.id, 'coordinator'), await aStaffMember(test.db, at.id, 'socialWorker'), await aStaffMember(test.db, at.id, 'administrator')];
    for (const staff of others) await expect(read.execute(staff, at.referralId)).rejects.toMatchObject({ status: 404 });
  });

  it('lists a person’s own; the whole unit is for managers, who otherwise see what waits for them', async () => {
    const at = await aCase();
    const second = await aCase(at.id);
    const waiting = await aCase(at.id);
    await at.see((tx) => tx.update(Referral, waiting.referralId, { state: 'submitted', coordinatorId: null }));
    const ids = async (staff: StaffAccess, scope: 'mine' | 'unit') => (await list.execute(staff, { scope, limit: 50 })).cases.map((one) => one.id);
    expect(await ids(at.coordinator, 'mine')).toEqual([at.referralId]);
    expect(await ids(at.coordinator, 'unit')).toEqual([at.referralId]);
    expect(await ids(at.socialWorker, 'unit')).toEqual([at.referralId]);
    expect((await ids(at.manager, 'unit')).sort()).toEqual([at.referralId, second.referralId, waiting.referralId].sort());
    expect(await ids(at.manager, 'mine')).toEqual([waiting.referralId]);
  });

  it('pages by what changed last, each case once, also when several changed in the same moment', async () => {
    const first = await aCase();
    for (let n = 0; n < 4; n++) await aCase(first.id);
    await first.see((tx) => tx.query('UPDATE referral SET updated_at = $1', [new Date('2026-11-25T10:00:00.123Z')]));
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list.execute(first.manager, { scope: 'unit', limit: 2, after });
      seen.push(...page.cases.map((one) => one.reference));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toHaveLength(5);
    const noSuchDay = Buffer.from(`2026-02-31T10:00:00.000000Z|${first.referralId}`).toString('base64url');
    for (const cursor of ['nonsense', noSuchDay]) await expect(list.execute(first.manager, { scope: 'unit', limit: 2, after: cursor })).rejects.toMatchObject({ status: 400, code: 'invalid-input' });
  });

  it('asks as many questions for six cases as for one', async () => {
    const first = await aCase();
    const count = async (ids: string[]) =>
      first.see(async (tx) => {
        let queries = 0;
        const counting = Object.assign(Object.create(tx) as Tx, { query: (sql: string, parameters?: unknown[]) => (queries++, tx.query(sql, parameters)) });
        await gatherCaseFacts(counting, ids);
        return queries;
      });
    const ids = [first.referralId];
    for (let n = 0; n < 5; n++) ids.push((await aCase(first.id)).referralId);
    expect(await count(ids)).toBe(await count([first.referralId]));
  });

  it('keeps the bottom lines and questions of the referral in their order', async () => {
    const at = await aCase();
    await at.see((tx) => tx.insert(BottomLine, { referralId: at.referralId, position: 0, text: 'Först' }));
    const { content } = await at.view();
    expect(content.bottomLines.map((line) => line.text)).toEqual(['Först', 'Ella är aldrig ensam hemma över natten.']);
    expect(content.questions).toHaveLength(3);
  });
});
