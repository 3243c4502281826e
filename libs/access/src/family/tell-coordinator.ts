import { Injectable } from '@nestjs/common';
import { Database, Referral, Task, type Tx } from '@radslag/db';
import { asFamily, type FamilyAccess } from './family-access';

/** One tap for the coordinator: the signal is enough, the rest is said by voice. */
export const FAMILY_SIGNALS = {
  late: { kind: 'callMember', reason: 'late', urgent: true },
  lost: { kind: 'callMember', reason: 'lost', urgent: true },
  notComing: { kind: 'callMember', reason: 'notComing', urgent: true },
  worriedCallMe: { kind: 'worried', reason: 'callMe', urgent: true },
  whoHasOpened: { kind: 'whoHasOpened', reason: null, urgent: false },
  worriedDoNotCall: { kind: 'worried', reason: 'doNotCall', urgent: true },
} as const;
export type FamilySignal = keyof typeof FAMILY_SIGNALS;

export type AboutWhom = { referralId: string; conferenceId: string; memberId: string };

@Injectable()
export class TellCoordinator {
  constructor(private readonly db: Database) {}

  execute(access: FamilyAccess, about: AboutWhom, signal: FamilySignal): Promise<void> {
    return asFamily(this.db, access, (tx) => addFamilyTask(tx, about, FAMILY_SIGNALS[signal]));
  }
}

/** Pressing twice makes one task: a thumb that taps again has nothing new to say. */
export async function addFamilyTask(tx: Tx, about: AboutWhom, task: { kind: string; reason: string | null; urgent: boolean }): Promise<void> {
  const open = await tx.query(
    `SELECT 1 FROM task WHERE municipality_id = $1 AND member_id = $2 AND conference_id = $3 AND kind = $4 AND reason IS NOT DISTINCT FROM $5 AND done_at IS NULL`,
    [tx.municipalityId, about.memberId, about.conferenceId, task.kind, task.reason],
  );
  if (open.length > 0) return;
  const referral = await tx.get(Referral, about.referralId);
  const row = await tx.insert(Task, { ...about, ...task, messageId: null, assignedTo: referral.coordinatorId, createdAt: tx.now, dueAt: tx.now, doneAt: null, doneBy: null });
  tx.audit('task.add', { entity: 'task', entityId: row.id, referralId: about.referralId });
  tx.announce({ referralId: about.referralId, conferenceId: about.conferenceId, what: 'tasks' });
}
