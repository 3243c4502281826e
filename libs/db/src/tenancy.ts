import { QueryFailedError, type DataSource, type EntityManager, type FindOptionsOrder, type FindOptionsWhere, type ObjectType } from 'typeorm';
import { newId, NotFound, StaleVersion } from '@radslag/platform';
import { UNREADABLE, type Act } from '@radslag/domain';
import { isSealedFact, sealedPropertiesOf, type TenantRow } from './columns';
import { MunicipalityKeys, SealBroken, unwrapDataKey, type Place } from './sealing';

export type Actor =
  | { kind: 'staff'; id: string; requestId?: string }
  | { kind: 'family'; id: string; requestId?: string }
  | { kind: 'system'; id?: undefined; requestId?: string };

export type AuditMark = { entity?: string; entityId?: string; referralId?: string };

/** What open screens are told after a commit: ids only. */
export type Change = { referralId?: string; conferenceId?: string; userId?: string; what: string };

type Row = Record<string, unknown>;

const unreadable = new WeakMap<object, readonly string[]>();
/** Which properties of a row that was found could not be opened: their ciphertext is broken, or is another row's. */
export const unreadableOf = (row: object): readonly string[] => unreadable.get(row) ?? [];
/** What somebody saves who was shown that there is nothing to read: nobody's wish to have it so. */
const KEPT_AS_IT_IS: readonly unknown[] = [null, '', '[]', UNREADABLE];
type Values<E> = Partial<Omit<E, 'municipalityId'>>;

/**
 * The only way to a tenant's rows: one transaction with `SET LOCAL` tenant, the database's own `now`, sealing, audit and
 * announcements. Nothing slow may happen inside: no network call, ever.
 */
export class Tx {
  private readonly audits: Row[] = [];
  private readonly changes: Change[] = [];
  /** Sealed values that did not open in this transaction. */
  private readonly broken = new Set<string>();

  constructor(
    readonly municipalityId: string,
    readonly actor: Actor,
    /** `app_now()` of this transaction. */
    readonly now: Date,
    readonly manager: EntityManager,
    readonly keys: MunicipalityKeys,
    private readonly onBroken: (place: Place) => void = () => undefined,
  ) {}

  newId(): string {
    return newId(this.now.getTime());
  }

