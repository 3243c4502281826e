import { Injectable } from '@nestjs/common';
import { FamilyOutreach } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { newLinkMessage, supersede } from '@radslag/outreach';

/** Access lies below outreach; here both are known. */
@Injectable()
export class OutreachForFamily extends FamilyOutreach {
  sendNewLink(tx: Tx, invitationId: string): Promise<unknown> {
    return newLinkMessage(tx, invitationId);
  }
  stopForWrongPerson(tx: Tx, memberId: string): Promise<unknown> {
    return supersede(tx, { memberId }, 'wrongPerson');
  }
}
