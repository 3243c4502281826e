import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test, type Locator, type Page } from '@playwright/test';
import { begunCase, invited, type Person } from './case-by-client';
import { answerByNames, clockUntil, next, oldPhone } from './family-pages';
import { textOfPdf } from './letter-text';
import { clockUntilSo, inEnglish, PhonesPage, reachable, readCsv } from './outreach-people';
import { Screens } from './screens';
import { Desk, eventsOf, field } from './staff-pages';
import { asStaffSee, phones, stack } from './stack';

/** What a person at the phones page can try by hand: replies, letters, e-mail, calls, texts, rules, operators, and the list of what will be sent. */
test.setTimeout(400_000);

const screens = new Screens('outreach');
const everywhere = { alsoNarrow: true, alsoDark: true, whole: true };
const e164 = (lastTwo: number) => `+467017406${lastTwo}`;
const person = (givenName: string, lastTwo: number): Person => ({ givenName, phone: `070-174 06 ${lastTwo}`, birthYear: '1960', consents: true });
/** Something to do on the front page; what is due another week lies folded. */
async function task(page: Page, name: RegExp): Promise<Locator> {
  await expect(page.locator('.skeleton')).toHaveCount(0);
  const found = page.getByRole('link', { name }).first();
  const folded = page.getByRole('button', { name: 'Visa' });
  await expect(found.or(folded).first()).toBeVisible();
  if (!(await found.isVisible())) await folded.click();
  return found;
}
const group = (page: Page, title: string): Locator => page.getByRole('region', { name: new RegExp(`^${title} \\d`) });
const reply = (page: Page, words: string): Locator => page.locator('.task.reply', { hasText: words });