  /** Raw SQL in this transaction; parameters only, never built from input. */
  query<T = Row>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.manager.query(sql, parameters) as Promise<T[]>;
  }

  /**
   * As `query`, but parsed and planned once for a connection and then known by its name: for the few statements that run all
   * day. (A pooler in transaction mode must keep track of them, as PgBouncer does from 1.21.)
   */
  async prepared<T = Row>(name: string, sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = (await this.manager.queryRunner!.connect()) as { query(config: { name: string; text: string; values: unknown[] }): Promise<{ rows: T[] }> };
    try {
      return (await client.query({ name, text: sql, values: parameters })).rows;
    } catch (error) {
      throw new QueryFailedError(sql, parameters, error as Error);
    }
  }

  async insert<E extends TenantRow>(entity: ObjectType<E>, values: Values<E>): Promise<E> {
    const [row] = await this.insertMany(entity, [values]);
    return row!;
  }

  async insertMany<E extends TenantRow>(entity: ObjectType<E>, list: Values<E>[]): Promise<E[]> {
    if (list.length === 0) return [];
    const rows = list.map((v) => ({ ...v, municipalityId: this.municipalityId, id: v.id ?? this.newId() }) as unknown as E);
    const stored = rows.map((row) => this.sealRow(entity, row.id, row as unknown as Row));
    await this.manager.createQueryBuilder().insert().into(entity).values(stored as never).updateEntity(false).execute();
    return rows;
  }

  async find<E extends TenantRow>(
    entity: ObjectType<E>,
    where: FindOptionsWhere<E> = {},
    options: { order?: FindOptionsOrder<E>; lock?: boolean; take?: number } = {},
  ): Promise<E[]> {
    const rows = await this.manager.find(entity, {
      where: { ...where, municipalityId: this.municipalityId } as FindOptionsWhere<E>,
      order: options.order,
      take: options.take,
      ...(options.lock ? { lock: { mode: 'for_no_key_update' as const } } : {}),
    });
    return rows.map((row) => this.openRow(entity, row));
  }

  async findOne<E extends TenantRow>(entity: ObjectType<E>, where: FindOptionsWhere<E>, options: { lock?: boolean } = {}): Promise<E | null> {
    const [row] = await this.find(entity, where, { ...options, take: 1 });
    return row ?? null;
  }

  /** The row, or 404: another municipality's row does not exist here. */
  async get<E extends TenantRow>(entity: ObjectType<E>, id: string, options: { lock?: boolean } = {}): Promise<E> {
    const row = await this.findOne(entity, { id } as FindOptionsWhere<E>, options);
    if (!row) throw new NotFound(this.tableOf(entity));
    return row;
  }

  /** Changes one row. With `version` the row must still have it (412 otherwise) and gets the next. */
  async update<E extends TenantRow>(entity: ObjectType<E>, id: string, values: Values<E>, version?: number): Promise<void> {
    const sealed = this.sealRow(entity, id, values as Row);
    const where: Row = { municipalityId: this.municipalityId, id };
    if (version !== undefined) {
      where['version'] = version;
      sealed['version'] = version + 1;
    }
    const result = await this.manager.update(entity, where as never, sealed as never);
    if (result.affected === 1) return;
    throw version === undefined ? new NotFound(this.tableOf(entity)) : new StaleVersion(this.tableOf(entity));
  }

  async remove<E extends TenantRow>(entity: ObjectType<E>, id: string): Promise<void> {
    await this.manager.delete(entity, { municipalityId: this.municipalityId, id } as never);
  }

  /** As `open`, for what is shown: a broken value takes its own place on a page, not the page. Never for what is sent. */
  read(table: string, rowId: string, column: string, sealed: Buffer): string;
  read(table: string, rowId: string, column: string, sealed: Buffer | null): string | null;
  read(table: string, rowId: string, column: string, sealed: Buffer | null): string | null {
    return sealed === null ? null : this.orElse(() => this.keys.open(table, rowId, column, sealed), UNREADABLE);
  }

  /** A sealed value, or what stands for it where it does not open, which is told to whoever runs the service. */
  orElse<V, T>(open: () => V, instead: T): V | T {
    try {
      return open();
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.broken.add(placeKey(error.place));
      this.onBroken(error.place);
      return instead;
    }
  }

  /** Opens one sealed value of a raw query; one that is broken throws. */
  open(table: string, rowId: string, column: string, sealed: Buffer): string;
  open(table: string, rowId: string, column: string, sealed: Buffer | null): string | null;
  open(table: string, rowId: string, column: string, sealed: Buffer | null): string | null {
    return sealed === null ? null : this.keys.open(table, rowId, column, sealed);
  }

  /** Written in this transaction, in the municipality's hash chain, just before the commit. */
  audit(action: Act, mark: AuditMark = {}): void {
    this.audits.push({
      at: this.now.toISOString(),
      actorKind: this.actor.kind,
      actorId: this.actor.id ?? null,
      requestId: this.actor.requestId ?? null,
      action,
      entity: mark.entity ?? null,
      entityId: mark.entityId ?? null,
      referralId: mark.referralId ?? null,
    });
  }

  /** Tells open screens after the commit. */
  announce(change: Change): void {
    this.changes.push(change);
  }

  /** What the work would come to: whatever it writes, logs and announces is undone before this returns. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const [audits, changes] = [this.audits.length, this.changes.length];
    await this.query('SAVEPOINT rehearsal');
    try {
      return await work();
    } finally {
      await this.query('ROLLBACK TO SAVEPOINT rehearsal');
      await this.query('RELEASE SAVEPOINT rehearsal');
      this.audits.length = audits;
      this.changes.length = changes;
    }
  }

  /** Last, so that the chain's head is locked as briefly as can be. */
  async finish(): Promise<void> {
    if (this.changes.length > 0) {
      const told = new Set(this.changes.map((change) => JSON.stringify({ municipalityId: this.municipalityId, ...change })));
      await this.query(`SELECT pg_notify('radslag_change', line) FROM unnest($1::text[]) AS line`, [[...told]]);
    }
    if (this.audits.length > 0) await this.query('SELECT append_audit($1::jsonb)', [JSON.stringify(this.audits)]);
  }

  private tableOf(entity: ObjectType<unknown>): string {
    return this.manager.connection.getMetadata(entity).tableName;
  }

  private columnOf(entity: ObjectType<unknown>, property: string): string {
    return this.manager.connection.getMetadata(entity).findColumnWithPropertyName(property)!.databaseName;
  }

  private sealRow(entity: ObjectType<unknown>, id: string, values: Row): Row {
    const row = { ...values };
    const table = this.tableOf(entity);
    for (const property of sealedPropertiesOf(entity)) {
      const value = row[property];
      const column = this.columnOf(entity, property);
      // What could not be read is not written over by somebody who saved something else on the same form.
      if (value === UNREADABLE || (this.broken.has(placeKey({ municipalityId: this.municipalityId, table, rowId: id, column })) && KEPT_AS_IT_IS.includes(value))) delete row[property];
      else if (typeof value === 'string') row[property] = this.keys.seal(table, id, column, value);
    }
    return row;
  }

  private openRow<E extends TenantRow>(entity: ObjectType<E>, row: E): E {
    const table = this.tableOf(entity);
    const open = row as unknown as Row;
    for (const property of sealedPropertiesOf(entity)) {
      const value = open[property];
      if (!Buffer.isBuffer(value)) continue;
      const column = this.columnOf(entity, property);
      open[property] = this.orElse(() => this.keys.open(table, row.id, column, value), null);
      if (open[property] !== null) continue;
      unreadable.set(row, [...unreadableOf(row), property]);
      if (!isSealedFact(entity, property)) open[property] = UNREADABLE;
    }
    return row;
  }
}

