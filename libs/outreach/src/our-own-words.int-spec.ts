import 'reflect-metadata';
import { Conference, NetworkMember } from '@radslag/db';
import { aMember, aStaffMember } from '@radslag/testing';
import { cancelledMessages, onlyWay, Pipeline, planConferenceMessages, ReadProof } from './index';
import { ApproveText, DraftText } from './templates';
import { aConference, anInvited, db, inTx, messages, municipalityId, operator, pass, pipeline, SECONDS, settings, tasks, theCase, told } from './pipeline.fixture';

const send = async () => {
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
};
async function announced(facts: Parameters<typeof aMember>[2] = {}) {
  const conference = await aConference('confirmed');
  const { member } = await anInvited(conference, facts);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  return { conference, member };
}
const named = (givenName: string, familyName = '') => inTx((tx) => aMember(tx, theCase.referralId, { givenName, familyName }));

it.each(['Ring', 'Hej', 'Dagen', 'Tid', 'Torsdag', 'سلام', 'Klar'])('somebody named %s silences nobody: everybody is told, and no task is made', async (name) => {
  await named(name, name);
  const { member } = await announced({ givenName: name });
  await send();
  expect(told(member.phone)).toHaveLength(1);
  expect(await tasks()).toEqual([]);
});

it.each([['pl', 'Maja'], ['prs', 'سلام'], ['fa', 'روز'], ['ti', 'ሰላም'], ['ckb', 'سڵاو'], ['uk', 'День'], ['so', 'Wac'], ['tr', 'Bilgi'], ['fi', 'Päivä'], ['en', 'May'], ['ar', 'موعد']] as const)('nor in %s, named %s', async (language, name) => {
  await named(name);
  const { member } = await announced({ language });
  await send();
  expect(told(member.phone)).toHaveLength(1);
});

it('a venue with a sentence in its address stops nothing, of all that a week can say', async () => {
  const { conference, member } = await announced();
  await inTx((tx) => tx.update(Conference, conference.id, { venueName: 'Nya tidens hus', venueAddress: 'Storgatan 12, ring på porttelefon' }));
  await send();
  await inTx(async (tx) => {
    await tx.update(Conference, conference.id, { state: 'cancelled', scheduleVersion: 2 });
    await cancelledMessages(tx, conference.id);
  });
  await send();
  expect(told(member.phone)).toHaveLength(2);
  expect(await tasks()).toEqual([]);
});

describe('a name that a field brings in is not sent, and a person is asked to call', () => {
  it.each([
    ['the agreed word', { agreedWord: 'Rosa' }], ['the agreed word, in Cyrillic letters', { agreedWord: 'Rоsа' }], ['spaced out', { agreedWord: 'R o s a' }],
    ['the alias of a shared phone', { alias: 'lilla Rosa', sharedPhone: true, initialsAllowed: true }], ['what it is about', { agreedWord: 'S o c' }],
  ])('%s', async (_what, facts) => {
    await named('Rosa', 'Lind');
    const { conference, member } = await announced(facts);
    const { rows } = await new ReadProof(db).execute(theCase.coordinator, conference.id);
    expect(rows.find((row) => row.kind === 'timeSet')).toMatchObject({ stopped: 'notNeutral', text: null });
    await send();
    expect(told(member.phone)).toEqual([]);
    expect(operator.calls).toBe(0);
    expect((await messages())[0]).toMatchObject({ state: 'suppressed', reason: 'notNeutral' });
    expect((await tasks()).map((task) => task.reason)).toContain('notNeutral');
  });
  it('not the name of somebody who has been removed', async () => {
    const removed = await named('Rosa', 'Lind');
    await inTx((tx) => tx.update(NetworkMember, removed.id, { removedAt: tx.now }));
    const { member } = await announced({ agreedWord: 'Rosa' });
    await send();
    expect(told(member.phone)).toEqual([expect.stringMatching(/^Rosa: Hej!/)]);
  });
  it('one’s own initials on a shared phone say no name, though they are the letters of one', async () => {
    const { member } = await announced({ givenName: 'Bo', familyName: 'Olsson', sharedPhone: true, initialsAllowed: true });
    await send();
    expect(told(member.phone)).toEqual([expect.stringMatching(/^B\.O\.: Hej!/)]);
  });
});

