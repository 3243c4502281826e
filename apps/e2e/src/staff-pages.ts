import { expect, type Browser, type Locator, type Page } from '@playwright/test';
import { OpenApiClient } from './openapi-client';
import { signInOf, stack } from './stack';

export const oneDay = 86_400_000;
export const dayAfter = (now: Date, days: number): string => new Date(now.getTime() + days * oneDay).toISOString().slice(0, 10);

/** One member of staff at one screen. A clock that has moved signs everyone out, as a night does: `open` signs in again. */
export class Desk {
  private constructor(
    readonly page: Page,
    private readonly signIn: { email: string; password: string },
  ) {}

  static async of(browser: Browser, role: string, municipality: string, name?: string): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
    return new Desk(await context.newPage(), signInOf(role, municipality, name));
  }

  async enter(): Promise<void> {
    await this.page.goto(`${stack().staff}/logga-in`);
    await this.typeSignIn();
    await expect(this.page).not.toHaveURL(/logga-in/);
  }

  /** A place by its address, by way of the sign-in page if it must be. */
  async open(path: string): Promise<void> {
    await this.page.goto(stack().staff + path);
    await expect(this.page.locator('#innehall')).toBeVisible();
    if (!this.page.url().includes('/logga-in')) return;
    await this.typeSignIn();
    await expect(this.page).not.toHaveURL(/logga-in/);
    await expect(this.page.locator('#innehall')).toBeVisible();
  }

  async typeSignIn(password = this.signIn.password): Promise<void> {
    await this.page.getByLabel('E-post').fill(this.signIn.email);
    await this.page.getByLabel('Lösenord', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Logga in' }).click();
  }

  press(name: string | RegExp): Promise<void> {
    return this.page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) }).click();
  }

  /** The same person without a screen, for what no screen offers. */
  async client(): Promise<OpenApiClient> {
    const client = await OpenApiClient.from(`${stack().staff}/api/openapi.json`);
    const { email, password } = this.signIn;
    await client.call('signIn', { body: { email, password } });
    return client;
  }
}

/** A field of a form, by its label and nothing like it. */
export const field = (within: Page | Locator, label: string | RegExp): Locator => within.getByLabel(label, { exact: typeof label === 'string' });

/** The offer, answered yes; leads to the empty referral. */
export async function offerAccepted(desk: Desk, about: string): Promise<void> {
  const { page } = desk;
  await desk.open('/erbjudanden');
  await desk.press('Skriv in ett erbjudande');
  await field(page, 'Gäller').fill(about);
  await desk.press('Spara erbjudandet');
  await page.getByRole('button', { name: `Ja: ${about}` }).first().click();
  await desk.press('Spara svaret');
  await page.getByRole('row', { name: about }).getByRole('button', { name: 'Skriv uppdraget' }).first().click();
  await page.waitForURL(/\/radslag\/[0-9a-f-]{36}\/uppdrag/);
}

export type ReferralText = { givenName: string; familyName: string; birthDate: string; situation: string; questions: string[]; bottomLines: string[]; resources: string[]; worries: string; strengths: string; goals: string; holdBy: string };

/** Types the whole referral, as it is asked for from top to bottom. */
export async function writeReferral(page: Page, text: ReferralText): Promise<void> {
  await field(page, 'Förnamn').fill(text.givenName);
  await field(page, 'Efternamn').fill(text.familyName);
  await field(page, 'Född').fill(text.birthDate);
  await field(page, 'Bakgrund').fill(text.situation);
  await typeRows(page, text.questions, 'Fråga', 'Lägg till fråga');
  await typeRows(page, text.bottomLines, 'Villkor', 'Lägg till villkor');
  await typeRows(page, text.resources, 'Stöd', 'Lägg till stöd');
  await field(page, 'Oro').fill(text.worries);
  await field(page, 'Styrkor').fill(text.strengths);
  await field(page, 'Mål').fill(text.goals);
  await field(page, /^Rådslaget ska hållas senast/).fill(text.holdBy);
  await page.keyboard.press('Tab');
}

async function typeRows(page: Page, rows: string[], label: string, add: string): Promise<void> {
  for (const [i, row] of rows.entries()) {
    const box = field(page, `${label} ${i + 1}`);
    if (!(await box.isVisible())) await page.getByRole('button', { name: add }).click();
    await box.fill(row);
  }
}

