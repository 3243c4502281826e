import { openDatabase } from '@radslag/db';
import type { Env, Logger } from '@radslag/platform';
import { CheckAuditChains } from '@radslag/reporting';
import { anchorPlace } from './anchor-place';

const SAID = {
  altered: 'rows have been changed', unlinked: 'a row does not follow on the one before', missing: 'rows are gone', oldForm: 'rows claim the form from before', headBehind: 'there are rows after the last',
  shorter: 'the chain is shorter than when its head was last written outside the database: put back from a backup, or cut', other: 'the chain is not the one whose head was last written outside the database', anchorLost: 'what was written outside the database is gone or changed',
} as const;

/** For whoever runs the service: `main.mjs audit` walks every chain of the log now. Code 1: one of them does not hold. */
export async function auditCommand(settings: Env, logger: Logger, say: (line: string) => void = (line) => process.stdout.write(`${line}\n`)): Promise<boolean> {
  const db = await openDatabase({ url: settings.database.url, pool: 2, masterKey: settings.keys.master, mode: settings.mode }, 'radslag-audit', logger);
  try {
    const checked = await new CheckAuditChains(db, anchorPlace(settings, logger), logger).execute('now');
    const [{ n: all }] = (await db.withoutTenant<{ n: number }>('SELECT count(*)::integer AS n FROM municipality_ids()')) as [{ n: number }];
    for (const { municipalityId, entries, upTo, found, anchoredIn, waits } of checked) {
      say(`${municipalityId}: ${entries} entries up to number ${upTo}, ${found.length === 0 ? 'whole' : `${found.length} breaks`}, ${waits ? 'no new head is written until that is explained' : anchoredIn === null ? (upTo === 0 ? 'nothing to anchor' : 'NOT anchored') : `anchored in the ${anchoredIn}`}.`);
      for (const { kind, from, to } of found) say(`  ${from}–${to}: ${SAID[kind]}`);
    }
    if (checked.length < all) say(`${all - checked.length} of ${all} chains could not be checked; the log of this command says why.`);
    return checked.length === all && checked.every(({ found }) => found.length === 0);
  } finally {
    await db.source.destroy();
  }
}
