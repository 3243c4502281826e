import * as z from 'zod';
import { productionFaults, type ProductionFault } from './production';

/** Every setting of Rådslag, parsed once and frozen. A bad value stops the start with a sentence that names it. */

const port = (fallback: number) => z.coerce.number().int().min(1).max(65535).default(fallback);
const key32 = z
  .string()
  .refine((s) => Buffer.from(s, 'base64').length === 32, 'must be 32 bytes in base64')
  .transform((s) => Buffer.from(s, 'base64'));

const Settings = z.object({
  RADSLAG_MODE: z.enum(['production', 'local', 'test']).default('production'),
  RADSLAG_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  RADSLAG_OWNER_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  RADSLAG_DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  RADSLAG_REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  RADSLAG_QUEUE_PREFIX: z.string().regex(/^[a-z0-9-]+$/).default('radslag'),
  RADSLAG_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  RADSLAG_BIND: z.string().default('127.0.0.1'),
  RADSLAG_API_PORT: port(3000),
  RADSLAG_FAMILY_PORT: port(3001),
  RADSLAG_WORKER_PORT: port(3003),
  RADSLAG_OPERATOR_PORT: port(3002),
  RADSLAG_STAFF_URL: z.url().default('http://localhost:3000'),
  RADSLAG_FAMILY_URL: z.url().default('http://localhost:3001'),
  RADSLAG_CALLBACK_URL: z.url().default('http://localhost:3000'),
  RADSLAG_WEB_ROOT: z.string().optional(),
  RADSLAG_MASTER_KEY: key32,
  RADSLAG_LINK_KEY: key32,
  RADSLAG_CALLBACK_KEY: key32,
  RADSLAG_AUDIT_ANCHOR_FILE: z.string().optional(),
  RADSLAG_SMTP_URL: z.url({ protocol: /^smtps?$/ }).or(z.literal('')).optional(),
  RADSLAG_SMS_URL: z.url().default('https://api.46elks.com'),
  RADSLAG_SMS_USER: z.string().default(''),
  RADSLAG_SMS_PASSWORD: z.string().default(''),
  RADSLAG_TWILIO_URL: z.url().default('https://api.twilio.com'),
  RADSLAG_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

export type Env = Readonly<{
  mode: 'production' | 'local' | 'test';
  database: { url: string; ownerUrl?: string; pool: number };
  redis: { url: string; queuePrefix: string };
  bind: string;
  /** How many proxies of our own stand in front: so many addresses from the end of X-Forwarded-For are to be believed. */
  proxyHops: number;
  api: { port: number; webRoot?: string };
  family: { port: number; url: string };
  worker: { port: number };
  operator: { port: number };
  staffUrl: string;
  callbackUrl: string;
  /** Where the heads of the audit chains are written outside the database; none: in the log. */
  audit: { anchorFile?: string };
  /** Where e-mail leaves; none: it does not. */
  smtp: { url?: string };
  keys: { master: Buffer; link: Buffer; callback: Buffer };
  /** The service's own account at 46elks, for municipalities that have none; and where the second operator is. */
  sms: { url: string; user: string; password: string; twilioUrl: string };
  logLevel: string;
}>;

/** Throws with one sentence per bad setting; never echoes a value, since some are secrets. */
export function parseEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Settings.safeParse(source);
  if (!parsed.success) throw unusable(parsed.error.issues.map((i) => ({ setting: i.path.join('.'), fault: i.message })));
  const s = parsed.data;
  if (s.RADSLAG_MODE === 'production') {
    const faults = productionFaults({
      keys: { RADSLAG_MASTER_KEY: s.RADSLAG_MASTER_KEY, RADSLAG_LINK_KEY: s.RADSLAG_LINK_KEY, RADSLAG_CALLBACK_KEY: s.RADSLAG_CALLBACK_KEY },
      addresses: { RADSLAG_STAFF_URL: s.RADSLAG_STAFF_URL, RADSLAG_FAMILY_URL: s.RADSLAG_FAMILY_URL },
      services: { RADSLAG_CALLBACK_URL: s.RADSLAG_CALLBACK_URL, RADSLAG_SMS_URL: s.RADSLAG_SMS_URL, RADSLAG_TWILIO_URL: s.RADSLAG_TWILIO_URL },
      secrets: { RADSLAG_SMS_USER: s.RADSLAG_SMS_USER, RADSLAG_SMS_PASSWORD: s.RADSLAG_SMS_PASSWORD },
    });
    if (faults.length > 0) throw unusable(faults);
  }
  const withoutSlash = (url: string) => url.replace(/\/$/, '');
  return Object.freeze({
    mode: s.RADSLAG_MODE,
    database: { url: s.RADSLAG_DATABASE_URL, ownerUrl: s.RADSLAG_OWNER_DATABASE_URL, pool: s.RADSLAG_DATABASE_POOL },
    redis: { url: s.RADSLAG_REDIS_URL, queuePrefix: s.RADSLAG_QUEUE_PREFIX },
    bind: s.RADSLAG_BIND,
    proxyHops: s.RADSLAG_PROXY_HOPS,
    api: { port: s.RADSLAG_API_PORT, webRoot: s.RADSLAG_WEB_ROOT },
    family: { port: s.RADSLAG_FAMILY_PORT, url: withoutSlash(s.RADSLAG_FAMILY_URL) },
    worker: { port: s.RADSLAG_WORKER_PORT },
    operator: { port: s.RADSLAG_OPERATOR_PORT },
    staffUrl: withoutSlash(s.RADSLAG_STAFF_URL),
    callbackUrl: withoutSlash(s.RADSLAG_CALLBACK_URL),
    audit: { anchorFile: s.RADSLAG_AUDIT_ANCHOR_FILE || undefined },
    smtp: { url: s.RADSLAG_SMTP_URL || undefined },
    keys: { master: s.RADSLAG_MASTER_KEY, link: s.RADSLAG_LINK_KEY, callback: s.RADSLAG_CALLBACK_KEY },
    sms: { url: withoutSlash(s.RADSLAG_SMS_URL), user: s.RADSLAG_SMS_USER, password: s.RADSLAG_SMS_PASSWORD, twilioUrl: withoutSlash(s.RADSLAG_TWILIO_URL) },
    logLevel: s.RADSLAG_LOG_LEVEL,
  });
}

function unusable(faults: readonly ProductionFault[]): Error {
  return new Error(`The settings cannot be used:\n${faults.map(({ setting, fault }) => `  ${setting}: ${fault}`).join('\n')}\nThe README lists every setting.`);
}

let current: Env | undefined;
/** The settings of this process. */
export function env(): Env {
  return (current ??= parseEnv(process.env));
}
