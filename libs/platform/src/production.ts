import { revealingWords } from '@radslag/domain';

/**
 * What may be set while somebody tries the product out, and never where messages reach people. Each is a sentence about one
 * setting; no value of a key or password is repeated in it.
 */
export type ProductionFault = { setting: string; fault: string };

type Judged = {
  keys: Readonly<Record<'RADSLAG_MASTER_KEY' | 'RADSLAG_LINK_KEY' | 'RADSLAG_CALLBACK_KEY', Buffer>>;
  /** Where people go: the browser of a relative, or of somebody at work. */
  addresses: Readonly<Record<'RADSLAG_STAFF_URL' | 'RADSLAG_FAMILY_URL', string>>;
  /** Where machines go. */
  services: Readonly<Record<'RADSLAG_CALLBACK_URL' | 'RADSLAG_SMS_URL' | 'RADSLAG_TWILIO_URL', string>>;
  secrets: Readonly<Record<string, string>>;
};

export function productionFaults({ keys, addresses, services, secrets }: Judged): ProductionFault[] {
  const faults: ProductionFault[] = [];
  const say = (setting: string, fault: string) => faults.push({ setting, fault });
  const named = Object.entries(keys);
  for (const [setting, key] of named) {
    if (!looksRandom(key)) say(setting, 'is not a random key; make one with: openssl rand -base64 32');
  }
  for (const [index, [setting, key]] of named.entries()) {
    const twin = named.slice(0, index).find(([, other]) => other.equals(key));
    if (twin !== undefined) say(setting, `is the same key as ${twin[0]}; each needs one of its own`);
  }
  for (const [setting, address] of Object.entries(addresses)) {
    const url = new URL(address);
    if (url.protocol !== 'https:') say(setting, 'must begin with https:// in production');
    else if (isThisMachine(url.hostname)) say(setting, 'is this machine, which nobody else can reach');
    if (url.username !== '' || url.password !== '') say(setting, 'has a password in it');
    if (url.pathname !== '/' || url.search !== '' || url.hash !== '') say(setting, 'must be a bare address, without a path');
  }
  if (originOf(addresses.RADSLAG_STAFF_URL) === originOf(addresses.RADSLAG_FAMILY_URL)) say('RADSLAG_FAMILY_URL', 'is the same address as RADSLAG_STAFF_URL; staff and families have one each');
  // It stands in every text on a lock screen, and the neutral filter would stop them all.
  const revealing = revealingWords(new URL(addresses.RADSLAG_FAMILY_URL).hostname);
  if (revealing.length > 0) say('RADSLAG_FAMILY_URL', `stands in every text and says what it is about: ${revealing.join(', ')}`);
  for (const [setting, address] of Object.entries(services)) {
    const url = new URL(address);
    if (url.protocol !== 'https:' && !isThisMachine(url.hostname)) say(setting, 'must begin with https:// in production: numbers and texts go there');
  }
  for (const [setting, secret] of Object.entries(secrets)) if (/^replace-me/i.test(secret)) say(setting, 'still has the value of the example');
  return faults;
}

const originOf = (address: string): string => new URL(address).origin;
const isThisMachine = (host: string): boolean => /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)$/.test(host);

/**
 * 32 bytes by chance hold some thirty values and no pattern: fewer than sixteen happens to nobody. A key of zeros, a repeated
 * word, a row of numbers and a typed sentence are what people put in to get on.
 */
function looksRandom(key: Buffer): boolean {
  const bytes = [...key];
  const steps = new Set(bytes.slice(1).map((byte, index) => (byte - bytes[index]! + 256) % 256));
  const typed = bytes.every((byte) => byte >= 0x20 && byte <= 0x7e);
  return new Set(bytes).size >= 16 && steps.size >= 12 && !typed;
}
