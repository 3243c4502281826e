import type { Database, Tx } from '@radslag/db';
import { callForLate, type MessageKind } from '@radslag/domain';
import { passBy, type AtPoint } from './crash-points';
import { askPeople, type HumanTask } from './human-tasks';
import type { ApplyReceipts } from './receipts';
import { KNOWS_TIME } from './recipients';
import { callTheSilent } from './call-the-silent';
import { endTasks } from './end-tasks';
import { askAboutTheUnaware } from './unaware';

const SYSTEM = { kind: 'system' } as const;
/** 'sweep' in bytes: one sweeper at a time is enough, and more would only do the same. */
const SWEEP_LOCK = 0x7377656570;

export type Swept = { expired: number; receipts: number };

/**
 * What must happen even if nothing rings: messages that have become too late end, with a task for a person; receipts that
 * were stored but not applied are applied; tasks whose reason is gone end. In-process, on a timer; a job scheduler would be lost with Redis.
 */
export class Sweep {
  constructor(
    private readonly db: Database,
    private readonly receipts: ApplyReceipts,
    private readonly at: AtPoint = passBy,
  ) {}

  /** Null: somebody else is at it. The lock belongs to the transaction, so that it works through a connection pooler and never outlives a crash. */
  execute(): Promise<Swept | null> {
    return this.db.source.transaction(async (manager) => {
      const [turn] = (await manager.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [SWEEP_LOCK])) as { mine: boolean }[];
      if (!turn!.mine) return null;
      const swept: Swept = { expired: 0, receipts: 0 };
      const municipalities = (await manager.query('SELECT municipality_ids() AS id')) as { id: string }[];
      for (const { id } of municipalities) {
        swept.expired += await this.db.inMunicipality(id, SYSTEM, async (tx) => {
          const expired = await expireLate(tx);
          if (expired > 0) await this.at('sweepExpired');
          await callTheSilent(tx);
          await endTasks(tx);
          await askAboutTheUnaware(tx);
          return expired;
        });
        swept.receipts += await this.receipts.execute(id);
      }
      return swept;
    });
  }
}

type Late = { id: string; referral_id: string; conference_id: string; member_id: string; kind: MessageKind; knows: boolean };

export async function expireLate(tx: Tx): Promise<number> {
  const late = await tx.query<Late>(
    `UPDATE message m SET state = 'expired', reason = 'tooLate', ended_at = $2, lease_until = NULL
     WHERE m.municipality_id = $1 AND m.id IN (
       SELECT l.id FROM message l WHERE l.municipality_id = $1 AND l.body_hash IS NULL AND l.ended_at IS NULL AND l.state IN ('planned', 'queued') AND l.due_at <= $2 AND l.not_after < $2 ORDER BY l.due_at LIMIT 500 FOR UPDATE SKIP LOCKED)
     RETURNING m.id, m.referral_id, m.conference_id, m.member_id, m.kind, ${KNOWS_TIME} AS knows`,
    [tx.municipalityId, tx.now],
  ).then(returned);
  await askPeople(tx, late.flatMap((row): HumanTask[] => {
    const asked = callForLate(row.kind, row.knows);
    return asked === 'no' ? [] : [{ kind: 'callMember', referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId: row.id, about: row.kind, reason: 'tooLate', urgent: asked === 'urgent' }];
  }));
  for (const [conferenceId, referralId] of new Map(late.map((row) => [row.conference_id, row.referral_id]))) tx.announce({ referralId, conferenceId, what: 'messages' });
  return late.length;
}

/** TypeORM answers an UPDATE with [rows, count]. */
function returned<T>(answer: T[]): T[] {
  return Array.isArray(answer[0]) && answer.length === 2 && typeof answer[1] === 'number' ? (answer[0] as T[]) : answer;
}
