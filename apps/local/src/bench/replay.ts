import { newId } from '@radslag/platform';
import type { Helper } from './main';
import { aboutAnother, idsMadeSince, openPool, runRecorded, type Recorded } from './recorded';

type Task = {
  databaseUrl: string;
  connections: number;
  statements: Recorded[];
  /** Ids younger than this were made by the request itself. */
  since: number;
  /** One for each run: what stands for whom. */
  people: [from: string, to: string][][];
};

/** What an application said to Postgres, said by a bare driver. */
export const replay: Record<string, Helper> = {
  run: async ({ databaseUrl, connections, statements, since, people }: Task) => {
    const pool = await openPool(databaseUrl, connections);
    // Who stands for whom is known: some of those are younger by the wall's clock than the app's, which stands at noon.
    const standIns = new Set((people[0] ?? []).map(([from]) => from));
    const made = idsMadeSince(statements, since).filter((id) => !standIns.has(id));
    // prepared before the clock starts: only what the driver does is measured
    const runs = people.map((replace) => aboutAnother(statements, [...replace, ...made.map((id): [string, string] => [id, newId()])]));
    for (const client of await Promise.all(Array.from({ length: connections }, () => pool.connect()))) client.release();
    let next = 0;
    const begun = performance.now();
    const one = async () => {
      while (next < runs.length) await runRecorded(pool, runs[next++]!);
    };
    await Promise.all(Array.from({ length: connections }, one));
    const took = performance.now() - begun;
    await pool.end();
    return { perSecond: (runs.length / took) * 1000 };
  },
};
