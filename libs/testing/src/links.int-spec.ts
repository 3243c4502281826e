import 'reflect-metadata';
import { Consent, NetworkMember, Offer, Referral, Task, type Tx } from '@radslag/db';
import { aMember, anActiveCase, testDatabase, type CaseFixture, type TestDatabase } from './index';
import { aReply, aText } from './links.fixture';

let t: TestDatabase;
let here: Place;
let there: Place;
type Place = { id: string; theCase: CaseFixture; rows: Record<'task' | 'inbound_message' | 'referral' | 'network_member' | 'offer' | 'conference' | 'message' | 'staff_user' | 'focal_person' | 'help_answer', string> };

beforeAll(async () => {
  t = await testDatabase();
  here = await aPlace('Alnäs kommun');
  there = await aPlace('Berga kommun');
});
afterAll(() => t.close());

async function aPlace(name: string): Promise<Place> {
  const { id } = await t.aMunicipality(name);
  const theCase = await anActiveCase(t.db, id);
  const rows = await t.db.inMunicipality(id, { kind: 'system' }, async (tx) => {
    const { memberId, conferenceId, messageId } = await aText(tx, theCase);
    const reply = await aReply(tx, { urgent: true });
    const [focal] = await tx.query<{ id: string }>('SELECT id FROM focal_person WHERE referral_id = $1', [theCase.referralId]);
    const task = await tx.insert(Task, { referralId: theCase.referralId, kind: 'callMember', createdAt: tx.now });
    const offer = await tx.insert(Offer, { state: 'offered', about: null, offeredBy: theCase.socialWorker.userId, offeredOn: '2026-11-01', answeredOn: null, declineReason: null, referralId: null });
    const answer = tx.newId();
    await tx.query(`INSERT INTO help_answer (municipality_id, id, inbound_id, number_index, language, state, attempts, lease_until, created_at) VALUES ($1,$2,$3,$4,'sv','due',0,app_now(),app_now())`, [id, answer, reply, Buffer.from('x')]);
    return { task: task.id, inbound_message: reply, referral: theCase.referralId, network_member: memberId, offer: offer.id, conference: conferenceId, message: messageId, staff_user: theCase.coordinator.userId, focal_person: focal!.id, help_answer: answer };
  });
  return { id, theCase, rows };
}

const inHere = <T>(work: (tx: Tx) => Promise<T>) => t.db.inMunicipality(here.id, { kind: 'system' }, work);

/** The rows that can be led elsewhere by changing one column. */
const LINKS = [
  ['task', 'referral_id', 'referral'], ['task', 'conference_id', 'conference'], ['task', 'member_id', 'network_member'], ['task', 'message_id', 'message'], ['task', 'inbound_message_id', 'inbound_message'],
  ['task', 'assigned_to', 'staff_user'], ['task', 'done_by', 'staff_user'],
  ['inbound_message', 'referral_id', 'referral'], ['inbound_message', 'conference_id', 'conference'], ['inbound_message', 'member_id', 'network_member'], ['inbound_message', 'handled_by', 'staff_user'],
  ['referral', 'coordinator_id', 'staff_user'], ['referral', 'offer_id', 'offer'], ['offer', 'referral_id', 'referral'],
  ['network_member', 'staff_user_id', 'staff_user'], ['network_member', 'focal_person_id', 'focal_person'], ['help_answer', 'referral_id', 'referral'],
] as const;

it.each(LINKS)('%s.%s leads to one’s own %s, and not into another municipality or nowhere', async (table, column, parent) => {
  const lead = (id: string) => inHere((tx) => tx.query(`UPDATE ${table} SET ${column} = $2 WHERE id = $1`, [here.rows[table], id]));
  await lead(here.rows[parent]);
  await expect(lead(there.rows[parent])).rejects.toThrow(/foreign key/);
  await expect(lead('01890000-0000-7000-8000-000000000000')).rejects.toThrow(/foreign key/);
});

it('a task does not take a reply for a message, nor a message for a reply', async () => {
  const write = (links: Partial<Task>) => inHere((tx) => tx.insert(Task, { referralId: here.theCase.referralId, kind: 'callMember', createdAt: tx.now, ...links }));
  await expect(write({ messageId: here.rows.inbound_message })).rejects.toThrow(/foreign key/);
  await expect(write({ inboundMessageId: here.rows.message })).rejects.toThrow(/foreign key/);
});

it('nobody of another municipality has written down a consent, or is in charge of a case', async () => {
  await expect(inHere(async (tx) => {
    const member = await aMember(tx, here.theCase.referralId, { consented: false });
    return tx.insert(Consent, { referralId: here.theCase.referralId, memberId: member.id, purpose: 'contact', form: 'oral', givenOn: '2026-11-01', validUntil: null, withdrawnAt: null, recordedBy: there.rows.staff_user, recordedAt: tx.now, note: null });
  })).rejects.toThrow(/foreign key/);
  await expect(inHere(async (tx) => tx.insert(Referral, { ...(await tx.get(Referral, here.theCase.referralId)), id: tx.newId(), reference: '2026-901', coordinatorId: there.rows.staff_user }))).rejects.toThrow(/foreign key/);
  expect((await inHere((tx) => tx.find(NetworkMember))).length).toBeGreaterThan(0);
});
