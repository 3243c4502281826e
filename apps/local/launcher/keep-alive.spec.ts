import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepAlive } from './keep-alive.mjs';
import { birthOf, Ledger, startProcess } from './processes.mjs';

describe('a part that is kept alive', () => {
  let directory: string;
  let said: string[];
  let launches: number;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'radslag-alive-'));
    said = [];
    launches = 0;
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const kept = (script: string, pauses = [10, 20, 30]) => {
    const ledger = new Ledger(join(directory, 'pids.json'));
    const launch = () => {
      launches += 1;
      return startProcess({ name: 'api', command: process.execPath, args: ['-e', script], env: process.env, cwd: directory, logFile: join(directory, 'log'), ledger });
    };
    return keepAlive(launch(), launch, { log: (line: string) => said.push(line), pauses });
  };
  const LIVES = 'setInterval(() => {}, 1000)';
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 10));
  };

  it('is started again when it was killed, and says so', async () => {
    const part = kept(LIVES);
    const first = part.pid;
    process.kill(first, 'SIGKILL');
    await until(() => part.pid !== first && birthOf(part.pid) !== null);
    expect(said).toEqual(['api stopped on its own (SIGKILL): starting it again.']);
    await part.stop('SIGTERM', 1000);
    expect(birthOf(part.pid)).toBeNull();
  });

  it('is given up after dying at once as often as there are pauses', async () => {
    const part = kept('process.exit(3)', [5, 10]);
    expect(await part.broken).toBe(`api stopped on its own (code 3) and would not stay up: its last words are in ${join(directory, 'log')}.`);
    expect(launches).toBe(3); // once, and once after each of two pauses
    await part.stop('SIGTERM', 1000);
  });

  it('stays down when it was told to stop, even between two lives', async () => {
    const part = kept('process.exit(3)', [300]);
    await until(() => said.length === 1);
    await part.stop('SIGTERM', 1000);
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(launches).toBe(1);
  });
});
