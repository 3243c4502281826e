import { Injectable } from '@nestjs/common';
import { asStaff, type StaffAccess } from '@radslag/access';
import type { PlanAnewView } from '@radslag/contracts';
import { Conference, Database, OutreachPolicyVersion, type Tx } from '@radslag/db';
import { StaleVersion } from '@radslag/platform';
import { municipalRules } from '../rules-of-municipality';
import { aheadOf, changesOf, write } from './replan-conference';

type Sum = Omit<PlanAnewView, 'version'>;
const NOTHING: Sum = { conferences: 0, moved: 0, removed: 0, added: 0 };

/**
 * After a change of rules: what is planned for conferences ahead is planned by them. Only reminders and asking again; news that
 * somebody waits for keeps its time. One transaction for each conference, so that none waits for all the others.
 */
@Injectable()
export class PlanAnew {
  constructor(private readonly db: Database) {}

  /** In numbers only: whoever keeps the rules need not know a case. */
  foresee(staff: StaffAccess): Promise<PlanAnewView> {
    return asStaff(this.db, staff, async (tx) => {
      let sum = NOTHING;
      for (const id of await aheadOf(tx)) sum = await this.one(tx, id, sum);
      return { version: await versionOf(tx), ...sum };
    });
  }

  async execute(staff: StaffAccess, { version }: { version: number }): Promise<PlanAnewView> {
    const ids = await asStaff(this.db, staff, async (tx) => {
      await requireVersion(tx, version);
      return aheadOf(tx);
    });
    let sum = NOTHING;
    for (const id of ids) {
      sum = await asStaff(this.db, staff, async (tx) => {
        await requireVersion(tx, version);
        return this.one(tx, id, sum, staff);
      });
    }
    return { version, ...sum };
  }

  /** `by`: it is done, and not only foreseen. */
  private async one(tx: Tx, conferenceId: string, sum: Sum, by?: StaffAccess): Promise<Sum> {
    const conference = await tx.get(Conference, conferenceId, by ? { lock: true } : {});
    const changes = await changesOf(tx, conference, (await municipalRules(tx)).policy);
    // How late it may go follows from what comes after it, and is no move that anybody would count.
    const of = { moved: changes.moved.filter(({ row, to }) => row.dueAt.getTime() !== to.dueAt.getTime()).length, removed: changes.removed.length, added: changes.added.length };
    if (by) await write(tx, changes);
    if (of.moved + of.removed + of.added === 0) return sum;
    if (by) {
      tx.audit('rules.plan-anew', { entity: 'conference', entityId: conferenceId, referralId: conference.referralId });
      tx.announce({ referralId: conference.referralId, conferenceId, what: 'messages' });
    }
    return { conferences: sum.conferences + 1, moved: sum.moved + of.moved, removed: sum.removed + of.removed, added: sum.added + of.added };
  }
}

async function versionOf(tx: Tx): Promise<number> {
  const [current] = await tx.find(OutreachPolicyVersion, {}, { order: { version: 'DESC' }, take: 1 });
  return current?.version ?? 0;
}

async function requireVersion(tx: Tx, version: number): Promise<void> {
  if ((await versionOf(tx)) !== version) throw new StaleVersion('outreach_policy');
}
