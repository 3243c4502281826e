import { expect, test } from '@playwright/test';
import { OpenApiClient } from './openapi-client';
import { asStaffSee, linkIn, phones, signInOf, stack } from './stack';

/**
 * The API as a product: a client made from the OpenAPI document alone walks a–j. The relative has no API: those steps
 * are taken on the pages, in a browser, on the phone's own link.
 */

type View = Record<string, never> & { id: string; version: number };
type Member = View & { contactRefusal: string | null };
type Time = { id: string; startsLocal: string; endsLocal: string };
type Conference = View & { times: Time[]; state: string; scheduleVersion: number; startsLocal: string | null };
type Message = { id: string; memberId: string; kind: string; state: string; text: string | null; dueAt: string };

const day = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function signedIn(role: string): Promise<OpenApiClient> {
  const client = await OpenApiClient.from(`${stack().staff}/api/openapi.json`);
  const { email, password } = signInOf(role, 'Berga');
  await client.call('signIn', { body: { email, password } });
  return client;
}

test('a client made from the OpenAPI document walks from the offer to the reminder of an action', async ({ browser }) => {
  const [social, manager, coordinator] = [await signedIn('socialWorker'), await signedIn('manager'), await signedIn('coordinator')];
  const me = await coordinator.call<{ userId: string }>('whoAmI');
  const now = new Date((await phones.clock()).now);
  const since = await phones.mark();

  // a: offer, referral
  const offer = await social.call<View>('logOffer', { body: { about: 'P.Q.', offeredOn: day(now, -1) } });
  await social.call('answerOffer', { params: { offerId: offer.id }, body: { answer: 'accepted', answeredOn: day(now, 0) } });
  let referral = await social.call<View>('startReferral', { body: { offerId: offer.id } });
  const referralId = referral.id;
  const incomplete = await social.try<{ code: string }>('submitReferral', { params: { referralId }, body: { version: referral.version } });
  expect(incomplete.body.code).toBe('referral-incomplete');
  referral = await social.call<View>('saveReferral', {
    params: { referralId },
    body: {
      version: referral.version,
      content: {
        focalPersons: [{ givenName: 'Pella', familyName: 'Qvist', birthDate: '2016-03-04', personalNumber: null, protected: false }],
        situation: 'Pella är ofta hos farmor. Pappa arbetar natt.', worries: 'Hon är trött i skolan.', strengths: 'Hon har många vuxna.', goals: 'Pella sover hemma eller hos någon hon väljer.',
        questions: ['Var sover Pella när pappa arbetar?', 'Vem följer henne till skolan?', 'Vad gör vi om farmor blir sjuk?'].map((text) => ({ text })),
        bottomLines: [{ text: 'Pella är aldrig ensam hemma en natt.' }], noBottomLines: false, resources: [{ text: 'Kontaktfamilj kan prövas.' }], languages: ['sv'], holdBy: day(now, 42),
      },
    },
  });
  referral = await social.call<View>('submitReferral', { params: { referralId }, body: { version: referral.version } });

  // b: manager, coordinator
  referral = await manager.call<View>('acceptReferral', { params: { referralId }, body: { version: referral.version } });
  const { coordinators } = await manager.call<{ coordinators: { id: string }[] }>('listCoordinators');
  expect(coordinators.map((c) => c.id)).toContain(me.userId);
  referral = await manager.call<View>('allocateCoordinator', { params: { referralId }, body: { version: referral.version, coordinatorId: me.userId } });
  await coordinator.call('declareConflict', { params: { referralId }, body: { version: referral.version, conflict: false } });

  // c: network, consent
  const add = (givenName: string, relation: string, phone: string | null, more: object = {}) =>
    coordinator.call<Member>('addMember', { params: { referralId }, body: { givenName, familyName: 'Qvist', relation, side: 'father', ring: 'inner', phone, channel: phone ? 'sms' : 'letter', birthYear: '1961', ...more } });
  const notANumber = await coordinator.try<{ code: string }>('addMember', { params: { referralId }, body: { givenName: 'X', familyName: 'Y', relation: 'granne', side: 'friends', ring: 'outer', phone: '12345' } });
  expect(notANumber.body.code).toBe('not-a-phone-number');
  const farmor = await add('Ulla', 'farmor', '070-174 06 91', { mustAttend: true });
  const farbror = await add('Bo', 'farbror', '070-174 06 92');
  const faster = await add('Kim', 'faster', '070-174 06 93');
  expect(faster.contactRefusal).toBe('notAgreed');
  for (const member of [farmor, farbror, faster]) await coordinator.call('moveMember', { params: { memberId: member.id }, body: { event: 'agree' } });
  for (const member of [farmor, farbror]) {
    await coordinator.call('recordConsent', { params: { memberId: member.id }, body: { purpose: 'contact', form: 'oral', givenOn: day(now, 0) } });
  }
  const network = await coordinator.call<{ members: Member[] }>('readNetwork', { params: { referralId } });
  expect(network.members.find((m) => m.id === faster.id)!.contactRefusal).toBe('noConsent');

  // d: times, invitations
  let conference = await coordinator.call<Conference>('planConference', { params: { referralId } });
  const conferenceId = conference.id;
  const times = [20, 21, 22].map((d) => ({ startsLocal: `${day(now, d)}T17:00`, endsLocal: `${day(now, d)}T20:00` }));
  conference = await coordinator.call<Conference>('proposeTimes', { params: { conferenceId }, body: { version: conference.version, times, answerBy: day(now, 10) } });
  const sent = await coordinator.call<{ invited: { memberId: string }[]; refused: { memberId: string; reason: string }[] }>('sendInvitations', { params: { conferenceId }, body: { memberIds: [farmor.id, farbror.id, faster.id] } });
  expect(sent.invited.map((i) => i.memberId).sort()).toEqual([farmor.id, farbror.id].sort());
  expect(sent.refused).toEqual([{ memberId: faster.id, reason: 'noConsent' }]);

  // e: the relative's own pages
  await phones.moveClock({ next: true });
  const sms = await phones.waitFor('+46701740691', (text) => text.includes('/r/'), since);
  expect(sms.message).not.toMatch(/Pella|Qvist|socialtjänst|rådslag|kommun/i);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await answerAsRelative(page, linkIn(sms.message), '1961');

  // f: matrix, confirm
  await expect.poll(async () => (await coordinator.call<{ answered: number }>('readMatrix', { params: { conferenceId } })).answered).toBe(1);
  const best = (await coordinator.call<{ ranking: { timeId: string }[] }>('readMatrix', { params: { conferenceId } })).ranking[0]!.timeId;
  const effect = await coordinator.call<{ sms: number; texts: { text: string }[] }>('previewConfirm', { params: { conferenceId, timeId: best } });
  expect(effect.sms).toBe(2);
  conference = await coordinator.call<Conference>('confirmTime', { params: { conferenceId }, body: { version: conference.version, timeId: best } });
  expect(conference.state).toBe('confirmed');

  // g: the planned text is what arrives; moving supersedes
  const planned = async () => (await coordinator.call<{ messages: Message[] }>('readOutreach', { params: { conferenceId } })).messages;
  const announced = (await planned()).find((m) => m.kind === 'timeSet' && m.memberId === farbror.id)!;
  expect(announced.text).toBeTruthy();
  await phones.moveClock({ next: true });
  expect((await phones.waitFor('+46701740692', (text) => asStaffSee(text) === announced.text, since)).message).toMatch(/\/r\/[0-9A-Za-z]{22}/);
  await expect.poll(async () => (await planned()).find((m) => m.id === announced.id)!.state).toBe('delivered');
  expect((await planned()).filter((m) => m.memberId === farbror.id && m.kind.startsWith('reminder') && m.state === 'planned').length).toBeGreaterThanOrEqual(2);
  const moved = day(now, 24);
  conference = await coordinator.call<Conference>('moveConference', { params: { conferenceId }, body: { version: conference.version, startsLocal: `${moved}T16:00`, endsLocal: `${moved}T19:00` } });
  expect((await planned()).filter((m) => m.kind.startsWith('reminder') && m.state === 'cancelled').length).toBeGreaterThanOrEqual(2);
  await phones.moveClock({ next: true });
  await phones.waitFor('+46701740692', (text) => /16[.:]00|16[.:-]/.test(text), since);

  // h: the day
  await phones.moveClock({ to: `${moved}T15:30:00+01:00` });
  const phase = (event: string) => coordinator.call('recordPhase', { params: { conferenceId }, body: { event } });
  await coordinator.call('checkIn', { params: { conferenceId }, body: { memberId: farmor.id, event: 'arrived' } });
  await phase('startInformation');
  let plan = await coordinator.try<View & { code: string }>('startPlan', { params: { conferenceId } });
  await phase('startPrivateTime');
  await coordinator.call('checkIn', { params: { conferenceId }, body: { memberId: farbror.id, event: 'arrived' } });
  const locked = await coordinator.try<{ code: string }>('recordConsent', { params: { memberId: farbror.id }, body: { purpose: 'shareFacts', form: 'oral', givenOn: moved } });
  expect([locked.status, locked.body.code]).toEqual([423, 'private-family-time']);
  await phase('endPrivateTime');

  // i: the plan
  if (plan.status >= 400) plan = await coordinator.try('startPlan', { params: { conferenceId } });
  const planId = (plan.body as View).id;
  type Plan = View & { state: string; questions: { id: string }[]; bottomLines: { id: string }[]; actions: { id: string }[] };
  let view = await coordinator.call<Plan>('readPlan', { params: { conferenceId } });
  const early = await coordinator.try<{ code: string }>('presentPlan', { params: { planId }, body: { version: view.version } });
  expect(early.body.code).toBe('plan-incomplete');
  for (const question of view.questions) {
    await coordinator.call('addAction', {
      params: { planId },
      body: { questionId: question.id, what: 'Sover hos farmor', ownerId: farmor.id, whenText: 'varje arbetsnatt', dueOn: day(now, 40), checkerId: farbror.id, planB: 'Farbror kommer hem till Pella', meetsBottomLineIds: [view.bottomLines[0]!.id] },
    });
  }
  view = await coordinator.call<Plan>('readPlan', { params: { conferenceId } });
  view = await coordinator.call<Plan>('presentPlan', { params: { planId }, body: { version: view.version } });
  view = await social.call<Plan>('decidePlan', { params: { planId }, body: { version: view.version, decision: 'requestRevision', bottomLineId: view.bottomLines[0]!.id, reason: 'Vem är hos Pella om farmor är bortrest?' } });
  view = await coordinator.call<Plan>('revisePlan', { params: { planId }, body: { version: view.version } });
  view = await coordinator.call<Plan>('presentPlan', { params: { planId }, body: { version: view.version } });
  view = await social.call<Plan>('decidePlan', { params: { planId }, body: { version: view.version, decision: 'accept', reviewOn: day(now, 90) } });
  expect(view.state).toBe('accepted');

  // j: PDF, reminder of an action
  const pdf = await coordinator.try<string>('planPdf', { params: { planId, memberId: farmor.id } });
  expect(pdf.status).toBe(200);
  expect(String(pdf.body).startsWith('%PDF-')).toBe(true);
  const reminder = (await planned()).find((m) => m.kind === 'actionDue' && m.memberId === farmor.id && m.state === 'planned');
  expect(reminder).toBeTruthy();
});

/** Walks the pages by their buttons: the fullest answer, as a person with a thumb. */
async function answerAsRelative(page: import('@playwright/test').Page, link: string, birthYear: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Vilket år är du född?').fill(birthYear);
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Ja, jag vill komma').check();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  for (const choice of await page.getByRole('radio', { name: 'Jag kan' }).all()) await choice.check();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Jag kommer dit').check();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByLabel('Jag behöver inget särskilt').check();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('radio', { name: 'Nej' }).check();
  await page.getByRole('button', { name: 'Fortsätt' }).click();
  await page.getByRole('button', { name: 'Skicka mitt svar' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Tack');
}
