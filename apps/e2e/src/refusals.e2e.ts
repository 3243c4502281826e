import { expect, test, type Page } from '@playwright/test';
import { begunCase, invited, type Person } from './case-by-client';
import { clockUntil, next, oldPhone, walkIn } from './family-pages';
import { dayAfter, Desk, field, offerAccepted, typePerson, typeTimes, writeAction } from './staff-pages';
import { linkIn, phones, signInOf, stack } from './stack';

/** A refusal wherever one is possible. What was typed stays, and nothing has changed. */
test.setTimeout(400_000);

const person = (givenName: string, phone: string, more: Partial<Person> = {}): Person => ({ givenName, phone, birthYear: '1960', consents: true, ...more });
const e164 = (phone: string) => `+46${phone.replace(/\D/g, '').slice(1)}`;

test('staff: sign-in, referral, phone number, consent, times', async ({ browser }) => {
  const social = await Desk.of(browser, 'socialWorker', 'Berga');
  await test.step('a wrong password', async () => {
    const { page } = social;
    await page.goto(`${stack().staff}/logga-in`);
    await social.typeSignIn('fel-losenord-2026');
    await expect(page.getByRole('alert')).toContainText('E-post och lösenord hör inte ihop. Försök igen.');
    await expect(page.getByLabel('E-post')).toHaveValue(signInOf('socialWorker', 'Berga').email);
    await social.enter();
  });

  await test.step('a referral that is not finished', async () => {
    const { page } = social;
    await offerAccepted(social, 'R.F.');
    await field(page, 'Bakgrund').fill('Det här är bara börjat.');
    await social.press('Lämna in uppdraget');
    await expect(page.getByRole('alert')).toContainText('Det här saknas');
    await expect(page.getByRole('alert')).toContainText('3 frågor till behövs');
    await expect(field(page, 'Bakgrund')).toHaveValue('Det här är bara börjat.');
    await page.reload();
    await expect(field(page, 'Bakgrund')).toHaveValue('Det här är bara börjat.');
  });

  const staged = await begunCase('Ros', [person('Astrid', '070-174 06 60'), person('Nils', '070-174 06 61', { consents: false })]);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  await coordinator.enter();

  await test.step('a phone number that is not one', async () => {
    await coordinator.open(`${staged.casePath}/natverk`);
    await coordinator.press('Lägg till person');
    await typePerson(page, { givenName: 'Vendela', familyName: 'Ros', relation: 'kusin', side: 'Fars sida', ring: 'nära', phone: '12345' });
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByRole('dialog')).toContainText('Skriv numret med riktnummer');
    await expect(field(page.getByRole('dialog'), 'Förnamn')).toHaveValue('Vendela');
    await expect(field(page.getByRole('dialog'), 'Mobilnummer')).toHaveValue('12345');
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    await expect(page.getByRole('button', { name: /^Vendela / })).toHaveCount(0);
  });

  await test.step('fewer than three times, a day that has been, an answer that is asked for too late', async () => {
    await coordinator.open(`${staged.casePath}/inbjudan/tider`);
    await coordinator.press('Börja planera rådslaget');
    const times = [20, 21].map((days) => ({ date: dayAfter(staged.start, days), from: '17:00', to: '20:00' }));
    await typeTimes(page, times, dayAfter(staged.start, 10));
    await coordinator.press('Spara tiderna');
    await expect(page.getByText('Fyll i minst tre hela tider.')).toBeVisible();
    const rowOf = (n: number) => page.getByRole('group', { name: `Tid ${n}`, exact: true });
    await typeTimes(page, [...times, { date: dayAfter(staged.start, -3), from: '17:00', to: '20:00' }], dayAfter(staged.start, 10));
    await coordinator.press('Spara tiderna');
    await expect(rowOf(3)).toContainText('Välj en dag som kommer.');
    await expect(field(rowOf(1), 'Dag')).toHaveValue(times[0]!.date);
    await typeTimes(page, [...times, { date: dayAfter(staged.start, 22), from: '17:00', to: '20:00' }], dayAfter(staged.start, 25));
    await coordinator.press('Spara tiderna');
    await expect(page.getByText('Sista svarsdag måste vara före den första tiden.')).toBeVisible();
    await field(page, 'Sista svarsdag').fill(dayAfter(staged.start, 10));
    await coordinator.press('Spara tiderna');
    await expect(page.getByRole('grid')).toBeVisible();
  });

  await test.step('no consent: no box to tick, and the API says why', async () => {
    await page.getByRole('link', { name: 'Inbjudningar' }).click();
    const row = page.getByRole('row', { name: /Nils/ });
    await expect(row).toContainText('Har inte sagt ja till att bli kontaktad.');
    await expect(row.getByRole('checkbox')).toHaveCount(0);
    const { conferenceId } = await staged.coordinator.call<{ conferenceId: string }>('readCase', { params: { referralId: staged.referralId } });
    const sent = await staged.coordinator.call<{ invited: unknown[]; refused: unknown[] }>('sendInvitations', { params: { conferenceId }, body: { memberIds: [staged.memberId('Nils')] } });
    expect(sent).toMatchObject({ invited: [], refused: [{ memberId: staged.memberId('Nils'), reason: 'noConsent' }] });
  });

  await test.step('another municipality’s case by its id is a case that does not exist', async () => {
    const elsewhere = await Desk.of(browser, 'coordinator', 'Alnäs');
    await elsewhere.enter();
    const bodies: unknown[] = [];
    for (const id of [staged.referralId, '01900000-0000-7000-8000-000000000000']) {
      await elsewhere.open(`/radslag/${id}/natverk`);
      await expect(elsewhere.page.getByRole('heading', { name: 'Rådslaget går inte att öppna' })).toBeVisible();
      const answer = await elsewhere.page.request.get(`${stack().staff}/api/v1/referrals/${id}`);
      expect(answer.status()).toBe(404);
      bodies.push({ ...((await answer.json()) as object), instance: '' });
    }
    expect(bodies[0]).toEqual(bodies[1]);
  });
});

