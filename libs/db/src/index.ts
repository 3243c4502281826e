export * from './entities';
export { tenantTables, sealedPropertiesOf, type TenantRow } from './columns';
export * from './data-source';
export * from './open-database';
export * from './sealing';
export * from './standing-answer';
export * from './tenancy';
export * from './migrate';
