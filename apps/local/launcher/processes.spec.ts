import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthOf, Ledger, startProcess } from './processes.mjs';

describe('the ledger of processes', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'radslag-ledger-'));
    file = join(directory, 'pids.json');
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  const sleeper = () => spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });

  it('ends what a killed launcher left behind', async () => {
    const left = sleeper();
    const exited = once(left, 'exit');
    writeFileSync(file, JSON.stringify({ launcher: { pid: 999_999_999, birth: 'ticks 1' }, api: { pid: left.pid, birth: birthOf(left.pid ?? 0) } }));
    await new Ledger(file).takeOver(() => {});
    expect((await exited)[1]).toBe('SIGTERM');
  });

  it('leaves a stranger alone who was given the same number since', async () => {
    const stranger = sleeper();
    writeFileSync(file, JSON.stringify({ api: { pid: stranger.pid, birth: 'ticks 1' } }));
    await new Ledger(file).takeOver(() => {});
    expect(birthOf(stranger.pid ?? 0)).not.toBeNull();
    const exited = once(stranger, 'exit');
    stranger.kill('SIGKILL');
    await exited;
  });

  it('refuses while the earlier launcher lives', async () => {
    const launcher = sleeper();
    const exited = once(launcher, 'exit');
    writeFileSync(file, JSON.stringify({ launcher: { pid: launcher.pid, birth: birthOf(launcher.pid ?? 0) } }));
    await expect(new Ledger(file).takeOver(() => {})).rejects.toThrow(`already running from here (process ${launcher.pid})`);
    launcher.kill('SIGKILL');
    await exited;
  });

  it('starts over when the ledger was cut off half written', async () => {
    writeFileSync(file, '{"launcher":{"pi');
    await new Ledger(file).takeOver(() => {});
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')))).toEqual(['launcher']);
  });

  it('ends a child that will not listen, with all that it had started', async () => {
    const ledger = new Ledger(file);
    const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); require('node:fs').writeFileSync('up', '')";
    const child = startProcess({ name: 'api', command: process.execPath, args: ['-e', stubborn], env: process.env, cwd: directory, logFile: join(directory, 'log'), ledger });
    while (!existsSync(join(directory, 'up'))) await new Promise((resolve) => setTimeout(resolve, 20));
    await child.stop('SIGTERM', 50);
    expect(birthOf(child.pid ?? 0)).toBeNull();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({});
  });
});
