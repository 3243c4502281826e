import 'reflect-metadata';
import { Consent, Referral, Task, InboundMessage, type Tx } from '@radslag/db';
import { newId } from '@radslag/platform';
import { aMember, anActiveCase, testDatabase, type TestDatabase } from './index';
import { aReply, aTask, aText } from './links.fixture';

let t: TestDatabase;
beforeAll(async () => {
  t = await testDatabase({ before: 'TiedEveryLink1795800000200' });
});
afterAll(() => t.close());

it('rows from before land in the keys: what names a reply and what names a message are told apart, what leads nowhere is let go of, and nobody who waits is lost', async () => {
  const [here, there] = [await t.aMunicipality(), await t.aMunicipality('Berga kommun')];
  const [ours, theirs] = [await anActiveCase(t.db, here.id), await anActiveCase(t.db, there.id)];
  const inHere = <T>(work: (tx: Tx) => Promise<T>) => t.db.inMunicipality(here.id, { kind: 'system' }, work);
  const stranger = await t.db.inMunicipality(there.id, { kind: 'system' }, (tx) => aMember(tx, theirs.referralId));
  const coordinator = ours.coordinator.userId;

  const rows = await inHere(async (tx) => {
    const text = await aText(tx, ours);
    const inCase = { referral_id: ours.referralId, member_id: text.memberId, conference_id: text.conferenceId, assigned_to: coordinator };
    const reply = await aReply(tx, { referral_id: ours.referralId });
    return {
      text, reply,
      ofReply: await aTask(tx, { ...inCase, kind: 'inboundMessage', message_id: reply }),
      saidNo: await aTask(tx, { ...inCase, reason: 'optedOut', message_id: reply }),
      ofText: await aTask(tx, { ...inCase, message_id: text.messageId }),
      done: await aTask(tx, { ...inCase, kind: 'checkUnknown', done_at: tx.now, done_by: newId() }),
      nowhere: await aTask(tx, { ...inCase, member_id: stranger.id, conference_id: newId(), message_id: newId(), assigned_to: theirs.coordinator.userId }),
      ofNoCase: await aTask(tx, { referral_id: newId(), assigned_to: newId() }),
      ofLostCase: await aTask(tx, { ...inCase, referral_id: newId() }),
      lostReply: await aReply(tx, { referral_id: newId(), member_id: stranger.id, conference_id: newId(), urgent: true }),
      readReply: await aReply(tx, { referral_id: newId(), handled_at: tx.now, handled_by: newId() }),
    };
  });
  const [allocated, consent] = await inHere(async (tx) => {
    const other = await tx.insert(Referral, { ...(await tx.get(Referral, ours.referralId)), id: tx.newId(), reference: '2026-900', state: 'allocated', coordinatorId: theirs.coordinator.userId });
    const written = await tx.insert(Consent, { referralId: ours.referralId, memberId: rows.text.memberId, purpose: 'participate', form: 'oral', givenOn: '2026-11-01', validUntil: null, withdrawnAt: null, recordedBy: newId(), recordedAt: tx.now, note: null });
    return [other, written];
  });

  const told = await t.migrateOn();

  await inHere(async (tx) => {
    const links = async (id: string) => {
      const { referralId, memberId, conferenceId, messageId, inboundMessageId, assignedTo, doneBy } = await tx.get(Task, id);
      return { referralId, memberId, conferenceId, messageId, inboundMessageId, assignedTo, doneBy };
    };
    const whole = { referralId: ours.referralId, memberId: rows.text.memberId, conferenceId: rows.text.conferenceId, messageId: null, inboundMessageId: null, assignedTo: coordinator, doneBy: null };
    expect(await links(rows.ofReply)).toEqual({ ...whole, inboundMessageId: rows.reply });
    expect(await links(rows.saidNo)).toEqual({ ...whole, inboundMessageId: rows.reply });
    expect(await links(rows.ofText)).toEqual({ ...whole, messageId: rows.text.messageId });
    expect(await links(rows.done)).toEqual(whole);
    expect(await links(rows.nowhere)).toEqual({ ...whole, memberId: null, conferenceId: null });
    expect(await links(rows.ofNoCase)).toEqual({ ...whole, referralId: null, memberId: null, conferenceId: null, assignedTo: null });
    expect(await links(rows.ofLostCase)).toEqual(whole);
    // As they were, but for their links: nothing that was urgent or waited does less so.
    for (const id of [rows.nowhere, rows.ofNoCase, rows.ofLostCase]) expect(await tx.get(Task, id)).toMatchObject({ kind: 'callMember', reason: 'tooLate', urgent: true, doneAt: null });
    expect((await tx.get(Task, rows.done)).doneAt).not.toBeNull();

    expect(await tx.get(InboundMessage, rows.lostReply)).toMatchObject({ kind: 'unknownNumber', urgent: true, referralId: null, memberId: null, conferenceId: null, handledAt: null });
    expect(await tx.get(InboundMessage, rows.readReply)).toMatchObject({ kind: 'text', referralId: null, handledBy: null });
    expect((await tx.get(InboundMessage, rows.readReply)).handledAt).not.toBeNull();

    expect(await tx.get(Referral, allocated.id)).toMatchObject({ coordinatorId: null, state: 'accepted', allocatedAt: null });
    expect(await tx.find(Task, { referralId: allocated.id })).toEqual([expect.objectContaining({ kind: 'allocateCoordinator', urgent: true, assignedTo: null, doneAt: null })]);
    // Who wrote a consent down is history: it stays as it stands.
    expect((await tx.get(Consent, consent.id)).recordedBy).toBe(consent.recordedBy);
  });

  expect(told).toEqual([
    'links that led nowhere were mended: managers told 1, referral.coordinator_id 1, task.referral_id 2, task.assigned_to 2, task.conference_id 1, task.member_id 1, task.message_id 1, task.done_by 1, inbound_message.conference_id 1, inbound_message.member_id 1, inbound_message.handled_by 1, inbound_message.referral_id 2',
    'links that lead nowhere were left in the history: consent.recorded_by 1',
  ]);
  // The key that a row from before breaks holds for what is new all the same.
  expect(await t.asOwner(`SELECT conrelid::regclass::text AS table, count(*)::integer AS n FROM pg_constraint WHERE NOT convalidated GROUP BY 1`)).toEqual([{ table: 'consent', n: 1 }]);
  await expect(inHere((tx) => tx.insert(Consent, { ...consent, id: tx.newId() }))).rejects.toThrow(/foreign key/);
  await inHere((tx) => tx.update(Consent, consent.id, { withdrawnAt: tx.now }));
});
