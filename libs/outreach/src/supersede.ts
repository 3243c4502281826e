import type { Tx } from '@radslag/db';
import type { MessageReason, MessageState } from '@radslag/domain';

export type Superseding = { conferenceId?: string; memberId?: string; invitationId?: string; actionId?: string };
export type Superseded = { stopped: number; /** Being sent this very moment: it may reach the person all the same. */ onTheirWay: number };

/** The matter has changed, or the person may not be contacted: two ways of being stopped, worded differently to the coordinator. */
export const endOf = (reason: MessageReason): Extract<MessageState, 'cancelled' | 'suppressed'> => (ABOUT_THE_PERSON.includes(reason) ? 'suppressed' : 'cancelled');
const ABOUT_THE_PERSON: readonly MessageReason[] = [
  'personRemoved', 'personDeclined', 'personProtected', 'noConsent', 'consentWithdrawn', 'noSms', 'noNumber', 'noEmail', 'notNeutral', 'wrongPerson', 'optedOut', 'capReached', 'embargoed', 'unreadable',
];

/**
 * Stops everything unsent that the scope covers, in the caller's transaction and without touching the queue: bells of
 * stopped rows find nothing to claim. A row that a gate holds is waited for and then counted as on its way.
 */
export async function supersede(tx: Tx, scope: Superseding, reason: MessageReason): Promise<Superseded> {
  const { conferenceId = null, memberId = null, invitationId = null, actionId = null } = scope;
  if ((conferenceId ?? memberId ?? invitationId ?? actionId) === null) throw new Error('supersede: say whose messages');
  const [row] = await tx.query<{ stopped: number; on_their_way: number }>(
    `WITH stopped AS (
       UPDATE message SET state = $6, reason = $7, ended_at = $8, lease_until = NULL
       WHERE municipality_id = $1 AND state IN ('planned', 'held', 'queued')
         AND ($2::uuid IS NULL OR conference_id = $2) AND ($3::uuid IS NULL OR member_id = $3)
         AND ($4::uuid IS NULL OR invitation_id = $4) AND ($5::uuid IS NULL OR action_id = $5)
       RETURNING id)
     SELECT (SELECT count(*) FROM stopped)::integer AS stopped,
            (SELECT count(*) FROM message WHERE municipality_id = $1 AND state = 'sending'
               AND ($2::uuid IS NULL OR conference_id = $2) AND ($3::uuid IS NULL OR member_id = $3)
               AND ($4::uuid IS NULL OR invitation_id = $4) AND ($5::uuid IS NULL OR action_id = $5))::integer AS on_their_way`,
    [tx.municipalityId, conferenceId, memberId, invitationId, actionId, endOf(reason), reason, tx.now],
  );
  return { stopped: row!.stopped, onTheirWay: row!.on_their_way };
}
