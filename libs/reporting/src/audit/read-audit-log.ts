import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { QueryOf, ResponseOf, routes } from '@radslag/contracts';
import { Database, type Tx } from '@radslag/db';

type Entry = {
  seq: string;
  at: Date;
  actor_kind: string;
  actor: string | null;
  action: string;
  entity: string | null;
  reference: string | null;
  sound: boolean;
};

/**
 * Who read and wrote what: staff by name, cases by number, nobody's content. Each entry that is shown is held against its own
 * hash and against the entry before it; the newest also against the head of the chain, so that a cut tail shows as well.
 */
@Injectable()
export class ReadAuditLog {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, query: QueryOf<typeof routes.readAuditLog>): Promise<ResponseOf<typeof routes.readAuditLog>> {
    return asStaff(this.db, staff, async (tx) => {
      const rows = await tx.query<Entry>(
        `SELECT e.seq, e.at, e.actor_kind, u.name AS actor, e.action, e.entity, r.reference,
                (e.hash = sha256(e.previous_hash || convert_to(audit_line(e.seq, e.at, e.actor_kind, e.actor_id, e.action, e.entity, e.entity_id, e.referral_id), 'UTF8'))
                 AND e.previous_hash = coalesce(b.hash, CASE WHEN e.seq = 1 THEN sha256(convert_to(e.municipality_id::text, 'UTF8')) END)) IS TRUE AS sound
         FROM audit_entry e
         LEFT JOIN audit_entry b ON b.municipality_id = e.municipality_id AND b.seq = e.seq - 1
         LEFT JOIN staff_user u ON u.municipality_id = e.municipality_id AND u.id = e.actor_id AND e.actor_kind = 'staff'
         LEFT JOIN referral r ON r.municipality_id = e.municipality_id AND r.id = e.referral_id
         WHERE e.municipality_id = $1 AND ($2::bigint IS NULL OR e.seq < $2) AND ($3::text IS NULL OR r.reference = $3)
         ORDER BY e.seq DESC LIMIT $4`,
        [tx.municipalityId, query.before ?? null, query.reference ?? null, query.limit + 1],
      );
      const shown = rows.slice(0, query.limit);
      const whole = query.before === undefined ? await headIsThere(tx) : true;
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
        chainIntact: whole && shown.every((row) => row.sound),
      };
    });
  }
}

async function headIsThere(tx: Tx): Promise<boolean> {
  const [found] = await tx.query<{ whole: boolean }>(
    `SELECT CASE WHEN EXISTS (SELECT 1 FROM audit_head WHERE municipality_id = $1)
       THEN EXISTS (SELECT 1 FROM audit_head h JOIN audit_entry e ON e.municipality_id = h.municipality_id AND e.seq = h.seq AND e.hash = h.hash WHERE h.municipality_id = $1)
       ELSE NOT EXISTS (SELECT 1 FROM audit_entry WHERE municipality_id = $1) END AS whole`,
    [tx.municipalityId],
  );
  return found!.whole;
}
