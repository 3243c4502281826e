import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { ResponseOf, routes } from '@radslag/contracts';
import { Database } from '@radslag/db';

/** Who can be given a case, those with least to do first. */
@Injectable()
export class ListCoordinators {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<ResponseOf<typeof routes.listCoordinators>> {
    return asStaff(this.db, staff, async (tx) => ({
      coordinators: await tx.query<{ id: string; name: string; activeCases: number }>(
        `SELECT u.id, u.name, count(r.id)::integer AS "activeCases"
         FROM staff_user u
         LEFT JOIN referral r ON r.municipality_id = u.municipality_id AND r.coordinator_id = u.id AND r.state IN ('allocated', 'active')
         WHERE u.municipality_id = $1 AND u.role = 'coordinator' AND u.disabled_at IS NULL
         GROUP BY u.id, u.name ORDER BY count(r.id), u.name`,
        [tx.municipalityId],
      ),
    }));
  }
}
