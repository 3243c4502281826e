import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, type ColumnOptions, type ObjectType } from 'typeorm';

/**
 * How a table says what it is. Every tenant table has `municipality_id` first in its key, and points to others with
 * composite keys only, so that a row cannot point into another municipality.
 */

const sealedColumns = new Map<object, string[]>();
const sealedFacts = new Map<object, Set<string>>();

/** Names of the properties of an entity that hold personal text (sealed at rest). */
export function sealedPropertiesOf(entity: ObjectType<unknown>): readonly string[] {
  return sealedColumns.get((entity as { prototype: object }).prototype) ?? [];
}

/** Whether a sealed property is a number, an address, a date or the like. */
export const isSealedFact = (entity: ObjectType<unknown>, property: string): boolean => sealedFacts.get((entity as { prototype: object }).prototype)?.has(property) ?? false;

/**
 * Personal text: a string in code, AES-256-GCM ciphertext in the database. Read and write it through `Tx`, which seals
 * and opens; TypeORM alone would see bytes.
 */
export function Sealed(options: { nullable?: boolean; /** Reckoned with or sent to, not only shown: where it cannot be opened it is not there. */ fact?: boolean } = {}): PropertyDecorator {
  return (target, property) => {
    sealedColumns.set(target, [...(sealedColumns.get(target) ?? []), String(property)]);
    if (options.fact) sealedFacts.set(target, (sealedFacts.get(target) ?? new Set()).add(String(property)));
    Column({ type: 'bytea', nullable: options.nullable ?? false })(target, property);
  };
}

export const Text = (options: ColumnOptions = {}) => Column({ type: 'text', ...options });
export const Uuid = (options: ColumnOptions = {}) => Column({ type: 'uuid', ...options });
export const Int = (options: ColumnOptions = {}) => Column({ type: 'integer', ...options });
export const Flag = (options: ColumnOptions = {}) => Column({ type: 'boolean', default: false, ...options });
/** A moment (UTC). */
export const Moment = (options: ColumnOptions = {}) => Column({ type: 'timestamptz', ...options });
/** A calendar date, 'YYYY-MM-DD'. */
export const Day = (options: ColumnOptions = {}) => Column({ type: 'date', ...options });
export const Bytes = (options: ColumnOptions = {}) => Column({ type: 'bytea', ...options });

export abstract class TenantRow {
  @PrimaryColumn('uuid')
  municipalityId!: string;

  @PrimaryColumn('uuid')
  id!: string;
}

/** Table names that row-level security must cover; a test compares this list with the database. */
export const tenantTables: string[] = [];

export function TenantTable(name: string): ClassDecorator {
  return (target) => {
    tenantTables.push(name);
    Entity(name)(target);
    ForeignKey('Municipality', ['municipalityId'], ['id'])(target);
  };
}

/** A composite foreign key inside the municipality, with the index that lookups and deletes need. No cascades. */
export function BelongsTo(target: () => ObjectType<unknown>, property: string): ClassDecorator {
  return (owner) => {
    ForeignKey(target, ['municipalityId', property], ['municipalityId', 'id'])(owner);
    Index(['municipalityId', property])(owner);
  };
}

/** The same without an index, for what nobody is looked up by: who did it, as a rule. */
export function PointsTo(target: () => ObjectType<unknown>, property: string): ClassDecorator {
  return (owner) => ForeignKey(target, ['municipalityId', property], ['municipalityId', 'id'])(owner);
}

/** A closed list of codes, checked by the database too. */
export function Known(table: string, column: string, values: readonly string[]): ClassDecorator {
  const list = values.map((value) => `'${value}'`).join(',');
  return Check(`${table}_${column}_known`, `${column} IN (${list})`) as ClassDecorator;
}
