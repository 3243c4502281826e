import { env } from 'node:process';
import * as z from 'zod';

/**
 * The launcher is the only one who sets these; they exist in local and test mode alone, which is why they stand here and not
 * among the settings of the product.
 */
const Settings = z.object({
  RADSLAG_MODE: z.enum(['local', 'test']),
  RADSLAG_OWNER_DATABASE_URL: z.string().min(1),
  RADSLAG_DATABASE_URL: z.string().min(1),
  RADSLAG_OPERATOR_PORT: z.coerce.number().int().positive().default(3002),
  RADSLAG_OPERATOR_FILE: z.string().optional(),
  RADSLAG_SMS_USER: z.string().min(1),
  RADSLAG_SMS_PASSWORD: z.string().min(1),
  RADSLAG_SMS_INBOUND_URL: z.string().optional(),
});

export interface LocalSettings {
  readonly mode: 'local' | 'test';
  readonly ownerDatabaseUrl: string;
  readonly databaseUrl: string;
  readonly operator: {
    readonly port: number;
    readonly file: string | undefined;
    readonly user: string;
    readonly password: string;
    readonly inboundUrl: string | undefined;
  };
}

export function localSettings(from: Record<string, string | undefined> = env): LocalSettings {
  const read = Settings.parse(from);
  return {
    mode: read.RADSLAG_MODE,
    ownerDatabaseUrl: read.RADSLAG_OWNER_DATABASE_URL,
    databaseUrl: read.RADSLAG_DATABASE_URL,
    operator: {
      port: read.RADSLAG_OPERATOR_PORT,
      file: read.RADSLAG_OPERATOR_FILE,
      user: read.RADSLAG_SMS_USER,
      password: read.RADSLAG_SMS_PASSWORD,
      inboundUrl: read.RADSLAG_SMS_INBOUND_URL,
    },
  };
}
