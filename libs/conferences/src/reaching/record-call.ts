import { Injectable } from '@nestjs/common';
import { asStaff, openMember, type StaffAccess } from '@radslag/access';
import type { BodyOf, CallScript, routes } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { clampToQuietHours, SWEDISH_ZONE } from '@radslag/domain';
import { municipalRules } from '@radslag/outreach';
import { ABOUT_CALLING, callScript } from './read-call';
import { requireCallable } from './require-contactable';

/** Nobody is called twice in a row: the next try is at another time of the next day. */
const TRY_AGAIN_MS = 20 * 3_600_000;

/** A call that was made: what it was for is done, or it comes back tomorrow. */
@Injectable()
export class RecordCall {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string, { outcome }: BodyOf<typeof routes.recordCall>): Promise<CallScript> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMember(tx, staff, memberId, { action: `call.${outcome}` });
      await requireCallable(tx, member);
      if (outcome === 'spoke') {
        await tx.query(`UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND member_id = $2 AND done_at IS NULL AND kind = ANY($5)`, [tx.municipalityId, memberId, tx.now, staff.userId, ABOUT_CALLING]);
      } else {
        const own = member.hoursFrom === null || member.hoursTo === null ? null : { from: member.hoursFrom, to: member.hoursTo };
        const { policy } = await municipalRules(tx);
        const dueAt = clampToQuietHours(new Date(tx.now.getTime() + TRY_AGAIN_MS), policy, SWEDISH_ZONE, undefined, own);
        await tx.query(`UPDATE task SET due_at = $3 WHERE municipality_id = $1 AND member_id = $2 AND done_at IS NULL AND kind = ANY($4)`, [tx.municipalityId, memberId, dueAt, ABOUT_CALLING]);
      }
      tx.announce({ referralId: referral.id, what: 'tasks' });
      const script = await callScript(tx, member);
      // The log is written when all is: this call is not in it yet.
      return outcome === 'spoke' ? { ...script, tries: 0, lastTryAt: null } : { ...script, tries: script.tries + 1, lastTryAt: tx.now.toISOString() };
    });
  }
}
