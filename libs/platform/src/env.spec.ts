import { randomBytes } from 'node:crypto';
import { parseEnv } from './env';

const key = () => randomBytes(32).toString('base64');
const base64 = (bytes: Iterable<number> | string) => Buffer.from(bytes as string).toString('base64');
const good = () => ({
  RADSLAG_MODE: 'production', RADSLAG_DATABASE_URL: 'postgres://app:x@db/radslag', RADSLAG_REDIS_URL: 'redis://redis:6379',
  RADSLAG_STAFF_URL: 'https://radslag.alnas.se', RADSLAG_FAMILY_URL: 'https://svara.nu', RADSLAG_CALLBACK_URL: 'https://radslag.alnas.se', RADSLAG_SMS_USER: 'u1', RADSLAG_SMS_PASSWORD: 'p1',
  RADSLAG_MASTER_KEY: key(), RADSLAG_LINK_KEY: key(), RADSLAG_CALLBACK_KEY: key(),
});
const refusal = (over: Record<string, string | undefined>): string => {
  try {
    parseEnv({ ...good(), ...over });
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

it('production starts on settings that are meant', () => {
  for (let time = 0; time < 200; time += 1) expect(refusal({})).toBe('');
});

const KEYS = ['RADSLAG_MASTER_KEY', 'RADSLAG_LINK_KEY', 'RADSLAG_CALLBACK_KEY'] as const;
describe.each(KEYS)('%s', (name) => {
  it.each([
    ['zeros', base64(Buffer.alloc(32))], ['one byte again and again', base64(Buffer.alloc(32, 0xa7))], ['a word again and again', base64('rådslag!'.repeat(4).slice(0, 30)).slice(0, 44)],
    ['a row of numbers', base64(Array.from({ length: 32 }, (_, index) => index))], ['a row of numbers downwards', base64(Array.from({ length: 32 }, (_, index) => 255 - index * 3))],
    ['two bytes in turn', base64(Array.from({ length: 32 }, (_, index) => (index % 2) * 255))], ['a typed sentence', base64('the quick brown fox jumps over it')], ['half a key twice', base64([...Buffer.from(key(), 'base64').subarray(0, 8), ...Buffer.alloc(24)])],
    ['what the example says', 'replace-me'], ['too short', base64('kort')],
  ])('that is %s stops the start, and is named without being told', (_what, value) => {
    const said = refusal({ [name]: value });
    expect(said).toContain(`  ${name}: `);
    expect(said).not.toContain(value);
  });
});

it('keys that are equal stop the start, and both are named', () => {
  const same = key();
  expect(refusal({ RADSLAG_MASTER_KEY: same, RADSLAG_CALLBACK_KEY: same })).toContain('RADSLAG_CALLBACK_KEY: is the same key as RADSLAG_MASTER_KEY');
});

it.each([
  ['RADSLAG_STAFF_URL', 'http://radslag.alnas.se'], ['RADSLAG_FAMILY_URL', 'http://svara.nu'], ['RADSLAG_STAFF_URL', undefined], ['RADSLAG_FAMILY_URL', undefined], ['RADSLAG_FAMILY_URL', 'https://localhost:3001'],
  ['RADSLAG_FAMILY_URL', 'https://127.0.0.1'], ['RADSLAG_FAMILY_URL', 'https://[::1]'], ['RADSLAG_FAMILY_URL', 'https://svara.nu/familj'], ['RADSLAG_STAFF_URL', 'https://a:b@radslag.alnas.se'], ['RADSLAG_FAMILY_URL', 'https://radslag.alnas.se'],
  ['RADSLAG_FAMILY_URL', 'ftp://svara.nu'], ['RADSLAG_FAMILY_URL', 'https://socialtjanst.alnas.se'], ['RADSLAG_FAMILY_URL', 'https://svara.alnas-kommun.se'], ['RADSLAG_CALLBACK_URL', 'http://radslag.alnas.se'], ['RADSLAG_SMS_URL', 'http://api.46elks.com'], ['RADSLAG_TWILIO_URL', 'http://api.twilio.com'], ['RADSLAG_SMS_PASSWORD', 'replace-me'], ['RADSLAG_SMS_USER', 'replace-me'],
])('%s as %p stops the start', (name, value) => {
  expect(refusal({ [name]: value })).toContain(`  ${name}: `);
});

it('local and test mode start on what a newcomer has', () => {
  for (const mode of ['local', 'test']) {
    expect(refusal({ RADSLAG_MODE: mode, RADSLAG_STAFF_URL: 'http://localhost:3000', RADSLAG_FAMILY_URL: 'http://localhost:3000', RADSLAG_MASTER_KEY: base64(Buffer.alloc(32)), RADSLAG_LINK_KEY: base64(Buffer.alloc(32)) })).toBe('');
  }
});
