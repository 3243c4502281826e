import type { StaffAccess } from '@radslag/access';

export type CaseScope = 'mine' | 'unit';

/**
 * Which cases a person's lists are drawn from, as a condition on `referral r` with the person's id as `$2`. The whole unit is
 * for managers; anybody else who asks for it gets their own. A manager's own are those that wait for a manager.
 */
export function casesOf(staff: StaffAccess, scope: CaseScope): string {
  switch (staff.role) {
    case 'coordinator':
      return 'r.coordinator_id = $2';
    case 'socialWorker':
      return 'r.social_worker_id = $2';
    case 'manager':
      return scope === 'unit' ? '$2::uuid IS NOT NULL' : WAITS_FOR_MANAGER;
    case 'administrator':
    case 'logReviewer':
      return '$2::uuid IS NULL';
  }
}

const WAITS_FOR_MANAGER = `$2::uuid IS NOT NULL AND (r.state IN ('submitted', 'accepted') OR (r.state = 'active' AND EXISTS (
  SELECT 1 FROM family_plan p WHERE p.municipality_id = r.municipality_id AND p.referral_id = r.id AND p.state = 'refused')))`;
