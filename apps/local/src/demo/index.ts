import { randomBytes } from 'node:crypto';
import { hashPassword } from '@radslag/access';
import { createDataSource, Database, ReferenceCounter, StaffUser, wrapDataKey, type Tx } from '@radslag/db';
import { env, newId } from '@radslag/platform';
import { Client } from 'pg';
import { DemoCalendar } from './demo-calendar';
import { STORIES, type Chapter } from './families';
import { emailOf, fictionPhone, passwordOf, type MunicipalityStory } from './municipalities';
import { Seeding, type LinkSettings } from './seeding';
import { writeCase, writeOffer } from './write-case';

/** Who can sign in to the demo, as the launcher prints it. */
export interface DemoSignIn {
  readonly municipality: string;
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export function demoSignIns(): DemoSignIn[] {
  return STORIES.flatMap(({ municipality }) =>
    municipality.staff.map((staff) => ({ municipality: municipality.name, name: staff.name, role: staff.role, email: emailOf(municipality, staff), password: passwordOf(municipality, staff) })),
  );
}

export type DemoSettings = { ownerUrl: string; appUrl: string; masterKey: Buffer; linkKey: Buffer; familyUrl: string; mode: 'production' | 'local' | 'test' };

function demoSettings(): DemoSettings {
  const { database, keys, family, mode } = env();
  if (database.ownerUrl === undefined) throw new Error('RADSLAG_OWNER_DATABASE_URL: is needed here.');
  return { ownerUrl: database.ownerUrl, appUrl: database.url, masterKey: keys.master, linkKey: keys.link, familyUrl: family.url, mode };
}

/**
 * Fills an empty database with the demo families; leaves one that has others alone. Each municipality is one transaction,
 * so a start that was broken off is carried on by the next.
 */
export async function seedDemo(settings: DemoSettings = demoSettings()): Promise<{ created: boolean }> {
  if (settings.mode === 'production') throw new Error('Demo data belongs to local and test mode: set RADSLAG_MODE.');
  const ids = await foundMunicipalities(settings);
  if (ids === null) return { created: false };
  const source = createDataSource(settings.appUrl, 2, 'radslag-demo');
  await source.initialize();
  try {
    const db = new Database(source, settings.masterKey);
    let created = false;
    for (const chapter of STORIES) created = (await tellChapter(db, ids.get(chapter.municipality.slug)!, chapter, settings)) || created;
    return { created };
  } finally {
    await source.destroy();
  }
}

/** The two municipalities by slug, made when there are none; null when the database has others. */
async function foundMunicipalities(settings: DemoSettings): Promise<Map<string, string> | null> {
  const owner = new Client({ connectionString: settings.ownerUrl });
  await owner.connect();
  try {
    await owner.query('BEGIN');
    const { rows } = await owner.query<{ id: string; slug: string }>('SELECT id, slug FROM municipality');
    const known = new Map(rows.map((row) => [row.slug, row.id]));
    const ours = STORIES.map(({ municipality }) => municipality);
    if (rows.length > 0) return ours.every(({ slug }) => known.has(slug)) ? known : null;
    for (const municipality of ours) known.set(municipality.slug, await makeMunicipality(owner, settings.masterKey, municipality));
    await owner.query('COMMIT');
    return known;
  } finally {
    await owner.end();
  }
}

async function makeMunicipality(owner: Client, masterKey: Buffer, { slug, name, phone, smsSender, smsNumber, emailFrom }: MunicipalityStory): Promise<string> {
  const id = newId();
  await owner.query('INSERT INTO municipality (id, slug, name, phone, sms_sender, sms_number, email_from) VALUES ($1, $2, $3, $4, $5, $6, $7)', [id, slug, name, fictionPhone(phone), smsSender, fictionPhone(smsNumber), emailFrom]);
  await owner.query('INSERT INTO municipality_key (municipality_id, key_number, wrapped) VALUES ($1, 1, $2)', [id, wrapDataKey(masterKey, id, 1, randomBytes(32))]);
  return id;
}

async function tellChapter(db: Database, municipalityId: string, chapter: Chapter, links: LinkSettings): Promise<boolean> {
  const { municipality } = chapter;
  const isTold = async (tx: Tx) => (await tx.find(StaffUser, {}, { take: 1 })).length > 0;
  if (await db.inMunicipality(municipalityId, { kind: 'system' }, isTold)) return false;
  // Hashing is slow on purpose: done before the transaction begins.
  const hashes = await Promise.all(municipality.staff.map((staff) => hashPassword(passwordOf(municipality, staff))));
  return db.inMunicipality(municipalityId, { kind: 'system' }, async (tx) => {
    // One seeding at a time: the second waits here and then finds the staff.
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`demo:${municipalityId}`]);
    if (await isTold(tx)) return false;
    const users = await tx.insertMany(StaffUser, municipality.staff.map((staff, index) => ({
      email: emailOf(municipality, staff), name: staff.name, role: staff.role, phone: fictionPhone(staff.phone), passwordHash: hashes[index]!, disabledAt: null, language: 'sv',
    })));
    const staff = new Map(municipality.staff.map(({ key, phone }, index) => [key, { id: users[index]!.id, phone: fictionPhone(phone) }]));
    const seeding = new Seeding(tx, new DemoCalendar(tx.now), staff, links);
    const stories = chapter.families.map((family) => family(seeding.calendar));
    for (const story of stories) await writeCase(seeding, story);
    for (const offer of chapter.offers) await writeOffer(seeding, offer);
    await countReferences(tx, seeding.calendar, Math.max(0, ...stories.map((story) => story.number)));
    await seeding.writeLog();
    return true;
  });
}

/** The next referral gets the next number, in this year and in the one the demo's past may lie in. */
async function countReferences(tx: Tx, calendar: DemoCalendar, last: number): Promise<void> {
  const year = Number(calendar.today.slice(0, 4));
  await tx.insertMany(ReferenceCounter, [year - 1, year].map((one) => ({ year: one, last })));
}
