import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { TodayView } from '@radslag/contracts';
import { Database, type Tx } from '@radslag/db';
import { CASE_ROLES, dateOf, instantOf, SWEDISH_ZONE, type Role } from '@radslag/domain';
import { casesOf, type CaseScope } from '../cases/case-scope';
import { listedCases } from '../cases/case-summary';
import { agendaOf } from './agenda';
import { ownActions } from './own-actions';
import { sendingHold } from './sending-hold';
import { writtenTasks } from './task-rows';
import { unclaimedReplies } from './unclaimed-replies';
import { toTaskGroups } from './today-view';

/** A person has tens of open cases, a unit hundreds. */
const MOST_CASES = 500;

/** What to do now: what blocks the next step in each case, what somebody has written down, where to be today. */
@Injectable()
export class ReadToday {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, scope: CaseScope): Promise<TodayView> {
    return asStaff(this.db, staff, async (tx) => {
      // The day turns at midnight in Sweden, not in UTC.
      const today = dateOf(tx.now, SWEDISH_ZONE);
      const midnight = instantOf({ local: `${today}T00:00`, zone: SWEDISH_ZONE });
      const written = await writtenTasks(tx, staff, scope, midnight);
      const ids = await openCases(tx, staff, scope);
      const cases = await listedCases(tx, staff, ids);
      // A task names its case even when the case is not among one's own (a manager's, or one that was closed today).
      const own = await ownActions(tx, staff, today);
      const elsewhere = [...new Set([...written.flatMap((task) => task.referralId ?? []), ...own.map((task) => task.caseId)])].filter((id) => !ids.includes(id));
      const named = [...cases, ...(await listedCases(tx, staff, elsewhere))];
      const roles: readonly Role[] = scope === 'unit' && staff.role === 'manager' ? CASE_ROLES : [staff.role];
      tx.audit('today.read');
      const groups = toTaskGroups(roles, { derivedFrom: cases, named, written, own, today });
      const unclaimed = await unclaimedReplies(tx, staff);
      if (unclaimed !== null) groups[unclaimed.severity === 'urgent' ? 'late' : 'today'].unshift(unclaimed);
      return {
        now: tx.now.toISOString(),
        held: await sendingHold(tx),
        ...groups,
        agenda: await agendaOf(tx, cases, today),
        cases: cases.map((listed) => listed.summary),
      };
    });
  }
}

export async function openCases(tx: Tx, staff: StaffAccess, scope: CaseScope): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT r.id FROM referral r WHERE r.municipality_id = $1 AND ${casesOf(staff, scope)} AND r.state <> 'closed' ORDER BY r.updated_at DESC, r.id DESC LIMIT $3`,
    [tx.municipalityId, staff.userId, MOST_CASES],
  );
  return rows.map((row) => row.id);
}
