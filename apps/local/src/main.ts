/** The parts of local mode that need the libraries; the launcher beside this folder starts them one by one. */
import { writeSync } from 'node:fs';
import { env } from '@radslag/platform';
import { operatorSettings, ownerDatabaseUrl, refuseInProduction } from './settings';

const subcommands: Record<string, () => Promise<void>> = {
  async operator() {
    const { startOperator } = await import('./operator/start');
    await startOperator(operatorSettings());
  },
  async migrate() {
    const { runMigrations } = await import('@radslag/db');
    await runMigrations({ ownerUrl: ownerDatabaseUrl(), appRole: 'radslag_app', mode: env().mode, told: (text) => void writeSync(2, `${text}\n`) });
  },
  async seed() {
    refuseInProduction('Demo data');
    const { seedDemo } = await import('./demo');
    await seedDemo();
  },
  async 'sign-ins'() {
    const { demoSignIns } = await import('./demo');
    writeSync(1, `${JSON.stringify(demoSignIns())}\n`);
  },
};

const name = process.argv[2] ?? '';
const run = Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
if (!run) {
  process.stderr.write(`Say what to run: ${Object.keys(subcommands).join(', ')}.\n`);
  process.exit(2);
}
await run();
// what a subcommand leaves open (a pool, a connection) must not keep it from ending; the operator serves on
if (name !== 'operator') process.exit(0);
