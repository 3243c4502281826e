import { env as processEnvironment } from 'node:process';
import { env } from '@radslag/platform';
import type { Hooks } from './operator/reply-number';

export interface OperatorSettings {
  readonly ownerDatabaseUrl: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** where e-mail is taken; none: it is not */
  readonly smtpPort: number | undefined;
  /** where messages are kept between restarts */
  readonly file: string | undefined;
  /** where and with what the product wants replies posted; none: they stay on the phones */
  readonly hooks: Hooks | undefined;
}

/** What moves the clock, plays operator or writes demo families has no business near real ones. */
export function refuseInProduction(what: string): void {
  if (env().mode === 'production') throw new Error(`${what} belongs to local and test mode: set RADSLAG_MODE.`);
}

export function ownerDatabaseUrl(): string {
  const { ownerUrl } = env().database;
  if (ownerUrl === undefined) throw new Error('RADSLAG_OWNER_DATABASE_URL: is needed here.');
  return ownerUrl;
}

export function operatorSettings(): OperatorSettings {
  refuseInProduction('The simulated operator');
  const { operator, sms, smtp, keys, callbackUrl } = env();
  return {
    ownerDatabaseUrl: ownerDatabaseUrl(),
    port: operator.port,
    smtpPort: smtp.url === undefined ? undefined : Number(new URL(smtp.url).port),
    user: sms.user,
    password: sms.password,
    // a message from the launcher to the simulator, unknown to the product: so not among its settings
    file: processEnvironment['RADSLAG_OPERATOR_FILE'],
    hooks: { callbackUrl, callbackKey: keys.callback },
  };
}
