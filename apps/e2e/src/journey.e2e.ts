import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { answerByNames, answerInSwedish, calendarFile, changeLastTimeToNo, clockUntil, next, oldPhone, tapLink, walkIn } from './family-pages';
import { BOTTOM_LINE, e164, farmor, granne, mamma, morbror, mormor, moster, QUESTIONS, referralText } from './family-ohman';
import { Screens } from './screens';
import { addPerson, contentIsRefused, dayAfter, Desk, eventsOf, field, offerAccepted, onMap, plannedText, present, typePerson, typeTimes, writeAction, writeReferral } from './staff-pages';
import { asStaffSee, linkIn, phones, stack } from './stack';

test('from the offer to the reminder of an action, on the screens that people use', async ({ browser }) => {
  test.setTimeout(900_000);
  const screens = new Screens('journey');
  const start = new Date((await phones.clock()).now);
  const since = await phones.mark();
  const [social, manager, coordinator] = [await Desk.of(browser, 'socialWorker', 'Alnäs', 'Jonas'), await Desk.of(browser, 'manager', 'Alnäs'), await Desk.of(browser, 'coordinator', 'Alnäs', 'Sanna')];
  let casePath = '';

  await test.step('a: the social worker logs the offer and writes the referral', async () => {
    const { page } = social;
    await page.goto(stack().staff);
    await expect(page).toHaveURL(/logga-in/);
    await screens.look(page, 'sign-in', { alsoNarrow: true, alsoDark: true });
    await social.enter();
    await screens.look(page, 'today-social-worker');
    await offerAccepted(social, 'V.Ö.');
    await screens.look(page, 'referral-empty');
    await writeReferral(page, referralText(start));
    await expect(page.locator('.saveline')).toContainText('Sparat');
    await screens.look(page, 'referral-written', { alsoNarrow: true, alsoDark: true, whole: true });
    await social.press('Lämna in uppdraget');
    await expect(page.getByText('Enhetschefen tar ställning till uppdraget.')).toBeVisible();
    casePath = new URL(page.url()).pathname.replace(/\/uppdrag$/, '');
    await social.open('/erbjudanden');
    await screens.look(page, 'offers', { alsoNarrow: true });
  });

  await test.step('b: the manager accepts and allocates, the coordinator declares no conflict', async () => {
    const { page } = manager;
    await manager.enter();
    await screens.look(page, 'today-manager');
    await manager.open(`${casePath}/uppdrag`);
    await expect(page.getByText(QUESTIONS[0]!)).toBeVisible();
    await manager.press('Ta emot uppdraget');
    await page.getByRole('radio', { name: /Sanna Lind/ }).check();
    await screens.look(page, 'allocate');
    await manager.press('Fördela');
    await expect(page.getByText('Samordnaren svarar på frågan om jäv.')).toBeVisible();
    await coordinator.enter();
    await screens.look(coordinator.page, 'today-coordinator', { alsoNarrow: true, alsoDark: true });
    await coordinator.open(`${casePath}/uppdrag`);
    await screens.look(coordinator.page, 'conflict');
    await coordinator.press('Inget jäv, jag tar uppdraget');
    await expect(coordinator.page.getByText('Samordnaren har tagit uppdraget.')).toBeVisible();
  });

  await test.step('c: the coordinator draws the network and records consents', async () => {
    const { page } = coordinator;
    await coordinator.open(`${casePath}/natverk`);
    await expect(page.getByText(/Kartan börjar med Vera/)).toBeVisible();
    await screens.look(page, 'network-empty');
    await coordinator.press('Lägg till person');
    await typePerson(page, mormor);
    await screens.look(page, 'network-form', { alsoNarrow: true });
    await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
    await expect(onMap(page, mormor)).toBeVisible();
    for (const person of [mamma, farmor, morbror, moster, granne]) await addPerson(coordinator, person);
    for (const person of [mormor, mamma, farmor, morbror, moster]) {
      await onMap(page, person).press('Enter');
      await coordinator.press('Barnet har sagt ja');
      await page.getByRole('complementary').getByRole('button', { name: 'Anteckna', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(page.getByRole('complementary')).toContainText('Till att bli kontaktad');
    }
    await screens.look(page, 'network', { alsoNarrow: true, alsoDark: true });
    await coordinator.open(`${casePath}/samtycke`);
    await expect(page.getByRole('row', { name: /Kent/ })).toContainText('inte frågat');
    await screens.look(page, 'consents', { alsoNarrow: true });
  });

  await test.step('d: three dates, invitations, and a refusal with its reason', async () => {
    const { page } = coordinator;
    await coordinator.open(`${casePath}/inbjudan/tider`);
    await coordinator.press('Börja planera rådslaget');
    await typeTimes(page, [20, 22, 23].map((days) => ({ date: dayAfter(start, days), from: '17:00', to: '20:30' })), dayAfter(start, 10));
    await screens.look(page, 'propose-times', { alsoNarrow: true });
    await coordinator.press('Spara tiderna');
    await expect(page.getByRole('grid')).toBeVisible();
    await page.getByRole('link', { name: 'Inbjudningar' }).click();
    await expect(page.getByRole('row', { name: /Kent/ })).toContainText('Barnet har inte sagt ja till personen än');
    await page.getByRole('checkbox', { name: /Välj alla som kan bjudas in \(5\)/ }).check();
    await coordinator.press('Skicka till 5');
    await expect(page.getByText('Fem personer får frågan som SMS, med var sin länk.')).toBeVisible();
    await screens.look(page, 'invitations-preview', { alsoNarrow: true });
    await coordinator.press('Skicka fem inbjudningar');
    await expect(page.getByText('Fem inbjudningar är på väg.')).toBeVisible();
    await screens.look(page, 'invitations', { alsoDark: true });
  });

  const relative = await oldPhone(browser);
  let link = '';
  await test.step('e: a relative answers from the link, on an old phone, and the matrix follows without reloading', async () => {
    const { page } = coordinator;
    link = linkIn((await clockUntil(e164(mormor), (text) => text.includes('/r/'), since)).message);
    const arabic = linkIn((await clockUntil(e164(farmor), (text) => text.includes('/r/'), since)).message);
    for (const { message } of (await Promise.all([mormor, mamma, farmor, morbror].map((one) => phones.arrivals(e164(one))))).flat().filter((one) => one.seq > since)) {
      expect(message).not.toMatch(/Vera|Öhman|socialtjänst|rådslag|kommun|Alnäs/i);
    }
    await coordinator.open(`${casePath}/inbjudan/tider`);
    await expect(page.getByText('Ingen har svarat än.')).toBeVisible();
    await page.evaluate(() => Object.assign(window, { neverReloaded: true }));

    const phone = await tapLink(relative, link);
    await answerInSwedish(phone, { birthYear: mormor.birthYear!, screens, note: 'Jag tar gärna med mig kaffe.' });
    await expect(page.getByText('En av fem inbjudna har svarat.')).toBeVisible();
    await expect(page.getByRole('row', { name: /Gunilla/ }).locator('.c.ja')).toHaveCount(3);
    await expect(page.getByRole('row', { name: /Gunilla/ })).toContainText('tolk');

    const second = await tapLink(relative, link);
    await changeLastTimeToNo(second, mormor.birthYear!, screens);
    await expect(page.getByRole('row', { name: /Gunilla/ }).locator('.c.nej')).toHaveCount(1);

    const arabicPhone = await oldPhone(browser);
    await answerByNames(await tapLink(arabicPhone, arabic), { birthYear: farmor.birthYear!, times: ['yes', 'ifNeedBe', 'no'], interpreter: 'عربي' }, (seen, name) => screens.look(seen, `family-ar-${name}`, { whole: true }));
    await expect(page.getByText('Två av fem inbjudna har svarat.')).toBeVisible();
    expect(await page.evaluate(() => 'neverReloaded' in window)).toBe(true);
  });

  const meetOn = dayAfter(start, 20);
  await test.step('f: an answer by phone, the best time explains itself, and is booked', async () => {
    const { page } = coordinator;
    await page.getByRole('link', { name: 'Inbjudningar' }).click();
    await page.getByRole('group', { name: /Länken till Jessica/ }).getByRole('button', { name: 'Anteckna svar' }).click();
    const form = page.getByRole('dialog');
    for (const time of await form.getByRole('radiogroup').all()) await time.getByRole('radio', { name: 'kan', exact: true }).check();
    await screens.look(page, 'answer-on-behalf');
    await form.getByRole('button', { name: 'Spara svaret' }).click();
    await expect(form).toBeHidden();
    await page.getByRole('link', { name: 'Tider' }).click();
    const best = page.locator('rs-best-times li').first();
    await expect(best).toContainText('Bäst: alla två som måste vara med kan.');
    await best.getByRole('button').click();
    await expect(page.getByRole('complementary')).toContainText(/får SMS/);
    await screens.look(page, 'matrix', { alsoNarrow: true, alsoDark: true });
    await coordinator.press(/^Boka \d+ /);
    await expect(page.getByText('Bokad tid')).toBeVisible();
    await page.getByRole('complementary').getByRole('button', { name: 'Ändra', exact: true }).click();
    await field(page.getByRole('dialog'), 'Namn').fill('Alnäs bibliotek, Lilla salen');
    await field(page.getByRole('dialog'), 'Adress').fill('Storgatan 4');
    await page.getByRole('checkbox', { name: /De inbjudna får se var det är/ }).check();
    await coordinator.press('Spara lokalen');
    await expect(page.getByRole('complementary')).toContainText('Storgatan 4');
    await screens.look(page, 'booked');

    const set = await clockUntil(e164(mormor), (text) => text.includes('Nu är dagen klar'), since);
    expect(linkIn(set.message)).toBe(link);
    const phone = await tapLink(relative, link);
    await walkIn(phone, mormor.birthYear!);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('17');
    await screens.look(phone, 'family-time-set', { whole: true });
    const calendar = await calendarFile(phone);
    expect(calendar).toMatchObject({ SUMMARY: 'Möte' });
    expect(JSON.stringify(calendar)).not.toMatch(/Vera|Öhman|socialtjänst|rådslag|kommun|Storgatan/i);
  });

  await test.step('g: planned texts arrive as they stand; moving the day supersedes them; accepted becomes delivered', async () => {
    const { page } = coordinator;
    await coordinator.open(`${casePath}/inbjudan/utskick`);
    await page.getByRole('button', { name: 'Läs alla texter i förväg' }).click();
    await screens.look(page, 'outreach-all-texts');
    await page.getByRole('button', { name: 'Dölj texterna' }).click();
    const week = await plannedText(page, 'Jessica', 'Påminnelse en vecka före');
    await screens.look(page, 'outreach', { alsoNarrow: true, alsoDark: true });
    await clockUntil(e164(mamma), (text) => asStaffSee(text) === week, since);
    await coordinator.open(`${casePath}/inbjudan/tider`);
    await coordinator.press('Flytta dagen');
    const dialog = page.getByRole('dialog');
    await field(dialog, 'Från').fill('16:00');
    await field(dialog, 'Till').fill('19:30');
    await screens.look(page, 'move-dialog');
    await phones.behave(e164(mamma), 'delay:12000');
    await coordinator.press('Flytta rådslaget');
    await expect(dialog).toBeHidden();
    await page.getByRole('link', { name: 'Utskick' }).click();
    await expect(eventsOf(page, 'Jessica').getByRole('button', { name: /Påminnelse dagen före, skickas inte/ })).toHaveCount(1);
    const moved = await plannedText(page, 'Jessica', 'Ny dag och tid', /planerat|på väg ut|skickas nu|skickat/);
    await expect(eventsOf(page, 'Jessica').getByRole('button', { name: /Ny dag och tid, skickat/ })).toBeVisible({ timeout: 40_000 });
    await screens.look(page, 'outreach-moved');
    await clockUntil(e164(mamma), (text) => asStaffSee(text) === moved, since);
    await phones.behave(e164(mamma), 'ok');
    await expect(eventsOf(page, 'Jessica').getByRole('button', { name: /Ny dag och tid, levererat/ })).toBeVisible({ timeout: 40_000 });
  });
  
  await test.step('h: the day: attendance, private time that locks, and the end', async () => {
    const { page } = coordinator;
    await phones.moveClock({ to: `${meetOn}T15:40` });
    await coordinator.open(`${casePath}/inbjudan/tider`);
    await page.getByRole('link', { name: 'Öppna dagen' }).click();
    await expect(page.getByRole('heading', { name: 'Dagen har inte börjat' })).toBeVisible();
    await coordinator.press('Gunilla Ö. är här');
    await coordinator.press('Jessica Ö. är här');
    await screens.look(page, 'day-arrivals', { alsoNarrow: true, alsoDark: true });
    await coordinator.press('Börja informationen');
    await coordinator.press('Börja familjens egen tid');
    await coordinator.press('Alla har gått ut, börja');
    await expect(page.getByText('Innehållet är låst')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Skriv planen' })).toHaveCount(0);
    await screens.look(page, 'day-private-time', { alsoNarrow: true, alsoDark: true });
    await contentIsRefused(coordinator, casePath);
    await coordinator.press('Familjen ber om hjälp');
    await expect(page.getByText(/Familjen bad om hjälp\./)).toBeVisible();
    await coordinator.press('Avsluta egen tid');
    await expect(page.getByRole('heading', { name: 'Familjen lägger fram planen' }).first()).toBeVisible();
    await screens.look(page, 'day-presentation');
  });

  const dueOn = dayAfter(start, 34);
  await test.step('i: the plan is written, presented, sent back with the bottom line it breaks, revised and accepted', async () => {
    const { page } = coordinator;
    await coordinator.press('Skriv planen');
    await coordinator.press('Börja skriva planen');
    await writeAction(page, { question: QUESTIONS[0]!, what: 'Vera sover hos mormor de nätter mamma arbetar.', owner: 'Gunilla Ö., mormor', when: 'tisdag till torsdag', dueOn, checker: 'Jessica Ö., mamma', planB: 'Peter hämtar henne hem till sig.' });
    await writeAction(page, { question: QUESTIONS[1]!, what: 'Jessica väcker Vera per telefon och Gunilla följer med.', owner: 'Jessica Ö., mamma', when: 'varje skoldag', dueOn: dayAfter(start, 36), checker: 'Gunilla Ö., mormor', planB: 'Lotta kör henne.' });
    await coordinator.press('Familjen har lagt fram planen');
    await expect(page.getByText('Innan planen kan läggas fram')).toBeVisible();
    await screens.look(page, 'plan-not-ready', { alsoNarrow: true });
    await writeAction(page, { question: QUESTIONS[2]!, what: 'Peter och Lotta tar över när Gunilla är sjuk.', owner: 'Peter Ö., morbror', when: 'samma dag', dueOn: dayAfter(start, 40), checker: 'Jessica Ö., mamma', planB: 'Jessica byter pass.' });
    await screens.look(page, 'plan-written', { alsoNarrow: true, alsoDark: true });
    await present(coordinator);

    await social.open(`${casePath}/plan`);
    await social.press('Be om ändring');
    await social.page.getByRole('radio', { name: BOTTOM_LINE }).check();
    await field(social.page, 'Varför, och vad behöver ändras?').fill('Vem är hos Vera om både mormor och Peter är borta?');
    await screens.look(social.page, 'plan-send-back', { alsoNarrow: true });
    await social.press('Lämna beskedet');
    await expect(social.page.getByText(`Bryter mot: ${BOTTOM_LINE}`)).toBeVisible();

    await expect(page.getByText('Vem är hos Vera om både mormor och Peter är borta?')).toBeVisible();
    await screens.look(page, 'plan-sent-back');
    await coordinator.press('Öppna för ändring');
    await writeAction(page, { question: QUESTIONS[0]!, what: 'Lotta sover över när varken mormor eller Peter kan.', owner: 'Lotta E., morbrors sambo', when: 'när det behövs', dueOn: dayAfter(start, 38), checker: 'Jessica Ö., mamma', planB: 'Jessica stannar hemma.', meets: BOTTOM_LINE });
    await present(coordinator);
    await social.press('Godkänn planen');
    await screens.look(social.page, 'plan-accept');
    await social.press('Lämna beskedet');
    await expect(social.page.getByText(/^Godkänd .* av Jonas Holm/)).toBeVisible();
    await coordinator.open(`${casePath}/dagen`);
    await page.getByRole('link', { name: 'Öppna dagen' }).click();
    await coordinator.press('Avsluta dagen');
    await page.getByRole('dialog').getByRole('button', { name: 'Avsluta dagen' }).click();
    await expect(page.getByRole('heading', { name: 'Dagen är avslutad' })).toBeVisible();
  });

  await test.step('j: the relative reads the plan, gets it on paper, and is reminded before it is due', async () => {
    const { page } = coordinator;
    await coordinator.open(`${casePath}/plan`);
    await expect(page.getByRole('table')).toContainText('påminns');
    await screens.look(page, 'plan-accepted', { alsoNarrow: true, alsoDark: true });
    await page.getByLabel('PDF till').selectOption({ label: 'Gunilla Ö., mormor' });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Hämta PDF' }).click()]);
    const pdf = await readFile(await download.path());
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    expect(download.suggestedFilename()).not.toMatch(/Vera|Öhman|Ohman|Gunilla/i);

    const phone = await tapLink(relative, link);
    await next(phone);
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('Vilket år är du född?');
    await phone.getByLabel('Vilket år är du född?').fill(mormor.birthYear!);
    await next(phone);
    await expect(phone.getByRole('heading', { level: 1 })).toContainText('Vår plan för Vera');
    await expect(phone.getByText('Vera sover hos mormor de nätter mamma arbetar.')).toBeVisible();
    await screens.look(phone, 'family-plan', { whole: true });

    await coordinator.open(`${casePath}/inbjudan/utskick`);
    const reminder = await plannedText(page, 'Gunilla', 'Påminnelse om en punkt i planen');
    await screens.look(page, 'outreach-action-reminder');
    await clockUntil(e164(mormor), (text) => asStaffSee(text) === reminder, since);
    expect((await phones.clock()).now.slice(0, 10) < dueOn).toBe(true);
  });
});
