import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskTime } from './disk-time.mjs';

it('is that of the files, whatever day this process believes it is, and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'radslag-disk-time-'));
  jest.useFakeTimers({ now: new Date('2031-02-03T04:05:06Z') });
  try {
    const before = diskTime(folder);
    writeFileSync(join(folder, 'source'), '');
    expect(before.getTime()).toBeLessThanOrEqual(statSync(join(folder, 'source')).mtimeMs);
    expect(readdirSync(folder)).toEqual(['source']);
  } finally {
    jest.useRealTimers();
    rmSync(folder, { recursive: true });
  }
});
