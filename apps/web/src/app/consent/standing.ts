import type { Member } from '@radslag/contracts';
import { CONSENTS_FROM_AGE } from '@radslag/domain';
import type { ConsentPurpose } from '@radslag/domain';

export type Consent = Member['consents'][number];
export type Standing = { kind: 'none' } | { kind: 'holds' | 'withdrawn' | 'expired'; consent: Consent };

/** The purposes in the order they are asked about: nothing else can be done before contact is allowed. */
export const PURPOSES = ['contact', 'participate', 'shareFacts', 'secrecyWaiver'] as const satisfies readonly ConsentPurpose[];

/** Guardians, and children of 15 or more (or whose age is not known), say yes to taking part themselves: the step counts the same. */
export const mustParticipate = (member: Pick<Member, 'guardian' | 'focalPersonId'>, age: number | null): boolean => member.guardian || (member.focalPersonId !== null && (age === null || age >= CONSENTS_FROM_AGE));

/** How a person stands on one purpose today: a consent that holds wins, otherwise the latest says why not. The server decides; this shows. */
export function standing(consents: readonly Consent[], purpose: ConsentPurpose, today: string): Standing {
  const latest = consents.filter((one) => one.purpose === purpose).sort((a, b) => (a.givenOn === b.givenOn ? b.id.localeCompare(a.id) : b.givenOn.localeCompare(a.givenOn)));
  const holding = latest.find((one) => one.withdrawnAt === null && one.givenOn <= today && (one.validUntil === null || today <= one.validUntil));
  if (holding !== undefined) return { kind: 'holds', consent: holding };
  const last = latest[0];
  if (last === undefined) return { kind: 'none' };
  return { kind: last.withdrawnAt === null ? 'expired' : 'withdrawn', consent: last };
}
