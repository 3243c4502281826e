import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const key = () => randomBytes(32).toString('base64');
const password = () => randomBytes(18).toString('hex');

/** Made once per profile and kept, since rows encrypted under a lost key are lost too. */
export function keepSecrets(directory) {
  const file = join(directory, 'secrets.json');
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = {
    postgresPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
    masterKey: key(),
    linkKey: key(),
    callbackKey: key(),
    smsUser: `u${randomBytes(16).toString('hex')}`,
    smsPassword: password(),
    ...kept,
  };
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return secrets;
}
