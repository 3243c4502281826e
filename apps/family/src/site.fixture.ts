import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import { createLogger, newId } from '@radslag/platform';
import { testDatabase, type TestDatabase } from '@radslag/testing';
import { LINK_KEY, type InvitationFixture } from './an-invitation.fixture';
import { Phone } from './phone.fixture';
import { createFamilyApp } from './start-family';
import type { ThrottleLimits } from './wiring/link-throttle';

export const NOW = new Date('2026-11-22T09:00:00Z');
/** No Redis listens there: what is counted is counted here. */
const NO_REDIS = 'redis://127.0.0.1:1';
const GENEROUS: ThrottleLimits = { perAddress: 1000, inAll: 100_000, seconds: 60 };

/** The family site on a database of its own, with one municipality and a clock that stands where the spec puts it. */
export class Site {
  private constructor(
    readonly t: TestDatabase,
    readonly app: NestFastifyApplication,
    readonly municipality: string,
  ) {}

  static async start(): Promise<Site> {
    const t = await testDatabase();
    await t.moveClockTo(NOW);
    const municipality = (await t.aMunicipality()).id;
    return new Site(t, await Site.app(t), municipality);
  }
  static app(t: TestDatabase, limits = GENEROUS, logger = createLogger('family', 'silent'), redisUrl = NO_REDIS, url = 'https://svara.example'): Promise<NestFastifyApplication> {
    return createFamilyApp({ database: t.db, linkKey: LINK_KEY, url, redis: { url: redisUrl, prefix: newId() }, logger, limits, proxyHops: 0 });
  }
  async close(): Promise<void> {
    await this.app.close();
    await this.t.close();
  }

  phone(): Phone {
    return new Phone(this.app);
  }
  rows<T>(sql: string, parameters: unknown[]): Promise<T[]> {
    return this.t.db.inMunicipality(this.municipality, { kind: 'system' }, (tx) => tx.query<T>(sql, parameters));
  }
  answersOf(invitation: InvitationFixture): Promise<{ coming: string }[]> {
    return this.rows('SELECT coming FROM answer WHERE invitation_id = $1 ORDER BY at', [invitation.invitationId]);
  }
  tasksOf(invitation: InvitationFixture): Promise<{ kind: string; reason: string | null; urgent: boolean; assigned_to: string }[]> {
    return this.rows('SELECT kind, reason, urgent, assigned_to FROM task WHERE member_id = $1 AND done_at IS NULL ORDER BY kind, reason', [invitation.memberId]);
  }

  /** Every row of every table, as one number. */
  async everything(): Promise<string> {
    const tables = await this.t.asOwner<{ relname: string }>(`SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`);
    const hash = createHash('sha256');
    await this.t.asOwner(`SELECT set_config('app.municipality', $1, false)`, [this.municipality]);
    for (const { relname } of tables) {
      const [row] = await this.t.asOwner<{ all: string }>(`SELECT coalesce(string_agg(r::text, '|' ORDER BY r::text), '') AS all FROM "${relname}" r`);
      hash.update(`${relname}:${row!.all}`);
    }
    return hash.digest('hex');
  }
}
