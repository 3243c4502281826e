/**
 * Loaded before an application (`node --import`) to write down what it says to Postgres, so that a floor can say the very
 * same. Only for the instance that is asked once; the one that is measured runs without it.
 */
import { appendFileSync } from 'node:fs';
import { env } from 'node:process';
import pg from 'pg';

const file = env['RADSLAG_BENCH_SQL'];
const written = (value) => {
  if (Buffer.isBuffer(value)) return { hex: value.toString('hex') };
  return value instanceof Date ? { date: value.toISOString() } : { plain: value ?? null };
};
const original = pg.Client.prototype.query;
pg.Client.prototype.query = function query(config, values, ...rest) {
  const text = typeof config === 'string' ? config : config?.text;
  const given = (Array.isArray(values) ? values : config?.values) ?? [];
  if (typeof text === 'string') appendFileSync(file, `${JSON.stringify({ text, values: given.map(written) })}\n`);
  return original.call(this, config, values, ...rest);
};