export type PersonText = { givenName: string; familyName: string; relation: string; side: string; ring: string; phone?: string; birthYear?: string; language?: string; ticks?: string[] };

/** The form behind "Lägg till person", filled in and saved. */
export async function addPerson(desk: Desk, person: PersonText): Promise<void> {
  const { page } = desk;
  await desk.press('Lägg till person');
  await typePerson(page, person);
  await page.getByRole('dialog').getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(onMap(page, person)).toBeVisible();
}

/** Where the person stands on the drawn map. */
export const onMap = (page: Page, person: PersonText): Locator => page.getByRole('button', { name: new RegExp(`^${person.givenName} `) });

export async function typePerson(page: Page, person: PersonText): Promise<void> {
  const form = page.getByRole('dialog');
  await field(form, 'Förnamn').fill(person.givenName);
  await field(form, 'Efternamn').fill(person.familyName);
  await field(form, 'Relation till barnet').fill(person.relation);
  await field(form, 'Sida').selectOption(person.side);
  await field(form, 'Hur nära').selectOption(person.ring);
  if (person.phone) await field(form, 'Mobilnummer').fill(person.phone);
  if (person.language) await field(form, 'Språk').selectOption(person.language);
  if (person.birthYear) await field(form, /^Födelseår/).fill(person.birthYear);
  for (const tick of person.ticks ?? []) await form.getByRole('checkbox', { name: tick }).check();
}

/** Three times and a last day to answer, typed into the form. */
export async function typeTimes(page: Page, times: { date: string; from: string; to: string }[], answerBy: string): Promise<void> {
  for (const [i, time] of times.entries()) {
    const row = page.getByRole('group', { name: `Tid ${i + 1}`, exact: true });
    await field(row, 'Dag').fill(time.date);
    await field(row, 'Från').fill(time.from);
    await field(row, 'Till').fill(time.to);
  }
  await field(page, 'Sista svarsdag').fill(answerBy);
}

export type ActionText = { question: string; what: string; owner: string; when: string; dueOn: string; checker: string; planB: string; meets?: string };

/** One row of the plan, field by field as it is read out. */
export async function writeAction(page: Page, action: ActionText): Promise<void> {
  const group = page.locator('rs-plan-table tbody', { hasText: action.question });
  const more = group.getByRole('button', { name: /^Ny punkt/ });
  await expect(more).toBeVisible();
  const before = await group.locator('[data-field="what"]').count();
  await more.click();
  const last = (name: string) => group.locator(`[data-field="${name}"]`).nth(before);
  await last('what').fill(action.what);
  await last('owner').selectOption({ label: action.owner });
  await last('when').fill(action.when);
  await last('due').fill(action.dueOn);
  await last('checker').selectOption({ label: action.checker });
  await last('planB').fill(action.planB);
  if (action.meets) await group.getByRole('checkbox', { name: action.meets }).check();
}

/** What was or will be sent to one person, as marks along the days. */
export const eventsOf = (page: Page, givenName: string): Locator => page.getByRole('list', { name: new RegExp(`^Utskick till ${givenName}`) });

/** The exact text of a planned message, as the coordinator reads it beforehand. */
export async function plannedText(page: Page, givenName: string, kind: string, state = /planerat/): Promise<string> {
  const mark = eventsOf(page, givenName).getByRole('button', { name: new RegExp(`${kind}, (${state.source})`) });
  await mark.click();
  await expect(page.getByRole('complementary').getByRole('heading', { name: new RegExp(`^${kind} till ${givenName}`) })).toBeVisible();
  return (await page.getByRole('complementary').locator('blockquote').textContent()) ?? '';
}

/** One press, straight after the last field: what was written last goes with it. */
export async function present(desk: Desk): Promise<void> {
  await desk.press('Familjen har lagt fram planen');
  await expect(desk.page.getByText('Socialsekreteraren lämnar beskedet med egen inloggning')).toBeVisible();
}

/** While the family is by itself nothing of the case can be written, whoever asks and however. */
export async function contentIsRefused(desk: Desk, casePath: string): Promise<void> {
  const client = await desk.client();
  const { members } = await client.call<{ members: { id: string }[] }>('readNetwork', { params: { referralId: casePath.split('/').at(-1)! } });
  const refused = await client.try<{ code: string }>('moveMember', { params: { memberId: members.at(-1)!.id }, body: { event: 'prepare' } });
  expect([refused.status, refused.body.code]).toEqual([423, 'private-family-time']);
}
