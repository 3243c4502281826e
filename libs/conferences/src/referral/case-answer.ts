import type { StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import type { Tx } from '@radslag/db';

/**
 * The case as the one who just changed it sees it, read in the same transaction, so that a repeated request gets the very same
 * answer. What a case looks like is reporting's to say; an app binds this to `ReadCase`.
 */
export abstract class CaseAnswer {
  abstract view(tx: Tx, staff: StaffAccess, referralId: string): Promise<CaseView>;
}
