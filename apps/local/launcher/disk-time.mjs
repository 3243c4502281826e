import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What time it is by the clock that dates files. The clock of this process may be another (`npm test -- any-day`): an output dated by
 * that would pass for newer than its sources for months.
 */
export function diskTime(folder) {
  mkdirSync(folder, { recursive: true });
  const mark = join(folder, `.now-${process.pid}`);
  try {
    writeFileSync(mark, '');
    return statSync(mark).mtime;
  } finally {
    rmSync(mark, { force: true });
  }
}
