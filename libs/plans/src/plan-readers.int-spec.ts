import { Answer, Attendance, Conference, createDataSource, Invitation, MemberTie, Message, NetworkMember, PlanRelease, Task } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { AddAction, ChangeAction, DecidePlan, PlanPdf, PresentPlan, ReadPlan, readReleasedPlan, ReleasePlan, ReportAction, StartPlan, WithdrawPlan } from '.';
import type { ActionFields } from './action-fields';

let t: TestDatabase;
let municipalityId: string;
beforeAll(async () => {
  t = await testDatabase();
  await t.moveClockTo(new Date('2026-12-10T18:00:00Z'));
  municipalityId = (await t.aMunicipality()).id;
});
afterAll(() => t.close());

const use = <T>(UseCase: new (db: TestDatabase['db']) => T): T => new UseCase(t.db);
const inTx = <T>(work: Parameters<TestDatabase['db']['inMunicipality']>[2]) => t.db.inMunicipality(municipalityId, { kind: 'system' }, work) as Promise<T>;
const refusedWith = (code: string, status = 422) => expect.objectContaining({ code, status });

type Person = 'gunnel' | 'uncle' | 'decliner' | 'suggested' | 'silent' | 'hidden' | 'ex';
const FACTS: Readonly<Record<Person, Parameters<typeof aMember>[2]>> = {
  gunnel: { givenName: 'Gunnel', familyName: 'Nyberg', relation: 'mormor' },
  uncle: { givenName: 'Olof', familyName: 'Lind', relation: 'farbror' },
  decliner: { givenName: 'Kaj', familyName: 'Ek', relation: 'kusin' },
  suggested: { givenName: 'Sven', familyName: 'Ask', relation: 'granne', state: 'suggested', consented: false },
  silent: { givenName: 'Tora', familyName: 'Rönn', relation: 'faster', consented: false },
  hidden: { givenName: 'Märta', familyName: 'Öst', relation: 'moster', protected: true, phone: null, channel: 'staffOnly' },
  ex: { givenName: 'Robert', familyName: 'Krantz', relation: 'mammas tidigare sambo' },
};

/** A conference that was held: all but the one who said no, the one only suggested and the one who never consented are invited, and most were there. */
async function aHeld() {
  const fixture = await anActiveCase(t.db, municipalityId);
  return t.db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    const conference = await tx.insert(Conference, {
      referralId: fixture.referralId, kind: 'first', state: 'held', phase: 'ended', scheduleVersion: 2, startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', zone: 'Europe/Stockholm', answerBy: '2026-12-01',
      venueName: null, venueAddress: null, venueDirections: null, venueReleased: false, cancelledAt: null, cancelReason: null, createdAt: tx.now, version: 5,
    });
    const ids = {} as Record<Person, string>;
    const links = {} as Record<Person, string>;
    for (const [name, facts] of Object.entries(FACTS) as [Person, (typeof FACTS)[Person]][]) {
      const member = await aMember(tx, fixture.referralId, facts);
      ids[name] = member.id;
      if (member.consentId === null) continue;
      const invitation = await tx.insert(Invitation, {
        conferenceId: conference.id, memberId: member.id, consentId: member.consentId, state: 'answered', rotation: 0, tokenHash: Buffer.from(newId()), expiresAt: new Date('2026-12-31T00:00:00Z'), revokedAt: null,
        secondStep: 'birthYear', codeHash: null, failedSteps: 0, lockedUntil: null, language: 'sv', draft: null, sentAt: tx.now, answeredAt: tx.now, createdAt: tx.now,
      });
      links[name] = invitation.id;
      if (name === 'decliner') await tx.insert(Answer, { invitationId: invitation.id, conferenceId: conference.id, memberId: member.id, at: tx.now, source: 'web', recordedBy: null, coming: 'no', mode: null, noTimeFits: false, usualTimes: null, spokesperson: null, note: null, worry: 'no' });
      else await tx.insert(Attendance, { conferenceId: conference.id, memberId: member.id, arrivedAt: tx.now, leftAt: null, recordedBy: fixture.coordinator.userId });
    }
    return { ...fixture, conferenceId: conference.id, ids, links };
  });
}
type Held = Awaited<ReturnType<typeof aHeld>>;
type Row = Partial<ActionFields>;

