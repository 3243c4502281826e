import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { RulesView } from '@radslag/contracts';
import { Database, OutreachPolicyVersion } from '@radslag/db';
import { policyFaults, type OutreachPolicy } from '@radslag/domain';
import { RuleBroken, StaleVersion } from '@radslag/platform';
import { rulesView } from './read-rules';

/**
 * New rules, for what is planned from now on: what is planned already keeps its time, and hours and caps, which are looked
 * at when a message is sent, hold at once. The old rules stay in the history.
 */
@Injectable()
export class ChangeRules {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, { version, policy }: { version: number; policy: OutreachPolicy }): Promise<RulesView> {
    return asStaff(this.db, staff, async (tx) => {
      const [fault] = policyFaults(policy);
      if (fault !== undefined) throw new RuleBroken('rules-faulty', { fault });
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId}:rules`]);
      const [current] = await tx.find(OutreachPolicyVersion, {}, { order: { version: 'DESC' }, take: 1 });
      if ((current?.version ?? 0) !== version) throw new StaleVersion('outreach_policy');
      const { id } = await tx.insert(OutreachPolicyVersion, { version: version + 1, policy, changedBy: staff.userId, changedAt: tx.now });
      tx.audit('rules.change', { entity: 'outreach_policy', entityId: id });
      return rulesView(tx);
    });
  }
}