test('replies: yes and no are written down, STOP stops, danger comes first, and an unknown number is somebody’s', async ({ browser }) => {
  const staged = await begunCase('Ström', [person('Ja', 72), person('Nej', 73), person('Stopp', 74), person('Rädd', 75), person('Frågar', 76)]);
  const since = await phones.mark();
  await invited(staged, [20, 21, 22], 8);
  for (const lastTwo of [72, 73, 74, 75, 76]) await clockUntil(e164(lastTwo), (text) => text.includes('/r/'), since);
  const operator = await PhonesPage.open(browser);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  await coordinator.enter();

  await test.step('the inbox fills while it is looked at', async () => {
    await coordinator.open('/inkorg');
    await operator.write(e164(72), 'Ja!');
    await operator.write(e164(73), 'Nej');
    await operator.write(e164(74), 'STOPP');
    await operator.write(e164(76), 'Kan jag ta med kakor?');
    await operator.write(e164(75), 'Vem är det här? Han slår mig om han får veta.');
    await phones.reply(e164(79), 'Hej, det är Stopp på nytt nummer');
    await expect(group(page, 'Läs först').locator('.task')).toHaveCount(1);
    await expect(group(page, 'Läs först')).toContainText('Rädd S. skriver');
    await expect(group(page, 'Väntar')).toContainText('Frågar S. skriver');
    await expect(group(page, 'Väntar')).toContainText('Ring Stopp S.: vill inte ha fler SMS');
    await expect(group(page, 'Klart')).toContainText('Ja S. svarade ja');
    await expect(group(page, 'Klart')).toContainText('Nej S. svarade nej');
    await expect(page.getByRole('radio', { name: 'Okända nummer 1' })).toBeAttached();
    await screens.look(page, 'inbox', everywhere);
    await inEnglish(coordinator, 'Rädd S. writes', () => screens.look(page, 'inbox-en'));
  });

  await test.step('danger is not put aside with one key, nor with one press', async () => {
    await page.reload();
    await expect(group(page, 'Läs först').locator('.task')).toHaveCount(1);
    await page.keyboard.press('j');
    await expect(reply(page, 'Han slår mig')).toBeFocused();
    await page.keyboard.press('e');
    const panel = page.getByRole('complementary');
    await expect(panel).toContainText('I texten finns ord om fara. Ring nu.');
    await screens.look(page, 'inbox-danger', everywhere);
    await panel.getByRole('button', { name: 'Läst, inget mer behövs' }).click();
    await screens.look(page, 'inbox-danger-asked');
    await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();
    await expect(group(page, 'Läs först').locator('.task')).toHaveCount(1);
    await field(panel, 'Anteckning efter samtalet').fill('Är hos sin syster. Vi ses i morgon.');
    await panel.getByRole('button', { name: 'Jag har ringt' }).click();
    await expect(group(page, 'Läs först')).toHaveCount(0);
    await expect(reply(page, 'Han slår mig')).toContainText('Malin Berg har ringt');
  });

  await test.step('what needs nothing is read with one key, and taken back with another', async () => {
    await reply(page, 'kakor').focus();
    await page.keyboard.press('e');
    await expect(group(page, 'Klart')).toContainText('Kan jag ta med kakor?');
    await reply(page, 'kakor').focus();
    await page.keyboard.press('z');
    await expect(group(page, 'Väntar')).toContainText('Kan jag ta med kakor?');
  });

  await test.step('an unknown number is tied to a person', async () => {
    await page.getByText('Okända nummer 1').click();
    await page.getByRole('button', { name: /^Öppna: Okänt nummer/ }).click();
    const panel = page.getByRole('complementary');
    await screens.look(page, 'inbox-unknown', { alsoNarrow: true, alsoDark: true });
    await field(panel, 'Rådslag').selectOption({ index: await panel.getByRole('option').filter({ hasText: 'T.S.' }).evaluate((option: HTMLOptionElement) => option.index) });
    await field(panel, 'Person').selectOption(staged.memberId('Stopp'));
    await panel.getByRole('button', { name: 'Koppla till personen' }).click();
    await expect(reply(page, 'på nytt nummer')).toContainText('Stopp S. skriver');
  });

  await test.step('STOP has stopped what was planned, and somebody is to call', async () => {
    await coordinator.open(`${staged.casePath}/inbjudan/utskick`);
    await expect(eventsOf(page, 'Stopp').getByRole('button', { name: /Frågan igen, skickas inte/ }).first()).toBeVisible();
    await expect(eventsOf(page, 'Frågar').getByRole('button', { name: /Frågan igen, planerat/ }).first()).toBeVisible();
    await expect(eventsOf(page, 'Ja').getByRole('button', { name: /Frågan igen/ })).toHaveCount(0);
    await page.getByRole('button', { name: /Ja S\./ }).first().click();
    await page.getByText(/påminnelser behövdes inte/).click();
    await screens.look(page, 'messages', everywhere);
    await coordinator.open('/idag');
    await expect(await task(page, /Stopp S\./)).toBeVisible();
    await screens.look(page, 'today', { alsoNarrow: true });
    await coordinator.open('/inbjudna');
    await expect(page.getByRole('region', { name: /^Behöver dig/ })).toContainText('Stopp S.');
    await expect(page.getByRole('region', { name: /^Har svarat/ })).toContainText('Nej S.');
    await screens.look(page, 'board', everywhere);
    await inEnglish(coordinator, 'Waiting for an answer', () => screens.look(page, 'board-en'));
  });
});

