import { Injectable } from '@nestjs/common';
import { Database } from '@radslag/db';
import type { ToldWorry } from '@radslag/domain';
import { asFamily, type FamilyAccess } from './family-access';
import { addFamilyTask, type AboutWhom } from './family-task';
import { tellOfWorry } from './tell-of-worry';

/** One tap for the coordinator: the signal is enough, the rest is said by voice. */
export const FAMILY_SIGNALS = {
  late: { kind: 'callMember', reason: 'late', urgent: true },
  lost: { kind: 'callMember', reason: 'lost', urgent: true },
  notComing: { kind: 'callMember', reason: 'notComing', urgent: true },
  whoHasOpened: { kind: 'whoHasOpened', reason: null, urgent: false },
} as const;
export type FamilySignal = keyof typeof FAMILY_SIGNALS;

@Injectable()
export class TellCoordinator {
  constructor(private readonly db: Database) {}

  execute(access: FamilyAccess, about: AboutWhom, signal: FamilySignal): Promise<void> {
    return asFamily(this.db, access, (tx) => addFamilyTask(tx, about, FAMILY_SIGNALS[signal]));
  }

  ofWorry(access: FamilyAccess, about: AboutWhom, said: ToldWorry): Promise<void> {
    return asFamily(this.db, access, (tx) => tellOfWorry(tx, { referralId: about.referralId, conferenceId: about.conferenceId, memberId: about.memberId }, said));
  }
}