const placeKey = ({ table, rowId, column }: Place): string => `${table}|${rowId}|${column}`;

const ATTEMPTS = 3;
const ANSWERS_WITHIN_MS = 2_000;

export class Database {
  private readonly keyrings = new Map<string, MunicipalityKeys>();

  constructor(
    readonly source: DataSource,
    private readonly masterKey: Buffer,
    /** Told of each sealed value that does not open, when it is met. */
    readonly onBroken: (place: Place) => void = () => undefined,
  ) {}

  /** One transaction as one municipality. Everything in it commits, with its audit rows, or nothing does. */
  async inMunicipality<T>(municipalityId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(municipalityId, actor, work);
      } catch (error) {
        // A deadlock or a serialization failure undid everything: the same work may simply be done again.
        const code = (error as { driverError?: { code?: string } }).driverError?.code;
        if (attempt === ATTEMPTS || (code !== '40P01' && code !== '40001')) throw error;
      }
    }
  }

  private async once<T>(municipalityId: string, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      const [begun] = (await manager.query(`SELECT set_config('app.municipality', $1, true), set_config('app.actor', $2, true), app_now() AS now`, [municipalityId, actor.kind])) as { now: Date }[];
      const tx = new Tx(municipalityId, actor, begun!.now, manager, await this.keysOf(municipalityId, manager), this.onBroken);
      const result = await work(tx);
      await tx.finish();
      return result;
    });
  }

  /** A query with no tenant set: reaches only the narrow SECURITY DEFINER functions made for it. */
  async withoutTenant<T = Row>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return (await this.source.query(sql, parameters)) as T[];
  }

  /** Whether Postgres answers a load balancer in time; one that hangs is as good as away. */
  async answers(withinMs = ANSWERS_WITHIN_MS): Promise<boolean> {
    let late: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => (late = setTimeout(resolve, withinMs, false)));
    const asked = this.withoutTenant('SELECT 1').then(() => true, () => false);
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(late));
  }

  async now(): Promise<Date> {
    const [row] = await this.withoutTenant<{ now: Date }>('SELECT app_now() AS now');
    return row!.now;
  }

  private async keysOf(municipalityId: string, manager: EntityManager): Promise<MunicipalityKeys> {
    const known = this.keyrings.get(municipalityId);
    if (known) return known;
    const rows = (await manager.query('SELECT key_number, wrapped FROM municipality_key WHERE municipality_id = $1', [municipalityId])) as {
      key_number: number;
      wrapped: Buffer;
    }[];
    if (rows.length === 0) throw new NotFound('municipality');
    const keys = new MunicipalityKeys(municipalityId, new Map(rows.map((r) => [r.key_number, unwrapDataKey(this.masterKey, municipalityId, r.key_number, r.wrapped)])));
    this.keyrings.set(municipalityId, keys);
    return keys;
  }
}
