import { MemberInput } from '@radslag/contracts';
import { Conference, Invitation, Message, NetworkMember, Task, type Tx } from '@radslag/db';
import { planConferenceMessages } from '@radslag/outreach';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from '@radslag/testing';
import { ChangeMember, ReadNetwork, RecordConsent, WithdrawConsent } from '.';

describe('somebody who is written to on another’s phone', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await testDatabase();
    await test.moveClockTo(new Date('2026-11-26T10:00:00Z'));
  });
  afterAll(() => test.close());

  async function aPair() {
    const { id } = await test.aMunicipality();
    const fixture = await anActiveCase(test.db, id);
    const see = <T>(work: (tx: Tx) => Promise<T>) => test.db.inMunicipality(id, { kind: 'system' }, work);
    const pair = await see(async (tx) => {
      const between = await aMember(tx, fixture.referralId);
      const member = await aMember(tx, fixture.referralId, { delegateId: between.id });
      const conference = await tx.insert(Conference, { referralId: fixture.referralId, state: 'confirmed', startsLocal: '2026-12-10T16:30', endsLocal: '2026-12-10T20:00', createdAt: tx.now });
      await tx.insert(Invitation, { conferenceId: conference.id, memberId: member.id, consentId: member.consentId!, state: 'sent', tokenHash: Buffer.from(member.id), expiresAt: new Date('2026-12-20T00:00:00Z'), createdAt: tx.now });
      await planConferenceMessages(tx, conference.id, 'timeSet');
      return { between, member, conference };
    });
    const messages = () => see((tx) => tx.find(Message, { memberId: pair.member.id }));
    const planned = async () => (await messages()).filter((m) => m.state === 'planned').length;
    const calls = () => see((tx) => tx.find(Task, { memberId: pair.member.id }));
    return { id, see, ...fixture, ...pair, messages, planned, calls };
  }

  it('is called instead from the moment that person withdraws', async () => {
    const at = await aPair();
    expect(await at.planned()).toBeGreaterThan(0);
    await new WithdrawConsent(test.db).execute(at.coordinator, at.between.consentId!);
    expect([...new Set((await at.messages()).map((m) => [m.state, m.reason].join(' ')))]).toEqual(['suppressed noNumber']);
    expect(await at.calls()).toMatchObject([{ kind: 'findOtherWay', conferenceId: at.conference.id, doneAt: null }]);
    const view = await new ReadNetwork(test.db).execute(at.coordinator, at.referralId);
    expect(view.members.find((one) => one.id === at.member.id)).toMatchObject({ contactRefusal: 'noNumber' });
  });

  it('is written to again when that person agrees again', async () => {
    const at = await aPair();
    const before = await at.planned();
    await new WithdrawConsent(test.db).execute(at.coordinator, at.between.consentId!);
    await new RecordConsent(test.db).execute(at.coordinator, at.between.id, { purpose: 'contact', form: 'oral', givenOn: '2026-11-26', validUntil: null });
    expect(await at.planned()).toBe(before);
    expect((await at.calls()).filter((task) => task.doneAt === null)).toEqual([]);
  });

  it('has no row for a text while nobody who agrees takes it: the database refuses it', async () => {
    const at = await aPair();
    await at.see((tx) => tx.query(`UPDATE consent SET withdrawn_at = app_now() WHERE municipality_id = $1 AND member_id = $2`, [at.id, at.between.id]));
    const [copied] = await at.messages();
    await expect(at.see((tx) => tx.insert(Message, { ...copied!, id: tx.newId(), idempotencyKey: 'once more' }))).rejects.toMatchObject({ driverError: { constraint: 'contact_channel_open' } });
  });

  it('is written to on the phone of whoever takes over', async () => {
    const at = await aPair();
    const before = await at.planned();
    const other = await at.see((tx) => aMember(tx, at.referralId));
    const { givenName, familyName, relation, side, ring, version, phone } = await at.see((tx) => tx.get(NetworkMember, at.member.id));
    await new ChangeMember(test.db).execute(at.coordinator, at.member.id, version, MemberInput.parse({ givenName, familyName, relation, side, ring, phone, delegateId: other.id }));
    await new WithdrawConsent(test.db).execute(at.coordinator, at.between.consentId!);
    expect(await at.planned()).toBe(before);
  });

  it('who is written to by e-mail in a municipality that sends none cannot be written to', async () => {
    const at = await aPair();
    const member = await at.see((tx) => aMember(tx, at.referralId, { channel: 'email', email: 'anna@example.test' }));
    const refusal = async () => (await new ReadNetwork(test.db).execute(at.coordinator, at.referralId)).members.find((one) => one.id === member.id)!.contactRefusal;
    expect(await refusal()).toBe('noSms');
    await test.asOwner(`UPDATE municipality SET email_from = 'svara@example.test' WHERE id = $1`, [at.id]);
    expect(await refusal()).toBeNull();
  });
});
