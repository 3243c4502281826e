import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { OperatorsView, SaveOperator as Wish } from '@radslag/contracts';
import { Database, OperatorAccount, type Tx } from '@radslag/db';
import { changeOverEnds, type OperatorName } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { changeAddress } from './callbacks';
import { tellWorkers } from './callbacks/reply-address';
import { operatorsView, SERVICE_OPERATOR } from './read-operators';

/** The user at Twilio is the account's own number, and stands in every address. */
const ACCOUNT_SID = /^AC[0-9a-f]{32}$/i;

/** Credentials go in, sealed, and never come out. What was changed is in the log; what to, is not, where it is a secret. */
@Injectable()
export class SaveOperator {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, operator: OperatorName, { enabled, weight, credentials }: Wish): Promise<OperatorsView> {
    return asStaff(this.db, staff, async (tx) => {
      if (operator === 'twilio' && credentials && !ACCOUNT_SID.test(credentials.user)) throw new RuleBroken('not-an-account-sid');
      const accounts = await tx.find(OperatorAccount, {}, { lock: true });
      const account = accounts.find((one) => one.operator === operator);
      if (!enabled && account && !accounts.some((one) => one !== account && one.enabled)) throw new RuleBroken('last-operator');
      if (!account && !credentials) throw new RuleBroken('credentials-missing');
      const id = account?.id ?? tx.newId();
      if (!account) await tx.insert(OperatorAccount, { id, operator, url: null, ...credentials!, weight, enabled, changedAt: tx.now });
      else await tx.update(OperatorAccount, id, { weight, enabled, ...(credentials ? { ...credentials, changedAt: tx.now, ...(credentials.password === account.password ? {} : former(account, tx)) } : {}) });
      if (credentials && isOther(account, operator, credentials.user)) await changeAddress(tx, operator);
      const mark = { entity: 'operator_account', entityId: id };
      if (credentials) tx.audit('operator.credentials', mark);
      if (!account || account.enabled !== enabled) tx.audit(enabled ? 'operator.on' : 'operator.off', mark);
      if (account && account.weight !== weight) tx.audit('operator.weight', mark);
      await tellWorkers(tx);
      tx.announce({ what: 'operators' });
      return operatorsView(tx);
    });
  }
}

/**
 * What has left through the account from before is told of with its signature and to its address, for a while; another account does
 * not get to know the address of the one before. The service's own at 46elks is the account of whoever has none there.
 */
const former = ({ password }: OperatorAccount, tx: Tx) => ({ formerPassword: password, formerUntil: changeOverEnds(tx.now) });
const isOther = (account: OperatorAccount | undefined, operator: OperatorName, user: string): boolean => (account ? account.user !== user : operator === SERVICE_OPERATOR);
