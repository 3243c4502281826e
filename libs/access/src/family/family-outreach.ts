import type { Tx } from '@radslag/db';

/**
 * What the family pages ask of outreach, inside their own transaction. A port, since access lies below outreach: the app that
 * knows both binds them.
 */
export abstract class FamilyOutreach {
  /** A new SMS with the person's link, to the number on file. */
  abstract sendNewLink(tx: Tx, invitationId: string): Promise<unknown>;
  /** Everything unsent to this person, because someone else holds the phone. */
  abstract stopForWrongPerson(tx: Tx, memberId: string): Promise<unknown>;
}
