import 'reflect-metadata';
import type { StaffAccess } from '@radslag/access';
import { MESSAGE_KINDS } from '@radslag/domain';
import { aStaffMember } from '@radslag/testing';
import { ApproveText, DraftText, ReadTexts, WithdrawText } from '.';
import { planConferenceMessages, ReadOutreach } from '../index';
import { aConference, anInvited, db, inTx, messages, municipalityId, pass, pipeline, SECONDS, theCase, told } from '../pipeline.fixture';

const BODY = 'Hej! Det är dags: {date} {time}. Mer här: {link} Frågor? {phone}';
let administrator: StaffAccess;
let manager: StaffAccess;
beforeEach(async () => {
  administrator = await aStaffMember(db, municipalityId, 'administrator');
  manager = theCase.manager;
});

const draft = (text: string, by = administrator, language: 'sv' | 'en' = 'sv') => new DraftText(db).execute(by, { kind: 'timeSet', language, text });
const approve = (id: string, overrideReason: string | null = null, by = manager) => new ApproveText(db).execute(by, id, { overrideReason });
const withdraw = (id: string) => new WithdrawText(db).execute(manager, id);
async function approved(text: string): Promise<string> {
  const [version] = (await draft(text)).versions;
  await approve(version!.id);
  return version!.id;
}
/** What somebody would be sent now. */
async function textOfTomorrow(): Promise<string> {
  const conference = await aConference('confirmed');
  await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  const view = await new ReadOutreach(db).execute(theCase.coordinator, conference.id);
  return view.messages.find((message) => message.kind === 'timeSet')!.text!;
}
const audits = () => inTx((tx) => tx.query<{ action: string }>(`SELECT action FROM audit_entry WHERE municipality_id = $1 AND action LIKE 'text.%' ORDER BY seq`, [municipalityId])).then((rows) => rows.map((row) => row.action));

it('a draft changes nothing that is sent; approved by another it does, and the message remembers which version it was', async () => {
  const [version] = (await draft(BODY)).versions;
  expect(await textOfTomorrow()).toMatch(/^Hej! Nu är dagen klar/);
  await approve(version!.id);
  expect(await textOfTomorrow()).toMatch(/^Hej! Det är dags/);
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
  expect((await messages()).find((message) => message.state === 'accepted')).toMatchObject({ templateKey: 'own:timeSet.sv', templateVersion: 1 });
});

it('one draft at a time: saving again is the same version, and whoever saved last has written it', async () => {
  await draft(BODY);
  const { versions } = await draft(`${BODY} Tack!`, manager);
  expect(versions).toMatchObject([{ version: 1, state: 'draft', mine: true, body: `${BODY} Tack!` }]);
  await expect(approve(versions[0]!.id)).rejects.toMatchObject({ code: 'own-text' });
});

it.each([['Hej! {date} {time} {link}'], [`${BODY} {name}`], [`${BODY} www.exempel.se`], [`${BODY} \u202E`]])('%s is refused when it is saved', async (text) => {
  await expect(draft(text)).rejects.toMatchObject({ code: 'text-faulty' });
});

it('a text that would take five SMS is refused with how many it would take', async () => {
  await expect(draft(`${BODY} ${'مرحبا '.repeat(40)}`)).rejects.toMatchObject({ code: 'text-too-long', params: { most: 4 } });
});

it('words the filter knows: refused, with the words; let through by a manager with a reason, and then sent', async () => {
  const [version] = (await draft(`${BODY} Vi ses på rådslaget.`)).versions;
  expect(version!.revealing).not.toEqual([]);
  await expect(approve(version!.id)).rejects.toMatchObject({ code: 'text-not-neutral', params: { words: version!.revealing } });
  const { versions } = await approve(version!.id, 'Familjerna här har bett om ordet.');
  expect(versions[0]).toMatchObject({ state: 'approved', overrideReason: 'Familjerna här har bett om ordet.', approvedBy: manager.name });
  expect(await audits()).toEqual(['text.draft', 'text.override']);
  const conference = await aConference('confirmed');
  const { member } = await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
  expect(told(member.phone)[0]).toContain('Vi ses på rådslaget.');
});

it('a name of the case is stopped also in a text that was let through', async () => {
  const [version] = (await draft(`${BODY} Vi ses på rådslaget, Ella.`)).versions;
  await approve(version!.id, 'Familjerna här har bett om ordet.');
  const conference = await aConference('confirmed');
  const { member } = await anInvited(conference);
  await inTx((tx) => planConferenceMessages(tx, conference.id, 'timeSet'));
  await pass(11 * SECONDS);
  await pipeline.dispatchFromPostgres();
  expect(told(member.phone)).toEqual([]);
});

it('withdrawn: the one before is used again, and when that is withdrawn too the built-in one', async () => {
  const first = await approved(BODY);
  const second = await approved(`${BODY} Andra.`);
  await withdraw(second);
  expect(await textOfTomorrow()).not.toContain('Andra.');
  expect(await textOfTomorrow()).toMatch(/^Hej! Det är dags/);
  const third = await approved(`${BODY} Tredje.`);
  await withdraw(third);
  expect(await textOfTomorrow()).toMatch(/^Hej! Det är dags/);
  await withdraw(first);
  expect(await textOfTomorrow()).toMatch(/^Hej! Nu är dagen klar/);
  await expect(withdraw(first)).rejects.toMatchObject({ code: 'text-not-in-use' });
});

it('two who approve at once: one text is in use', async () => {
  const [version] = (await draft(BODY)).versions;
  const other = await aStaffMember(db, municipalityId, 'manager');
  const done = await Promise.allSettled([approve(version!.id), approve(version!.id, null, other)]);
  expect(done.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('the list has every built-in text, and a sample as long as a real link', async () => {
  const view = await new ReadTexts(db).execute(administrator);
  expect(view.texts.filter((text) => text.language === 'sv')).toHaveLength(MESSAGE_KINDS.length);
  expect(view.sample).toMatchObject({ link: expect.stringMatching(/^https:\/\/svara\.example\/r\/[0-9A-Za-z]{22}$/), phone: '+46701740605' });
});
