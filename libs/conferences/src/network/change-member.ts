import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { Member as MemberView, MemberInput } from '@radslag/contracts';
import { Database, NetworkMember, type Tx } from '@radslag/db';
import type { MessageReason } from '@radslag/domain';
import { StaleVersion } from '@radslag/platform';
import { closeWay } from './close-way';
import { markSharedPhone, memberValues, type MemberValues } from './member-values';
import { viewOfMember } from './member-view';
import { networkChanged, openMemberToWrite } from './open-network';

/** What is known about a person. A change that closes the way to them stops what was to be sent, in the same transaction. */
@Injectable()
export class ChangeMember {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string, version: number, input: MemberInput): Promise<MemberView> {
    return asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMemberToWrite(tx, staff, memberId, 'member.change');
      if (member.version !== version) throw new StaleVersion('network_member');
      const values = memberValues(tx, input);
      const change = () => tx.update(NetworkMember, memberId, values, version);
      const closed = closedBy(values);
      await (closed === null ? change() : closeWay(tx, memberId, closed, change));
      await markSharedPhone(tx, referral.id, values.phoneIndex);
      if (input.protected) await killLinks(tx, memberId);
      await networkChanged(tx, referral.id);
      return viewOfMember(tx, staff, referral, await tx.get(NetworkMember, memberId));
    });
  }
}

function closedBy(member: MemberValues): MessageReason | null {
  if (member.protected) return 'personProtected';
  if (member.noSms || member.channel !== 'sms') return 'noSms';
  return member.phone === null ? 'noNumber' : null;
}

/** The links die; the invitations stay, so that staff can still write down what a protected person answers. */
async function killLinks(tx: Tx, memberId: string): Promise<void> {
  await tx.query('UPDATE invitation SET revoked_at = $3 WHERE municipality_id = $1 AND member_id = $2 AND revoked_at IS NULL', [tx.municipalityId, memberId, tx.now]);
}