describe('a municipality’s own text', () => {
  const inUse = async (text: string) => {
    const [version] = (await new DraftText(db).execute(await aStaffMember(db, municipalityId, 'administrator'), { kind: 'timeSet', language: 'sv', text })).versions;
    await new ApproveText(db).execute(theCase.manager, version!.id, { overrideReason: 'Vi har provat den.' });
  };
  it('is sent whoever bears its words as a name', async () => {
    await inUse('Välkommen! Sol eller regn, det är dags {date} {time}. Mer här: {link} Frågor? {phone}');
    for (const name of ['Dag', 'Sol', 'Mer', 'Välkommen']) await named(name, 'Frågor');
    const { member } = await announced();
    await send();
    expect(told(member.phone)).toEqual([expect.stringMatching(/^Välkommen! Sol eller regn/)]);
  });
  it('and stops where it has a name of the case in it, as only a name is written', async () => {
    await inUse('Hej! Vi ses hos Rosa: {date} {time}. Mer här: {link} Frågor? {phone}');
    await named('Rosa', 'Lind');
    const { member } = await announced();
    await send();
    expect(told(member.phone)).toEqual([]);
    expect((await tasks()).map((task) => task.reason)).toEqual(['notNeutral']);
  });
});

it('the address of the link may say no more than the rest', async () => {
  const { member } = await announced();
  await pass(11 * SECONDS);
  await new Pipeline({ db, ways: onlyWay(operator), settings: { ...settings, familyUrl: 'https://socialtjansten.example' } }).dispatchFromPostgres();
  expect(told(member.phone)).toEqual([]);
  expect((await messages())[0]).toMatchObject({ reason: 'notNeutral' });
});

describe('what cannot be read is not sent, and a person is asked', () => {
  const broken = (column: string, id: string) => inTx((tx) => tx.query(`UPDATE network_member SET ${column} = set_byte(${column}, length(${column}) - 1, get_byte(${column}, length(${column}) - 1) # 1) WHERE id = $1`, [id]));
  it.each([['phone', {}], ['agreed_word', { agreedWord: 'Kastanj' }], ['alias', { alias: 'Kapten', sharedPhone: true, initialsAllowed: true }], ['given_name', { sharedPhone: true, initialsAllowed: true }]] as const)('%s', async (column, facts) => {
    const other = await aConference('confirmed');
    const { member: whole } = await anInvited(other);
    await inTx((tx) => planConferenceMessages(tx, other.id, 'timeSet'));
    const { member } = await announced(facts);
    await broken(column, member.id);
    await send();
    expect(told(member.phone)).toEqual([]);
    expect(told(whole.phone)).toHaveLength(1);
    expect((await messages()).filter((message) => message.memberId === member.id && message.kind === 'timeSet')).toMatchObject([{ state: 'suppressed', reason: 'unreadable' }]);
    expect((await tasks()).map((task) => [task.reason, task.member_id])).toEqual([['unreadable', member.id]]);
  });
  it('a name of the case that cannot be read stops only what a field brings words into', async () => {
    const hidden = await named('Rosa', 'Lind');
    await broken('given_name', hidden.id);
    const plain = await announced();
    const opened = await announced({ agreedWord: 'Kastanj' });
    await send();
    expect(told(plain.member.phone)).toHaveLength(1);
    expect(told(opened.member.phone)).toEqual([]);
    expect((await tasks()).map((task) => [task.reason, task.member_id])).toEqual([['notNeutral', opened.member.id]]);
  });
});
