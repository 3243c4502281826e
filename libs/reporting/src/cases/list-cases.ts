import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { QueryOf, ResponseOf, routes } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { AppError } from '@radslag/platform';
import { casesOf } from './case-scope';
import { listedCases } from './case-summary';

/** Newest change first, a page at a time. A page begins after the last line of the one before, so new changes do not shift it. */
@Injectable()
export class ListCases {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, query: QueryOf<typeof routes.listCases>): Promise<ResponseOf<typeof routes.listCases>> {
    const after = query.after === undefined ? null : positionOf(query.after);
    return asStaff(this.db, staff, async (tx) => {
      const rows = await tx.query<{ id: string; at: string }>(
        `SELECT r.id, to_char(r.updated_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at
         FROM referral r
         WHERE r.municipality_id = $1 AND ${casesOf(staff, query.scope)} AND ($3::timestamptz IS NULL OR (r.updated_at, r.id) < ($3::timestamptz, $4::uuid))
         ORDER BY r.updated_at DESC, r.id DESC LIMIT $5`,
        [tx.municipalityId, staff.userId, after?.at ?? null, after?.id ?? null, query.limit + 1],
      );
      const page = rows.slice(0, query.limit);
      const cases = await listedCases(tx, staff, page.map((row) => row.id));
      tx.audit('case.list');
      const last = page.at(-1);
      return { cases: cases.map((listed) => listed.summary), next: rows.length > query.limit && last ? cursorOf(last) : null };
    });
  }
}

type Position = { at: string; id: string };

const cursorOf = ({ at, id }: Position): string => Buffer.from(`${at}|${id}`).toString('base64url');

function positionOf(cursor: string): Position {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  // 31 February has the form and is no day: the database would answer with a fault of ours.
  const at = found && new Date(found[1]!);
  if (!found || !at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 19) !== found[1]!.slice(0, 19)) throw new AppError('invalid-input', 400);
  return { at: found[1]!, id: found[2]! };
}
