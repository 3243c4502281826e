import { OperatorAccount, type Tx } from '@radslag/db';
import { addressStanding, type OperatorName } from '@radslag/domain';
import { addressesOf, noteRefused, writeDown } from './addresses';

/** Whether the operator itself signed what it posted, with one of the account's secrets. Given by whoever has the request; absent: it was not looked at. */
export type SignedWith = (secrets: readonly string[]) => boolean;

/** Why something that an operator posted was not taken. Outside they all look the same. */
export type HookRefusal = 'forged-address' | 'address-ended' | 'wrong-signature' | 'other-municipality' | 'other-account';
/** Told of each, for the log and the alarms; nothing personal is in it. */
export type OnRefused = (why: HookRefusal, of: { operator: string; municipalityId: string | null }) => void;

/**
 * The secret in the address is right. Is the address still heard, and did the operator sign? What was refused is counted beside the
 * address, and so has to be committed: it is a value here, and an error afterwards.
 */
export async function refusedAtAddress(tx: Tx, { operator, version, signedWith }: { operator: OperatorName; version: number; signedWith?: SignedWith | undefined }): Promise<HookRefusal | null> {
  const standing = addressStanding(await addressesOf(tx, operator), version, tx.now);
  const why = standing === 'ended' ? 'address-ended' : (await isSigned(tx, operator, signedWith)) ? null : 'wrong-signature';
  if (why === null) return null;
  if (standing === 'inUse') await writeDown(tx, operator, version);
  await noteRefused(tx, operator, version);
  return why;
}

/** 46elks signs nothing: there the secret in the address is all. An account at Twilio that cannot be read, or is not there, has signed nothing. */
async function isSigned(tx: Tx, operator: OperatorName, signedWith: SignedWith = () => false): Promise<boolean> {
  if (operator !== 'twilio') return true;
  const account = await tx.findOne(OperatorAccount, { operator });
  const secrets = [account?.password, account?.formerUntil != null && account.formerUntil > tx.now ? account.formerPassword : null];
  return signedWith(secrets.filter((secret): secret is string => typeof secret === 'string' && secret !== ''));
}
