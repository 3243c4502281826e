import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BoardCard, ResponseOf, routes } from '@radslag/contracts';
import { Database, STANDING_ANSWER, type Tx } from '@radslag/db';
import { boardColumn, initialsOf, shortName, type Channel, type Coming, type InvitationState, type MessageKind, type MessageState } from '@radslag/domain';
import { casesOf, type CaseScope } from '../cases/case-scope';

type Row = {
  invitation_id: string; referral_id: string; conference_id: string; member_id: string; reference: string; state: InvitationState;
  given_name: Buffer; family_name: Buffer; relation: Buffer; protected: boolean; professional: boolean; must_attend: boolean; channel: Channel;
  coming: Coming | null; answered_at: Date | null; last_state: MessageState | null; last_at: Date | null; next_at: Date | null; next_kind: MessageKind | null;
  task_kind: string | null; task_reason: string | null;
};

/** Every invitation of conferences that are ahead, over all of a coordinator's cases (a manager's unit), and where each stands. */
@Injectable()
export class ReadBoard {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, scope: CaseScope): Promise<ResponseOf<typeof routes.readBoard>> {
    return asStaff(this.db, staff, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT i.id AS invitation_id, r.id AS referral_id, c.id AS conference_id, nm.id AS member_id, r.reference, i.state,
                nm.given_name, nm.family_name, nm.relation, nm.protected, nm.professional, nm.must_attend, nm.channel,
                an.coming, an.at AS answered_at, last.state AS last_state, coalesce(last.delivered_at, last.accepted_at, last.ended_at) AS last_at,
                next.due_at AS next_at, next.kind AS next_kind, t.kind AS task_kind, t.reason AS task_reason
         FROM referral r
         JOIN conference c ON c.municipality_id = r.municipality_id AND c.referral_id = r.id AND c.state IN ('planning', 'polling', 'confirmed')
         JOIN invitation i ON i.municipality_id = c.municipality_id AND i.conference_id = c.id AND i.revoked_at IS NULL
         JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id AND nm.removed_at IS NULL
         LEFT JOIN LATERAL (${STANDING_ANSWER('i', 'c')}) an ON an.coming IS NOT NULL
         LEFT JOIN LATERAL (SELECT m.state, m.delivered_at, m.accepted_at, m.ended_at FROM message m WHERE m.municipality_id = i.municipality_id AND m.invitation_id = i.id
                            AND (m.kind IN ('invitation', 'newLink') OR (m.kind IN ('answerReminder', 'timeSet') AND m.state IN ('sending', 'accepted', 'delivered', 'unknown', 'failed'))) AND m.state <> 'cancelled'
                            ORDER BY m.due_at DESC, m.id DESC LIMIT 1) last ON true
         LEFT JOIN LATERAL (SELECT m.due_at, m.kind FROM message m WHERE m.municipality_id = i.municipality_id AND m.invitation_id = i.id AND m.state IN ('planned', 'queued') ORDER BY m.due_at LIMIT 1) next ON true
         LEFT JOIN LATERAL (SELECT k.kind, k.reason FROM task k WHERE k.municipality_id = i.municipality_id AND k.conference_id = c.id AND k.member_id = nm.id AND k.done_at IS NULL
                            AND k.kind IN ('callMember', 'sendLetter', 'findOtherWay', 'checkUnknown', 'inboundMessage') ORDER BY k.urgent DESC, k.created_at LIMIT 1) t ON true
         WHERE r.municipality_id = $1 AND r.state = 'active' AND ${casesOf(staff, scope)}
         ORDER BY r.reference, nm.created_at, nm.id LIMIT 1000`,
        [tx.municipalityId, staff.userId],
      );
      tx.audit('invitation.list');
      return { now: tx.now.toISOString(), cards: rows.map((row) => cardOf(tx, row)) };
    });
  }
}

function cardOf(tx: Tx, row: Row): BoardCard {
  const open = (column: string, sealed: Buffer) => tx.read('network_member', row.member_id, column, sealed);
  const relation = open('relation', row.relation);
  const [given, family] = row.protected ? ['', ''] : [open('given_name', row.given_name), open('family_name', row.family_name)];
  return {
    invitationId: row.invitation_id, referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, reference: row.reference,
    initials: row.protected ? '' : initialsOf(given, family), shortName: row.protected ? relation : shortName(given, family), relation,
    protected: row.protected, professional: row.professional, mustAttend: row.must_attend, channel: row.channel,
    column: boardColumn({ state: row.state, coming: row.coming, openTask: row.task_kind !== null, channel: row.channel, lastAsking: row.last_state }),
    coming: row.coming, answeredAt: row.answered_at?.toISOString() ?? null, lastAt: row.last_at?.toISOString() ?? null,
    nextAt: row.next_at?.toISOString() ?? null, nextKind: row.next_kind,
    task: row.task_kind === null ? null : { kind: row.task_kind, reason: row.task_reason },
  };
}
