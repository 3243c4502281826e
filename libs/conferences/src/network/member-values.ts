import type { MemberInput } from '@radslag/contracts';
import type { NetworkMember, Tx } from '@radslag/db';
import { RuleBroken } from '@radslag/platform';
import { storedPhone } from './phone-number';

export type MemberValues = Partial<Omit<NetworkMember, 'municipalityId' | 'id'>>;

/** What a coordinator wrote about a person, as it is kept. A protected person has no number here and is reached by staff only. */
export function memberValues(tx: Tx, member: MemberInput): MemberValues {
  if (member.protected && member.phone !== null) throw new RuleBroken('protected-has-no-number');
  const channel = member.protected ? 'staffOnly' : member.channel;
  const phone = storedPhone(member.phone, [channel, ...member.otherChannels].includes('sms') ? 'sms' : channel);
  return {
    givenName: member.givenName,
    familyName: member.familyName,
    relation: member.relation,
    side: member.side,
    ring: member.ring,
    professional: member.professional,
    guardian: member.guardian,
    supportPerson: member.supportPerson,
    mustAttend: member.mustAttend,
    language: member.language,
    channel,
    otherChannels: [...member.otherChannels],
    email: member.email,
    postalAddress: member.postalAddress,
    hoursFrom: member.hours?.from ?? null,
    hoursTo: member.hours?.to ?? null,
    notBefore: member.notBefore,
    initialsAllowed: member.initialsAllowed,
    alias: member.alias,
    delegateId: member.delegateId,
    voicemailAllowed: member.voicemailAllowed,
    agreedWord: member.agreedWord,
    phone,
    phoneIndex: phone === null ? null : tx.keys.blindIndex('phone', phone),
    sharedPhone: member.sharedPhone,
    noSms: member.noSms,
    noCalls: member.noCalls,
    protected: member.protected,
    birthYear: member.birthYear,
    needs: JSON.stringify(member.needs),
    canHelpWith: member.canHelpWith,
    note: member.note,
  };
}

/** Two people of a case with one number share the phone, said or not: whoever reads a message there may be the other one. */
export async function markSharedPhone(tx: Tx, referralId: string, phoneIndex: Buffer | null | undefined): Promise<void> {
  if (!phoneIndex) return;
  await tx.query(
    `WITH holders AS (
       SELECT id, count(*) OVER () AS people FROM network_member WHERE municipality_id = $1 AND phone_index = $2 AND referral_id = $3 AND removed_at IS NULL)
     UPDATE network_member m SET shared_phone = true FROM holders h
     WHERE m.municipality_id = $1 AND m.id = h.id AND h.people > 1 AND NOT m.shared_phone`,
    [tx.municipalityId, phoneIndex, referralId],
  );
}