test('relatives: birth year, closed poll, and links that no longer open', async ({ browser }) => {
  const staged = await begunCase('Sten', [person('Birger', '070-174 06 62'), person('Clara', '070-174 06 63'), person('Doris', '070-174 06 64')]);
  const since = await phones.mark();
  const { links } = await invited(staged, [20, 21, 22], 5);
  const linkOf = async (phone: string) => linkIn((await clockUntil(e164(phone), (text) => text.includes('/r/'), since)).message);
  const [birger, clara, doris] = [await linkOf('070-174 06 62'), await linkOf('070-174 06 63'), await linkOf('070-174 06 64')];
  const phone = await oldPhone(browser);
  const page = await phone.newPage();

  await test.step('a wrong year of birth five times pauses, also for the right one', async () => {
    await page.goto(birger);
    await next(page);
    for (let attempt = 1; attempt <= 5; attempt++) {
      await page.getByLabel('Vilket år är du född?').fill('1901');
      await next(page);
      if (attempt < 5) await expect(page.getByText('Året stämmer inte. Försök igen.').first()).toBeVisible();
      if (attempt === 1) await expect(page.getByLabel('Vilket år är du född?')).toHaveValue('1901');
    }
    await expect(page.getByText(/Vi pausar en stund/)).toBeVisible();
    await page.getByLabel('Vilket år är du född?').fill('1960');
    await next(page);
    await expect(page.getByText(/Vi pausar en stund/)).toBeVisible();
  });

  await test.step('a page left empty keeps what was chosen and says what is missing', async () => {
    await page.goto(clara);
    await walkIn(page, '1960');
    await next(page);
    await expect(page.getByRole('heading', { name: 'Välj det som stämmer bäst' })).toBeVisible();
    await page.getByRole('radio', { name: 'Ja, jag vill komma' }).check();
    await next(page);
    await page.getByRole('radio', { name: 'Jag kan' }).first().check();
    await next(page);
    await expect(page.getByText('Svara på 2 tider till')).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Jag kan' }).first()).toBeChecked();
  });

  await test.step('a closed poll takes no answer', async () => {
    await phones.moveClock({ to: `${dayAfter(staged.start, 6)}T09:00` });
    await page.goto(clara);
    await walkIn(page, '1960');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Svarstiden har gått ut');
    await expect(page.getByRole('button', { name: 'Skicka mitt svar' })).toHaveCount(0);
    await page.goto(`${stack().family}/3`);
    await expect(page.getByRole('button', { name: 'Fortsätt' })).toHaveCount(0);
  });

  await test.step('revoked, expired and unknown are one page', async () => {
    const again = await signedInAgain(staged.coordinator);
    await again.call('revokeInvitation', { params: { invitationId: links.get(staged.memberId('Doris'))! } });
    const revoked = await deadPage(page, doris);
    await phones.moveClock({ to: `${dayAfter(staged.start, 110)}T09:00` });
    const expired = await deadPage(page, birger);
    const unknown = await deadPage(page, `${stack().family}/r/0123456789abcdefghijkl`);
    expect(expired).toBe(revoked);
    expect(unknown).toBe(revoked);
    await expect(page.locator('a[href^="tel:"]').first()).toBeVisible();
  });
});