test('whom no text reaches: e-mail, a letter with a code, and a call by its guide', async ({ browser }) => {
  const staged = await begunCase('Fors', []);
  const elin = `elin.${randomInt(10_000)}@post.example`;
  const all = [
    await reachable(staged, 'Fors', { givenName: 'Elin', channel: 'email', email: elin, birthYear: '1962' }),
    await reachable(staged, 'Fors', { givenName: 'Lars', channel: 'letter', postalAddress: 'Lars Fors\nStigen 3\n746 30 Berga', birthYear: '1949' }),
    await reachable(staged, 'Fors', { givenName: 'Karin', channel: 'phone', phone: '070-174 06 77', birthYear: '1955', agreedWord: 'Blåsippa' }),
  ];
  await invited(staged, [20, 21, 22], 8, all);
  const operator = await PhonesPage.open(browser);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  const relative = await oldPhone(browser);
  const quietly = async () => undefined;

  await test.step('an e-mail arrives, and its link leads to the same pages', async () => {
    await clockUntilSo(async () => (await operator.mailTo(elin)).length > 0);
    const [letter = ''] = await operator.mailTo(elin);
    expect(letter).not.toMatch(/Fors|Tage|socialtjänst|rådslag|kommun/i);
    const phone = await relative.newPage();
    await phone.goto(/https?:\/\/\S+\/r\/\w+/.exec(letter)![0]);
    await answerByNames(phone, { birthYear: '1962', times: ['yes', 'yes', 'no'] }, quietly);
  });

  await coordinator.enter();
  await test.step('a letter is fetched and posted; the code in it leads to that person’s own page', async () => {
    await coordinator.open('/idag');
    await (await task(page, /^Gör brevet: Skicka brev till Lars/)).click();
    const guide = page.getByRole('dialog');
    await expect(guide).toContainText('Stigen 3');
    await screens.look(page, 'letter', { alsoNarrow: true, alsoDark: true });
    const [file] = await Promise.all([page.waitForEvent('download'), guide.getByRole('button', { name: 'Hämta brevet (PDF)' }).click()]);
    const letter = textOfPdf(await readFile(await file.path()));
    expect(letter).toContain('Lars Fors');
    const code = /^[0-9A-Z]{5} [0-9A-Z]{5}$/m.exec(letter)![0];
    await guide.getByRole('button', { name: 'Jag har postat brevet' }).click();
    await expect(guide).toContainText('Noterat.');
    const site = /\S+\/kod/.exec(letter)![0];
    expect(stack().family).toContain(site.replace('/kod', ''));

    const phone = await relative.newPage();
    await phone.goto(`${stack().family}/kod`);
    await screens.look(phone, 'family-code', { whole: true });
    await phone.getByRole('textbox').fill('AAAAA AAAAA');
    await next(phone);
    await screens.look(phone, 'family-code-wrong', { whole: true, alsoDark: true });
    await phone.getByRole('textbox').fill(code.toLowerCase().replace(' ', ''));
    await next(phone);
    await expect(phone).toHaveURL(/\/r\//);
    await answerByNames(phone, { birthYear: '1949', times: ['ifNeedBe', 'yes', 'no'] }, quietly);
    await coordinator.open(`${staged.casePath}/inbjudan/tider`);
    await expect(page.getByRole('row', { name: /Lars/ }).locator('.c.kanske, .c.ja')).toHaveCount(2);
  });

  await test.step('a call: the guide says what to say, nobody answers, and then there is an answer to write down', async () => {
    await coordinator.open('/idag');
    await (await task(page, /^Ring: Ring Karin/)).click();
    const guide = page.getByRole('dialog').first();
    await expect(guide).toContainText('säg ordet ”Blåsippa”');
    await screens.look(page, 'call', { alsoNarrow: true, alsoDark: true });
    await inEnglish(coordinator, /say the word “Blåsippa”/, () => screens.look(page, 'call-en'));
    await page.reload();
    await guide.getByRole('button', { name: 'Inget svar, ring igen i morgon' }).click();
    await expect(guide).toContainText('Noterat.');
    await guide.getByRole('button', { name: 'Skriv in svaret' }).click();
    const form = page.getByRole('dialog').last();
    for (const time of await form.getByRole('radiogroup').all()) await time.getByRole('radio', { name: 'kan', exact: true }).check();
    await form.getByRole('button', { name: 'Spara svaret' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await coordinator.open('/inbjudna');
    for (const name of ['Elin F.', 'Lars F.', 'Karin F.']) await expect(page.getByRole('region', { name: /^Har svarat/ })).toContainText(name);
  });
});

test('own words, own rules and two operators: what is set shows in what is sent', async ({ browser }) => {
  const [administrator, manager] = [await Desk.of(browser, 'administrator', 'Berga'), await Desk.of(browser, 'manager', 'Berga')];
  const operator = await PhonesPage.open(browser);
  await administrator.enter();
  await manager.enter();

  await test.step('a text is drafted by one and approved by another', async () => {
    const { page } = administrator;
    await administrator.open('/utskick/texter');
    await field(page, 'Tidsfråga').fill('Hej! Vilken tid passar?');
    await administrator.press('Spara utkast');
    await expect(page.getByText('Skriv {link} där länken ska stå.')).toBeVisible();
    await field(page, 'Tidsfråga').fill('Hej! Vilken tid passar dig? Svara här: {link} Undrar du? Ring {phone}');
    await administrator.press('Spara utkast');
    await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
    await expect(page.getByText('En chef godkänner texten.')).toBeVisible();
    await manager.open('/utskick/texter');
    await screens.look(manager.page, 'texts', everywhere);
    await manager.press('Godkänn och använd');
    await expect(manager.page.getByText(/^Er version \d/)).toBeVisible();
    await inEnglish(manager, 'Stop using', () => screens.look(manager.page, 'texts-en'));
  });

  await test.step('the page that says how our texts look is where its address says', async () => {
    const { page } = manager;
    await manager.open('/utskick/texter');
    const address = await page.getByRole('link', { name: /\/om\/berga$/ }).getAttribute('href');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await manager.press('Kopiera adressen');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    const card = await (await oldPhone(browser)).newPage();
    await card.goto(address!);
    await expect(card.getByText('Svarahit')).toBeVisible();
    await screens.look(card, 'family-card', { whole: true, alsoDark: true });
  });

  await test.step('a rule is changed, and its effect stands beside it in words', async () => {
    const { page } = manager;
    await manager.open('/utskick/regler');
    const effects = page.locator('.effect').first();
    await expect(effects).toContainText('10 dec 14.30');
    await field(page, 'Timmar före').fill('3');
    await expect(effects).toContainText('10 dec 13.30');
    await manager.press('Fråga en gång till');
    await expect(page.locator('.effect').last().getByText(/^Frågas igen/)).toHaveCount(3);
    await screens.look(page, 'rules', everywhere);
    await manager.press('Spara reglerna');
    await expect(page.getByText('Reglerna är sparade.')).toBeVisible();
    await inEnglish(manager, 'Save the rules', () => screens.look(page, 'rules-en', { whole: true }));
    await page.reload();
    await page.getByRole('button', { name: 'Ta bort gång 3' }).click();
    await field(page, 'Timmar före').fill('2');
    await manager.press('Spara reglerna');
    await expect(page.getByText('Reglerna är sparade.')).toBeVisible();
  });

  await test.step('one operator carries all, the other stands in reserve', async () => {
    const { page } = administrator;
    await administrator.open('/operatorer');
    await account('46elks', '100', stack().operatorCredentials);
    await account('Twilio', '0', { user: `AC${'0'.repeat(31)}1`, password: 'simulerad' });
    await expect(page.locator('.operator', { hasText: '46elks' }).locator('.share')).toContainText('100 %');
    await screens.look(page, 'operators', everywhere);
    await inEnglish(administrator, 'of the next messages', () => screens.look(page, 'operators-en'));
    await administrator.open('/operatorer');
  });

  await test.step('the first takes nothing: texts go through the other, with the municipality’s own words, and the timeline says so', async () => {
    await operator.operatorBehaves('46elks', 'busy');
    const staged = await begunCase('Gren', [person('Ask', 85), person('Björk', 88)]);
    const since = await phones.mark();
    await invited(staged, [20, 21, 22], 8);
    for (const lastTwo of [85, 88]) {
      const { message } = await clockUntil(e164(lastTwo), (text) => text.includes('/r/'), since);
      expect(message).toContain('Hej! Vilken tid passar dig? Svara här: http');
      await expect(operator.phone(e164(lastTwo)).locator('.bubble').last()).toContainText('via Twilio');
    }
    const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
    await coordinator.enter();
    await coordinator.open(`${staged.casePath}/inbjudan/utskick`);
    await eventsOf(coordinator.page, 'Ask').getByRole('button', { name: /Tidsfråga/ }).click();
    const tries = coordinator.page.getByRole('list', { name: 'Försök' }).getByRole('listitem');
    await expect(tries.first()).toHaveText(/^46elks .*: kunde inte ta emot det just då$/);
    await expect(tries.last()).toHaveText(/^Twilio .*: tog emot det$/);
    await screens.look(coordinator.page, 'failover', { alsoNarrow: true, alsoDark: true });
    await administrator.open('/operatorer');
    await screens.look(administrator.page, 'operators-trouble', { alsoNarrow: true });
  });

  await test.step('all is put back', async () => {
    await operator.operatorBehaves('46elks', 'ok');
    await administrator.open('/operatorer');
    await administrator.page.getByRole('button', { name: 'Ändra Twilio' }).click();
    await administrator.page.getByText('Nej', { exact: true }).click();
    await administrator.press('Spara');
    await expect(administrator.page.getByText('Twilio är sparad.')).toBeVisible();
    await manager.open('/utskick/texter');
    await manager.press('Sluta använda');
    await manager.page.getByRole('dialog').getByRole('button', { name: 'Sluta använda' }).click();
    await expect(manager.page.getByText('Den inbyggda texten')).toBeVisible();
  });

  async function account(name: string, weight: string, { user, password }: { user: string; password: string }): Promise<void> {
    const { page } = administrator;
    const box = page.locator('.operator', { has: page.getByRole('heading', { name }) });
    await box.getByRole('button').first().click();
    await field(box, 'Vikt').fill(weight);
    await field(box, /användare|Konto-SID/).fill(user);
    await field(box, /lösenord|Auth Token/).fill(password);
    await box.getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByText(`${name} är sparad.`)).toBeVisible();
  }
});

test('the list of what will be sent is what is then sent, byte for byte', async ({ browser }) => {
  const staged = await begunCase('Lund', [person('Mona', 78), person('Sven', 89)]);
  const begun = await phones.mark();
  const { conferenceId, version, timeIds } = await invited(staged, [20, 21, 22], 8);
  for (const lastTwo of [78, 89]) await clockUntil(e164(lastTwo), (text) => text.includes('/r/'), begun);
  const coordinator = await Desk.of(browser, 'coordinator', 'Berga');
  const { page } = coordinator;
  const client = await coordinator.client();
  await client.call('confirmTime', { params: { conferenceId }, body: { version, timeId: timeIds[0] } });
  for (const lastTwo of [78, 89]) await clockUntil(e164(lastTwo), (text) => text.includes('Nu är dagen klar'), begun);
  await coordinator.enter();
  await coordinator.open(`${staged.casePath}/inbjudan/utskick`);
  await page.getByRole('link', { name: 'Allt som ska skickas' }).click();
  await expect(page.getByRole('heading', { name: 'Allt som ska skickas' })).toBeVisible();
  await screens.look(page, 'proof', everywhere);
  await inEnglish(coordinator, /^One text through/, () => screens.look(page, 'proof-en'));
  await coordinator.open(new URL(page.url()).pathname);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Ladda ner som tabell' }).click()]);
  const listed = readCsv(await readFile(await file.path(), 'utf8')).filter((row) => row['Kanal'] === 'SMS' && row['Skickas'] === 'ja');
  expect(listed.length).toBeGreaterThanOrEqual(6);
  const shown = await page.locator('.proof blockquote').allTextContents();
  expect(shown).toEqual(listed.map((row) => row['Text']));

  const since = await phones.mark();
  for (const time of [...new Set(listed.map((row) => row['Tid']!))].sort()) {
    await phones.moveClock({ to: `${time.replace(' ', 'T')}:01` }).catch(() => undefined);
    const due = listed.filter((row) => row['Tid']! <= time);
    await expect.poll(async () => (await arrived(since)).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(due.length);
  }
  const sorted = (rows: { to: string; text: string }[]) => rows.map((row) => JSON.stringify([row.to, row.text])).sort();
  expect(sorted((await arrived(since)).map((one) => ({ ...one, text: asStaffSee(one.text) })))).toEqual(sorted(listed.map((row) => ({ to: `+46${row['Till']!.replace(/\D/g, '').slice(1)}`, text: row['Text']! }))));
  const operator = await PhonesPage.open(browser);
  const last = listed.filter((row) => row['Till'] === '070-174 06 78').at(-1)!['Text']!;
  await expect(operator.phone(e164(78)).locator('.bubble p').last()).toHaveText(new RegExp(last.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/(?:\\\*){22}/, '[0-9A-Za-z]{22}')), { useInnerText: false });

  async function arrived(after: number): Promise<{ to: string; text: string }[]> {
    const both = await Promise.all([78, 89].map((lastTwo) => phones.arrivals(e164(lastTwo))));
    return both.flat().filter((one) => one.seq > after).map((one) => ({ to: one.to, text: one.message }));
  }
});