/** A plan of three rows, presented: Gunnel fetches and Olof checks, unless a spec says otherwise. */
async function presented(rows: [Row?, Row?, Row?] = [], held?: Held) {
  const at = held ?? (await aHeld());
  const plan = await use(StartPlan).execute(at.coordinator, at.conferenceId);
  const base: ActionFields = { questionId: '', what: 'Hämtar i skolan', ownerId: at.ids.gunnel, whenText: 'torsdagar', dueOn: '2026-12-17', checkerId: at.ids.uncle, planB: 'någon annan', needsDecision: false, meetsBottomLineIds: at.bottomLineIds };
  const ids: string[] = [];
  for (const [index, row] of [rows[0], rows[1], rows[2]].entries()) ids.push((await use(AddAction).execute(at.coordinator, plan.id, { ...base, questionId: at.questionIds[index]!, ...row })).id);
  return { ...at, planId: plan.id, rows: ids, version: 4 };
}
type Written = Awaited<ReturnType<typeof presented>>;
const asked = async (work: Promise<unknown>): Promise<{ mark: string; care: unknown[] }> => {
  const error = await work.then(() => null, (refused: { code: string; params: { mark: string; care: unknown[] } }) => refused);
  expect(error).toMatchObject({ code: 'care-needed' });
  return error!.params;
};
const accept = (plan: Written, version: number, more: { conditions?: string; careTaken?: string } = {}) =>
  use(DecidePlan).execute(plan.socialWorker, plan.planId, {
    version, reviewOn: '2027-03-09', careTaken: more.careTaken ?? null, ...(more.conditions === undefined ? { decision: 'accept' as const } : { decision: 'acceptWithConditions' as const, conditions: more.conditions }),
  });
async function accepted(rows: [Row?, Row?, Row?] = [], more: { conditions?: string } = {}, held?: Held) {
  const plan = await presented(rows, held);
  const { version } = await use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version);
  return { ...plan, view: await accept(plan, version, more) };
}
const read = (link: string) => inTx<Awaited<ReturnType<typeof readReleasedPlan>>>((tx) => readReleasedPlan(tx, link));
const told = (plan: Written) => inTx<Message[]>((tx) => tx.find(Message, { conferenceId: plan.conferenceId, kind: 'planReady' }));

describe('who reads an accepted plan', () => {
  it('those who were there; not who said no and never came, nor anybody who never agreed or consented', async () => {
    const plan = await accepted();
    const readers = plan.view.readers.filter((one) => one.release !== null).map((one) => one.memberId);
    expect(new Set(readers)).toEqual(new Set([plan.ids.gunnel, plan.ids.uncle, plan.ids.hidden, plan.ids.ex]));
    expect(await read(plan.links.decliner)).toBeNull();
    expect((await read(plan.links.uncle))!.following).toHaveLength(3);
    expect(plan.view.readers.find((one) => one.memberId === plan.ids.suggested)).toMatchObject({ refusal: 'notAgreed', release: null });
    for (const memberId of [plan.ids.suggested, plan.ids.silent]) {
      await expect(use(ReleasePlan).execute(plan.coordinator, plan.planId, { memberId, scope: 'all', careTaken: null })).rejects.toEqual(refusedWith('plan-not-for-them'));
      await expect(inTx((tx) => tx.insert(PlanRelease, { planId: plan.planId, memberId, scope: 'all', how: 'chosen', releasedAt: tx.now, releasedBy: null, withdrawnAt: null, withdrawnBy: null }))).rejects.toThrow(/not for this person/);
      await expect(use(PlanPdf).execute(plan.coordinator, plan.planId, memberId)).rejects.toEqual(refusedWith('plan-not-released'));
    }
    await expect(use(PlanPdf).execute(plan.coordinator, plan.planId, plan.ids.decliner)).rejects.toEqual(refusedWith('plan-not-released'));
  });

  it('whoever was not there and has a part reads that part, and no more', async () => {
    const held = await aHeld();
    const part = await accepted([{}, { ownerId: held.ids.decliner, what: 'Skjutsar på lördagar', checkerId: held.ids.gunnel }, { checkerId: held.ids.decliner, what: 'Läser läxor' }], {}, held);
    expect(await read(part.links.decliner)).toMatchObject({ mine: [{ what: 'Skjutsar på lördagar' }], following: [{ what: 'Läser läxor' }], others: [] });
  });

  it('others are chosen one by one, are told, and can lose it again', async () => {
    const plan = await accepted();
    const release = (scope: 'all' | 'own') => use(ReleasePlan).execute(plan.coordinator, plan.planId, { memberId: plan.ids.decliner, scope, careTaken: null });
    const view = await release('all');
    expect(view.readers.find((one) => one.memberId === plan.ids.decliner)!.release).toMatchObject({ scope: 'all', how: 'chosen', by: 'Sanna Lind' });
    expect((await read(plan.links.decliner))!.others).toHaveLength(3);
    expect((await told(plan)).map((message) => message.memberId)).toContain(plan.ids.decliner);
    await release('own');
    expect((await read(plan.links.decliner))!.others).toEqual([]);
    await use(WithdrawPlan).execute(plan.coordinator, plan.planId, plan.ids.decliner);
    expect(await read(plan.links.decliner)).toBeNull();
    await expect(use(ReportAction).execute({ municipalityId, invitationId: plan.links.decliner }, { actionId: plan.rows[0]!, value: 'good' })).rejects.toEqual(refusedWith('not-found', 404));
    expect(await inTx((tx) => tx.find(PlanRelease, { planId: plan.planId, memberId: plan.ids.decliner }))).toHaveLength(2);
  });

  it('all of them are told once by a text of its own, and again when a new version is accepted; nobody else is', async () => {
    const plan = await accepted();
    expect(new Set((await told(plan)).map((message) => message.memberId))).toEqual(new Set([plan.ids.gunnel, plan.ids.uncle, plan.ids.ex]));
    expect(await inTx((tx) => tx.find(Task, { conferenceId: plan.conferenceId, reason: 'planReady' }))).toEqual([]);
  });

  it('says the conditions to everybody who reads it, and what each checks', async () => {
    const plan = await accepted([], { conditions: 'En vuxen sover där varje natt.' });
    for (const link of [plan.links.gunnel, plan.links.uncle]) expect((await read(link))!.conditions).toBe('En vuxen sover där varje natt.');
    expect((await read(plan.links.uncle))!.following[0]).toMatchObject({ who: 'Gunnel N.', what: 'Hämtar i skolan' });
    expect((await read(plan.links.gunnel))!.following).toEqual([]);
  });
});