async function deadPage(page: Page, link: string): Promise<string> {
  const answer = await page.goto(link);
  expect(answer!.status()).toBe(404);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken går inte att öppna');
  return answer!.text();
}

async function signedInAgain<T extends { call: (name: string, input: { body: unknown }) => Promise<unknown> }>(client: T): Promise<T> {
  const { email, password } = signInOf('coordinator', 'Berga');
  await client.call('signIn', { body: { email, password } });
  return client;
}

test('the day and the plan: private time, a question without answer, an action without an owner', async ({ browser }) => {
  const staged = await begunCase('Tall', [person('Edit', '070-174 06 65'), person('Folke', '070-174 06 66')]);
  const { conferenceId, version, timeIds } = await invited(staged, [15, 16, 17], 4);
  await staged.coordinator.call('confirmTime', { params: { conferenceId }, body: { version, timeId: timeIds[0] } });
  await phones.moveClock({ to: `${dayAfter(staged.start, 15)}T16:45` });
  const client = await signedInAgain(staged.coordinator);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  await coordinator.open(`/dagen/${conferenceId}`);
  await coordinator.press('Börja informationen');
  await expect(page.getByRole('button', { name: 'Börja familjens egen tid' })).toBeVisible();
  const phase = (event: string) => client.call('recordPhase', { params: { conferenceId }, body: { event } });

  await test.step('an action without an owner, and a question without an answer', async () => {
    await phase('startPrivateTime');
    await phase('endPrivateTime');
    await coordinator.open(`${staged.casePath}/plan`);
    await coordinator.press('Börja skriva planen');
    await writeAction(page, { question: 'Var bor Tage på vardagarna?', what: 'Tage bor hos Edit måndag till torsdag.', owner: 'Välj person', when: 'varje vecka', dueOn: dayAfter(staged.start, 40), checker: 'Folke T., släkting', planB: 'Folke tar emot honom.' });
    await coordinator.press('Familjen har lagt fram planen');
    await expect(page.getByText('Innan planen kan läggas fram')).toBeVisible();
    await expect(page.getByText('Punkt 1.1 har ingen som gör den')).toBeVisible();
    await expect(page.getByText('Frågan ”Vem hämtar honom på fredagar?” har inget svar')).toBeVisible();
    await expect(field(page, 'Vad, punkt 1.1')).toHaveValue('Tage bor hos Edit måndag till torsdag.');
    await page.reload();
    await expect(field(page, 'Vad, punkt 1.1')).toHaveValue('Tage bor hos Edit måndag till torsdag.');
  });

  await test.step('while the family is by itself no content is written', async () => {
    const plan = await client.call<{ id: string; questions: { id: string }[] }>('readPlan', { params: { conferenceId } });
    await phase('startPrivateTime');
    await expect(page.getByText('Familjens egen tid pågår. Planen kan läsas men inte ändras tills den är slut.')).toBeVisible();
    await expect(field(page, 'Vad, punkt 1.1')).toHaveCount(0);
    const refused = await client.try<{ code: string }>('addAction', { params: { planId: plan.id }, body: { questionId: plan.questions[1]!.id, what: 'Edit hämtar.' } });
    expect([refused.status, refused.body.code]).toEqual([423, 'private-family-time']);
    await phase('endPrivateTime');
    await expect(field(page, 'Vad, punkt 1.1')).toBeVisible();
  });
});
