import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { QueryOf, ResponseOf, routes } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { chainView } from './chain-view';

type Entry = {
  seq: string;
  at: Date;
  actor_kind: string;
  actor: string | null;
  action: string;
  entity: string | null;
  reference: string | null;
};

/** Who read and wrote what: staff by name, cases by number, nobody's content. What is said of the chain is what the last whole check found. */
@Injectable()
export class ReadAuditLog {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, query: QueryOf<typeof routes.readAuditLog>): Promise<ResponseOf<typeof routes.readAuditLog>> {
    return asStaff(this.db, staff, async (tx) => {
      const rows = await tx.query<Entry>(
        `SELECT e.seq, e.at, e.actor_kind, u.name AS actor, e.action, e.entity, r.reference
         FROM audit_entry e
         LEFT JOIN staff_user u ON u.municipality_id = e.municipality_id AND u.id = e.actor_id AND e.actor_kind = 'staff'
         LEFT JOIN referral r ON r.municipality_id = e.municipality_id AND r.id = e.referral_id
         WHERE e.municipality_id = $1 AND ($2::bigint IS NULL OR e.seq < $2) AND ($3::text IS NULL OR r.reference = $3)
         ORDER BY e.seq DESC LIMIT $4`,
        [tx.municipalityId, query.before ?? null, query.reference ?? null, query.limit + 1],
      );
      const shown = rows.slice(0, query.limit);
      tx.audit('audit.read');
      return {
        entries: shown.map((row) => ({
          seq: Number(row.seq),
          at: row.at.toISOString(),
          actorKind: row.actor_kind,
          actor: row.actor,
          action: row.action,
          entity: row.entity,
          reference: row.reference,
        })),
        next: rows.length > query.limit ? Number(shown.at(-1)!.seq) : null,
        chain: await chainView(tx),
      };
    });
  }
}