describe('what nobody is to read of another', () => {
  it('what one of a pair promises, checks or is named in is on no page of the other, decided about or not, and the pair is asked about', async () => {
    const held = await aHeld();
    await inTx((tx) => tx.insert(MemberTie, { referralId: held.referralId, fromMemberId: held.ids.ex, toMemberId: held.ids.gunnel, kind: 'contactBan', until: null, boundMemberId: held.ids.ex, removedAt: null, removedBy: null }));
    const plan = await presented([{ what: 'Hämtar i skolan' }, { ownerId: held.ids.uncle, what: 'Kör till Gunnels port' }, { ownerId: held.ids.uncle, what: 'Läser läxor' }], held);
    const { version } = await use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version);
    const { mark, care } = await asked(accept(plan, version));
    expect(care).toEqual([{ code: 'contactBan', memberIds: [held.ids.ex, held.ids.gunnel] }]);
    await expect(accept(plan, version, { careTaken: 'something else' })).rejects.toMatchObject({ code: 'care-needed' });
    await accept(plan, version, { careTaken: mark });
    expect((await read(plan.links.ex))!.others.map((one) => one.what)).toEqual(['Läser läxor']);
    expect(JSON.stringify(await read(plan.links.ex))).not.toMatch(/Gunnel|skolan|mormor/);
    expect((await read(plan.links.gunnel))!.others.map((one) => one.what)).toEqual(['Kör till Gunnels port', 'Läser läxor']);
  });

  it('the name of a protected person in a row is asked about before it is presented, and hidden from whoever it was not cleared for', async () => {
    const held = await aHeld();
    const plan = await presented([{ what: 'Barnen sover hos Märtas syster' }, { planB: 'ring M.Ö.' }, {}], held);
    const present = (careTaken: string | null) => use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version, careTaken);
    const { mark, care } = await asked(present(null));
    expect(care).toEqual([{ code: 'nameInText', actionId: plan.rows[0], memberIds: [held.ids.hidden] }, { code: 'nameInText', actionId: plan.rows[1], memberIds: [held.ids.hidden] }]);
    const { version } = await present(mark);
    // Asked and answered: it is not asked again, and stands on the pages.
    await accept(plan, version);
    expect((await read(plan.links.gunnel))!.mine.map((one) => one.what)).toContain('Barnen sover hos Märtas syster');
    // Somebody else who becomes protected was not asked about.
    await inTx((tx) => tx.query(`UPDATE network_member SET protected = true, phone = NULL, phone_index = NULL, channel = 'staffOnly' WHERE id = $1`, [held.ids.uncle]));
    expect((await read(plan.links.ex))!.others.map((one) => one.what)).toEqual(['Barnen sover hos Märtas syster', 'Hämtar i skolan', 'Hämtar i skolan']);
  });

  it('a row that is written anew is asked about anew, and the conditions and the paper too', async () => {
    const held = await aHeld();
    const plan = await presented([{ what: 'Ring Märta' }], held);
    const change = { questionId: held.questionIds[0]!, what: 'Ring Märta i kväll', ownerId: held.ids.gunnel, whenText: 'nu', dueOn: '2026-12-17', checkerId: held.ids.uncle, planB: 'x', needsDecision: false, meetsBottomLineIds: held.bottomLineIds };
    const { mark } = await asked(use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version));
    await use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version, mark);
    await inTx((tx) => tx.query(`UPDATE family_plan SET state = 'draft' WHERE id = $1`, [plan.planId]));
    await use(ChangeAction).execute(plan.coordinator, plan.rows[0]!, 1, change);
    const again = await asked(use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version + 2));
    const shown = await use(PresentPlan).execute(plan.coordinator, plan.planId, plan.version + 2, again.mark);
    const conditions = await asked(accept(plan, shown.version, { conditions: 'Om Märta är hemma.' }));
    expect(conditions.care).toEqual([{ code: 'nameInText', memberIds: [held.ids.hidden] }]);
    await accept(plan, shown.version, { conditions: 'Om Märta är hemma.', careTaken: conditions.mark });
    expect(await read(plan.links.gunnel)).toMatchObject({ conditions: 'Om Märta är hemma.', conditionsWithheld: false });
    await inTx((tx) => tx.update(NetworkMember, held.ids.decliner, { givenName: 'Hemma', protected: true, phone: null, phoneIndex: null, channel: 'staffOnly' }));
    expect(await read(plan.links.gunnel)).toMatchObject({ conditions: null, conditionsWithheld: true });
    const paper = await asked(use(PlanPdf).execute(plan.coordinator, plan.planId, plan.ids.gunnel));
    expect((await use(PlanPdf).execute(plan.coordinator, plan.planId, plan.ids.gunnel, paper.mark)).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await use(ReadPlan).execute(plan.coordinator, plan.conferenceId)).conditions).toBe('Om Märta är hemma.');
  });
});

