import { createDataSource, Database } from '@radslag/db';
import { inDatabase, type Cluster } from './cluster';
import { Clockwork } from './clockwork';
import { Crew } from './crew';
import type { Nursery } from './children';
import { Observer } from './observer';
import { Mailboxes } from './mailboxes';
import { CREDENTIALS, Phones } from './phones';
import type { RedisServer } from './redis-server';
import type { Municipality } from './world.fixture';
import { instantOf, SWEDISH_ZONE, type OperatorName } from '@radslag/domain';
import { replyUrl } from '@radslag/outreach';

export const FAMILY_URL = 'https://svara.example';
/** Whose phone, and the number it then had. */
export type Said = { memberId: string; phone: string; word: string };
export type Keys = { master: Buffer; link: Buffer; callback: Buffer };
/** Nobody answers to that name: receipts are carried to whichever process takes them just now. */
const HOOKS_URL = 'http://hooks.invalid';

/** Everything that one seed plays on. */
export class Stage {
  readonly observer: Observer;
  readonly phones: Phones;
  readonly mail: Mailboxes;
  readonly clockwork: Clockwork;
  readonly crew: Crew;
  db!: Database;
  /** On the clock that can be moved: nobody was there, so what was due then may be too late. */
  readonly outages: { from: number; to: number }[] = [];
  /** What was written on phones, by the operator's id. */
  readonly said = new Map<string, Said>();
  /** Whose number was made unreadable. */
  readonly poisoned = new Set<string>();

  constructor(
    readonly name: string,
    readonly cluster: Cluster,
    readonly redis: RedisServer,
    private readonly keys: Keys,
    nursery: Nursery,
    private readonly template?: string,
  ) {
    this.observer = new Observer(inDatabase(cluster.server.superuserDatabaseUrl, name));
    this.phones = new Phones(() => this.observer.now(), (operator, number) => this.inboundUrl(operator, number), (path, form, signature) => this.carry(path, form, signature));
    this.mail = new Mailboxes(() => this.observer.now());
    this.clockwork = new Clockwork(this.observer, this.phones, () => this.crew.isThere);
    this.crew = new Crew(nursery, () => this.env());
  }

  get world(): readonly Municipality[] {
    return this.cluster.world;
  }

  async open(begins: string, workers: number): Promise<void> {
    await this.cluster.copy(this.name, this.template);
    await this.observer.setClock(instantOf({ local: begins, zone: SWEDISH_ZONE }).getTime());
    const source = createDataSource(inDatabase(this.cluster.server.databaseUrl, this.name), 6, 'chaos-staff');
    await source.initialize();
    this.db = new Database(source, this.keys.master);
    await Promise.all([this.phones.listen(), this.mail.listen(), this.redis.refresh()]);
    await this.crew.begin(workers);
  }

  async close(): Promise<void> {
    await this.crew.dismiss();
    await Promise.all([this.phones.close(), this.mail.close()]);
    await this.db?.source.destroy().catch(() => undefined);
    await this.observer.close();
    await this.cluster.drop(this.name);
  }

  private inboundUrl(operator: OperatorName, number: string): string | undefined {
    const municipality = this.world.find(({ smsNumber }) => smsNumber === number);
    return municipality && replyUrl(HOOKS_URL, this.keys.callback, { operator, municipalityId: municipality.id, version: 1 });
  }

  private async carry(path: string, form: Record<string, string>, signature?: string): Promise<boolean> {
    const answer = await fetch(`http://127.0.0.1:${this.crew.hooksPort}${path}`, { method: 'POST', body: new URLSearchParams(form), ...(signature === undefined ? {} : { headers: { 'x-twilio-signature': signature } }), signal: AbortSignal.timeout(5_000) });
    return answer.status === 204;
  }

  private env(): Record<string, string> {
    return {
      RADSLAG_MODE: 'test',
      RADSLAG_DATABASE_URL: inDatabase(this.cluster.server.databaseUrl, this.name),
      RADSLAG_DATABASE_POOL: '6',
      RADSLAG_REDIS_URL: this.redis.url,
      RADSLAG_QUEUE_PREFIX: 'chaos',
      RADSLAG_FAMILY_URL: FAMILY_URL,
      RADSLAG_CALLBACK_URL: HOOKS_URL,
      RADSLAG_MASTER_KEY: this.keys.master.toString('base64'),
      RADSLAG_LINK_KEY: this.keys.link.toString('base64'),
      RADSLAG_CALLBACK_KEY: this.keys.callback.toString('base64'),
      RADSLAG_SMS_URL: this.phones.url,
      RADSLAG_SMS_USER: CREDENTIALS.user,
      RADSLAG_SMS_PASSWORD: CREDENTIALS.password,
      RADSLAG_TWILIO_URL: this.phones.url,
      RADSLAG_SMTP_URL: this.mail.url,
      RADSLAG_LOG_LEVEL: 'fatal',
    };
  }
}
