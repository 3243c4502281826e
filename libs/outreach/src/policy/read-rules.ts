import { Injectable } from '@nestjs/common';
import { asStaff, namesOfStaff, type StaffAccess } from '@radslag/access';
import type { RulesView } from '@radslag/contracts';
import { Database, OutreachPolicyVersion, type Tx } from '@radslag/db';
import { completePolicy, dateOf, DEFAULT_OUTREACH_POLICY, SWEDISH_ZONE, type OutreachPolicy } from '@radslag/domain';

/** The municipality's rules as they are, and who has changed what in them. */
@Injectable()
export class ReadRules {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess): Promise<RulesView> {
    return asStaff(this.db, staff, (tx) => rulesView(tx));
  }
}

const HISTORY = 50;

export async function rulesView(tx: Tx): Promise<RulesView> {
  const versions = await tx.find(OutreachPolicyVersion, {}, { order: { version: 'DESC' }, take: HISTORY + 1 });
  const names = await namesOfStaff(tx);
  const [municipality] = await tx.query<{ email_from: string | null }>('SELECT email_from FROM municipality WHERE id = $1', [tx.municipalityId]);
  return {
    version: versions[0]?.version ?? 0,
    policy: wireOf(completePolicy(versions[0]?.policy ?? null)),
    history: versions.slice(0, HISTORY).map((one, index) => ({
      version: one.version, changedBy: names.get(one.changedBy) ?? '', changedAt: one.changedAt.toISOString(), changed: changedIn(completePolicy(one.policy), completePolicy(versions[index + 1]?.policy ?? null)),
    })),
    today: dateOf(tx.now, SWEDISH_ZONE),
    emailFrom: municipality!.email_from !== null,
  };
}

/** Only what the contract knows: rules kept by a later version of the program may hold more. */
function wireOf(policy: OutreachPolicy): RulesView['policy'] {
  const known = Object.keys(DEFAULT_OUTREACH_POLICY) as (keyof OutreachPolicy)[];
  return Object.fromEntries(known.map((key) => [key, policy[key]])) as unknown as RulesView['policy'];
}

const changedIn = (now: OutreachPolicy, before: OutreachPolicy): string[] =>
  (Object.keys(DEFAULT_OUTREACH_POLICY) as (keyof OutreachPolicy)[]).filter((key) => canonical(now[key]) !== canonical(before[key]));

/** jsonb keeps its keys in an order of its own. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value !== null && typeof value === 'object') return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => `${key}:${canonical(of)}`).join()}}`;
  return JSON.stringify(value);
}
