import { DataSource, DefaultNamingStrategy } from 'typeorm';
import * as entities from './entities';
import { migrations } from './migrations';

const snake = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snake(propertyName);
  }
}

/** `synchronize` stays off: the schema changes through read migrations only. */
export function createDataSource(url: string, pool = 10, applicationName = 'radslag'): DataSource {
  const source = new DataSource({
    type: 'postgres',
    url,
    applicationName,
    entities: Object.values(entities),
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    synchronize: false,
    installExtensions: false,
    extra: {
      max: pool,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 15_000,
      // Whoever waits behind somebody else's lock hears of it before the statement itself would be too long.
      lock_timeout: 10_000,
      // A server that hangs keeps no promise of its own: after this the client gives up by itself.
      query_timeout: 20_000,
      keepAlive: true,
      idle_in_transaction_session_timeout: 30_000,
    },
    // An idle connection that breaks must not end the process (reliability §0.10).
    poolErrorHandler: () => undefined,
  });
  return source;
}