describe('plans that were released before it was chosen per person', () => {
  it('keep their readers, but for those who may never have one, and who said no and never came keep their own part only', async () => {
    const held = await aHeld();
    const plan = await accepted([{}, { ownerId: held.ids.decliner, what: 'Skjutsar på lördagar' }, {}], {}, held);
    const other = await accepted();
    const source = createDataSource(t.ownerUrl, 1);
    await source.initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.query(`SELECT set_config('radslag.app_role', $1, false)`, [decodeURIComponent(new URL(t.appUrl).username)]);
      for (const gone of ['DROP TABLE plan_release', 'DROP FUNCTION refuse_plan_reader', 'ALTER TABLE family_plan DROP COLUMN cleared_names', 'ALTER TABLE plan_action DROP COLUMN cleared_names']) await runner.query(gone);
      await source.migrations.find((one) => one.name === 'ReleasedPlansByPerson1795800000162')!.up(runner);
    } finally {
      await runner.release();
      await source.destroy();
    }
    const kept = async (planId: string) => Object.fromEntries((await inTx<PlanRelease[]>((tx) => tx.find(PlanRelease, { planId }))).map((one) => [one.memberId, [one.scope, one.how]]));
    const were = (ids: Record<Person, string>) => Object.fromEntries([ids.gunnel, ids.uncle, ids.hidden, ids.ex].map((id) => [id, ['all', 'kept']]));
    expect(await kept(plan.planId)).toEqual({ ...were(held.ids), [held.ids.decliner]: ['own', 'kept'] });
    expect(await kept(other.planId)).toEqual(were(other.ids));
    await expect(t.db.withoutTenant('SELECT * FROM family_plan')).rejects.toThrow();
  });
});
