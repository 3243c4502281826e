import type { Actor, Database, Tx } from '@radslag/db';

declare const brand: unique symbol;
type Brand<T extends string> = { readonly [brand]: T };

/** Proof that a living session stands behind a request; only `ReadInvitationPage` mints it, and every family use case asks for it. */
export type FamilyAccess = Readonly<{
  municipalityId: string;
  invitationId: string;
  sessionId: string;
  /** The second step has been taken in this session: place and plan may be shown. */
  stepPassed: boolean;
  /** A member of staff fills in, with the person on the phone. */
  recordedBy: string | null;
}> &
  Brand<'FamilyAccess'>;

export function mintFamilyAccess(facts: Omit<FamilyAccess, typeof brand>): FamilyAccess {
  return Object.freeze({ ...facts }) as FamilyAccess;
}

/** Whose doing it is: the person's behind the link, or of whoever fills in what they say on the phone. */
export const familyActor = (invitationId: string, recordedBy: string | null = null): Actor => (recordedBy === null ? { kind: 'family', id: invitationId } : { kind: 'staff', id: recordedBy });

/** One transaction as the person behind the link. */
export function asFamily<T>(db: Database, access: FamilyAccess, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.inMunicipality(access.municipalityId, familyActor(access.invitationId, access.recordedBy), work);
}
