import 'reflect-metadata';
import { Conference, type NetworkMember } from '@radslag/db';
import { DEFAULT_OUTREACH_POLICY, formatPhone, maskLinks } from '@radslag/domain';
import { FakeOperator, type Outgoing } from '@radslag/sms';
import { aStaffMember } from '@radslag/testing';
import { ProofCsv, ReadProof } from '.';
import { inviteMessage, MunicipalWays, Pipeline, planConferenceMessages } from '../index';
import { aConference, anInvited, DAYS, db, inTx, localIn, MINUTES, municipalityId, operator, SECONDS, settings, t, tasks, theCase } from '../pipeline.fixture';
import { ChangeRules } from '../policy';
import { ApproveText, DraftText } from '../templates';

const proof = (conferenceId: string) => new ReadProof(db).execute(theCase.coordinator, conferenceId);

/** Everybody at once: languages, an own text, a shared phone with initials, an agreed word, a go-between, own hours, e-mail. */
async function everybody(conference: Conference) {
  await t.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = $1`, [municipalityId]);
  const writer = await aStaffMember(db, municipalityId, 'administrator');
  for (const [kind, language, text] of [['timeSet', 'sv', 'Hej! Dagen är {date} {time} – välkommen… {link} Frågor? {phone}'], ['reminderDay', 'fi', 'Hei! {date} {time} {link} {phone}'], ['invitation', 'en', 'Hello! {link} {phone}']] as const) {
    const { versions } = await new DraftText(db).execute(writer, { kind, language, text });
    await new ApproveText(db).execute(theCase.manager, versions[0]!.id, { overrideReason: null });
  }
  const plain = await anInvited(conference);
  const people = [
    plain,
    await anInvited(conference, { language: 'en' }), await anInvited(conference, { language: 'ar' }), await anInvited(conference, { language: 'so' }), await anInvited(conference, { language: 'fi' }),
    await anInvited(conference, { phone: plain.member.phone, sharedPhone: true, initialsAllowed: true }),
    await anInvited(conference, { agreedWord: 'Björk' }),
    await anInvited(conference, { agreedWord: 'Ek', sharedPhone: true, initialsAllowed: true, alias: 'Kim' }),
    await anInvited(conference, { channel: 'email', email: 'anna@example.test' }),
    await anInvited(conference, { hoursFrom: '18:00', hoursTo: '20:00' }),
    await anInvited(conference, { notBefore: (await localIn(3)).slice(0, 10) }),
  ];
  people.push(await anInvited(conference, { delegateId: plain.member.id }));
  return people;
}

/** What left differs from what the list showed in the secret of its link alone, and that is masked at its own length. */
function seenByStaff(sent: string): string {
  const masked = maskLinks(sent);
  expect(Buffer.byteLength(masked)).toBe(Buffer.byteLength(sent));
  return masked;
}

type Leaves = { to: string; text: string; subject: string | null };
const inOrder = (list: Leaves[]) => list.map((one) => JSON.stringify([one.to, one.subject, one.text])).sort();

/** Runs the clock in steps through everything, with a fake operator for texts and one for e-mail. */
async function runThrough(days: number): Promise<Leaves[]> {
  const post = Object.assign(new FakeOperator(() => db.now()), { name: 'smtp' });
  const ways = new MunicipalWays({ sms: [{ carrier: operator, weight: 1 }], email: [{ carrier: post, weight: 1 }] });
  const pipeline = new Pipeline({ db, ways: { of: () => Promise.resolve(ways) }, settings });
  const end = (await db.now()).getTime() + days * DAYS;
  for (;;) {
    const now = (await db.now()).getTime();
    if (now > end) break;
    const [next] = await t.asOwner<{ due: Date | null }>(
      `SELECT min(greatest(due_at, coalesce(lease_until, due_at))) AS due FROM message WHERE municipality_id = $1 AND state IN ('planned', 'queued')`, [municipalityId]);
    const due = next!.due === null ? end : next!.due.getTime();
    await t.moveClockTo(new Date(Math.max(now + SECONDS, Math.min(due + 1, now + 3 * 60 * MINUTES))));
    await pipeline.dispatchFromPostgres();
    await pipeline.sweep();
  }
  const left = (sent: Outgoing[]): Leaves[] => sent.map((sms) => ({ to: sms.to.startsWith('+') ? formatPhone(sms.to) : sms.to, text: seenByStaff(sms.text), subject: sms.subject ?? null }));
  return [...left(operator.arrived), ...left(post.arrived)];
}

async function frozen(conferenceId: string): Promise<{ leaves: Leaves[]; stopped: number; calls: string[] }> {
  const { rows } = await proof(conferenceId);
  return {
    leaves: rows.filter((row) => row.what === 'message' && row.stopped === null).map((row) => ({ to: row.recipient, text: row.text!, subject: row.subject })),
    stopped: rows.filter((row) => row.stopped !== null).length,
    calls: rows.filter((row) => row.what === 'call').map((row) => `${row.memberId} ${row.because}`).sort(),
  };
}
const asked = async () => (await tasks()).map((task) => `${task.member_id} ${task.reason}`).sort();

describe('the proof list is what is then sent, byte for byte', () => {
  it('a question about times: asked, asked again and again, and called at the end', async () => {
    const conference = await aConference('polling');
    const people = await everybody(conference);
    for (const { member, invitation } of people) await inTx((tx) => inviteMessage(tx, { conference, invitation, member }));
    const list = await frozen(conference.id);
    expect(list.leaves.length).toBeGreaterThan(20);
    expect(inOrder(await runThrough(12))).toEqual(inOrder(list.leaves));
    expect(await asked()).toEqual(list.calls);
    expect(list.calls.some((call) => call.endsWith('notAnswered'))).toBe(true);
    // The number that three people share has had its three texts before the last of them.
    expect(list.stopped).toBeGreaterThan(0);
  });

  it('a day that is set: told, and reminded until it begins', async () => {
    const conference = await aConference('confirmed', 16);
    await everybody(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const list = await frozen(conference.id);
    expect(list.leaves.some((one) => one.text.startsWith('Hei!'))).toBe(true);
    expect(list.leaves.some((one) => one.text.startsWith('Ek (Kim): '))).toBe(true);
    expect(list.leaves.filter((one) => one.to === 'anna@example.test').every((one) => one.subject !== null)).toBe(true);
    expect(inOrder(await runThrough(17))).toEqual(inOrder(list.leaves));
    expect(await asked()).toEqual(list.calls);
  });

  it('rules of the municipality’s own: two texts in a week, nothing on red days', async () => {
    await new ChangeRules(db).execute(theCase.manager, { version: 0, policy: { ...DEFAULT_OUTREACH_POLICY, mostPerWeek: 2, redDays: null, hours: { from: '09:00', to: '19:00' } } });
    const conference = await aConference('confirmed', 16);
    await everybody(conference);
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const list = await frozen(conference.id);
    expect(list.stopped).toBeGreaterThan(0);
    expect(inOrder(await runThrough(17))).toEqual(inOrder(list.leaves));
    expect(await asked()).toEqual(list.calls);
  });
});

it('somebody whose own hours the new rules do not reach: not sent, and called when it is too late', async () => {
  const conference = await aConference('confirmed', 2);
  await anInvited(conference, { hoursFrom: '18:00', hoursTo: '20:00' });
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  await new ChangeRules(db).execute(theCase.manager, { version: 0, policy: { ...DEFAULT_OUTREACH_POLICY, hours: { from: '09:00', to: '17:00' }, redDays: null } });
  const list = await frozen(conference.id);
  expect([list.leaves, list.calls.length]).toEqual([[], 1]);
  expect(await runThrough(2.5)).toEqual([]);
  expect(await asked()).toEqual(list.calls);
});

describe('as a table', () => {
  it('says the same, quotes what must be quoted, defuses formulas, and is logged', async () => {
    const conference = await aConference('confirmed');
    const { member } = await anInvited(conference, { agreedWord: '=HYPERLINK' });
    await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
    const csv = await new ProofCsv(db).execute(theCase.coordinator, conference.id);
    expect(csv.startsWith('\uFEFFTid,Utskick,')).toBe(true);
    expect(csv).toContain(`'=HYPERLINK: Hej! Nu är dagen klar`);
    expect(csv).toContain(formatPhone((member as NetworkMember).phone!));
    expect(await inTx((tx) => tx.query(`SELECT action FROM audit_entry WHERE municipality_id = $1 AND action = 'proof.export'`, [municipalityId]))).toHaveLength(1);
  });

  it('is for the case’s own staff', async () => {
    const conference = await aConference('confirmed');
    const stranger = await aStaffMember(db, municipalityId, 'coordinator');
    await expect(new ReadProof(db).execute(stranger, conference.id)).rejects.toMatchObject({ code: 'not-found' });
  });
});
