import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Database } from '@radslag/db';
import { ANNOUNCED_BY, foreseeChange } from '@radslag/outreach';
import { MoveConference } from './move-conference';

/** Who will be told that it moves, when, and who will not be. */
@Injectable()
export class PreviewMove {
  constructor(
    private readonly db: Database,
    private readonly move: MoveConference,
  ) {}

  execute(staff: StaffAccess, conferenceId: string, range: { startsLocal: string; endsLocal: string }): Promise<ResponseOf<typeof conferenceRoutes.previewMove>> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'conference.preview' });
      return foreseeChange(tx, { conferenceId, kinds: ANNOUNCED_BY.move }, async () => void (await this.move.within(tx, staff, conferenceId, { version: conference.version, ...range })));
    });
  }
}
