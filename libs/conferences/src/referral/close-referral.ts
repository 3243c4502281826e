import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { BodyOf, CaseView, routes } from '@radslag/contracts';
import { Conference, Database } from '@radslag/db';
import type { ConferenceState } from '@radslag/domain';
import { supersede } from '@radslag/outreach';
import { MoveRefused } from '@radslag/platform';
import { CaseAnswer } from './case-answer';
import { moveReferral } from './move-referral';

/** People have been asked or told a time: the conference is held or cancelled first, so that they are told. */
const KEEPS_OPEN: readonly ConferenceState[] = ['polling', 'confirmed', 'inProgress'];

/** Closes the case with its reason; whatever was still to be sent about it is not. */
@Injectable()
export class CloseReferral {
  constructor(
    private readonly db: Database,
    private readonly answer: CaseAnswer,
  ) {}

  execute(staff: StaffAccess, referralId: string, closing: BodyOf<typeof routes.closeReferral>): Promise<CaseView> {
    return asStaff(this.db, staff, async (tx) => {
      await moveReferral(tx, staff, { referralId, version: closing.version, event: 'close' }, async () => {
        const open = await tx.findOne(Conference, { referralId, state: In([...KEEPS_OPEN]) });
        if (open) throw new MoveRefused('conference', open.state, 'close');
        return { closedAt: tx.now, closingReason: closing.reason };
      });
      for (const conference of await tx.find(Conference, { referralId })) {
        await supersede(tx, { conferenceId: conference.id }, conference.state === 'held' ? 'actionClosed' : 'conferenceCancelled');
      }
      await tx.query(`UPDATE task SET done_at = $3, done_by = $4 WHERE municipality_id = $1 AND referral_id = $2 AND done_at IS NULL`, [
        tx.municipalityId,
        referralId,
        tx.now,
        staff.userId,
      ]);
      return this.answer.view(tx, staff, referralId);
    });
  }
}
