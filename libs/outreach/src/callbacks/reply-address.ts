import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { OperatorsView, ReplyAddress } from '@radslag/contracts';
import { Database, OperatorAccount, type Tx } from '@radslag/db';
import { versionInUse, type OperatorName } from '@radslag/domain';
import { env } from '@radslag/platform';
import { operatorsView } from '../read-operators';
import { addressesOf, changeAddress, endChangeOver } from './addresses';
import { replyUrl } from './signing';

/** For whoever sets it at the operator. That it was shown, and to whom, is in the log; it is in no other answer. */
@Injectable()
export class ReadReplyAddress {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, operator: OperatorName): Promise<ReplyAddress> {
    return asStaff(this.db, staff, async (tx) => {
      const version = versionInUse(await addressesOf(tx, operator));
      tx.audit('operator.address-read', { entity: 'callback_address' });
      return { url: replyUrl(env().callbackUrl, env().keys.callback, { operator, municipalityId: tx.municipalityId, version }) };
    });
  }
}

/** A secret that may have leaked is replaced: first the new one is set at the operator, then the old one is ended, at once or by itself. */
@Injectable()
export class ChangeReplyAddress {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, operator: OperatorName, { end }: { end: boolean }): Promise<OperatorsView> {
    return asStaff(this.db, staff, async (tx) => {
      await (end ? endAllBefore(tx, operator) : changeAddress(tx, operator));
      tx.audit(end ? 'operator.address-end' : 'operator.address', { entity: 'callback_address' });
      await tellWorkers(tx);
      tx.announce({ what: 'operators' });
      return operatorsView(tx);
    });
  }
}

async function endAllBefore(tx: Tx, operator: OperatorName): Promise<void> {
  await endChangeOver(tx, operator);
  const account = await tx.findOne(OperatorAccount, { operator }, { lock: true });
  if (account) await tx.update(OperatorAccount, account.id, { formerPassword: null, formerUntil: null });
}

/** At the commit; a worker that misses it reads the accounts again within seconds all the same. */
export const tellWorkers = (tx: Tx): Promise<unknown> => tx.query(`SELECT pg_notify('radslag_operators', $1)`, [tx.municipalityId]);
