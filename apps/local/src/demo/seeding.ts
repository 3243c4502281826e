import type { Actor, AuditMark, Tx as TxType } from '@radslag/db';
import { Tx } from '@radslag/db';
import type { Act, Instant } from '@radslag/domain';
import type { DemoCalendar } from './demo-calendar';

export type LinkSettings = { linkKey: Buffer; familyUrl: string };

const SYSTEM: Actor = { kind: 'system' };

/**
 * The one transaction that a municipality's families are written in. What happened in the past is written by the product's
 * own functions through `at`: the same transaction, with the clock of that moment.
 */
export class Seeding {
  private readonly history: { at: Instant; action: Act; mark: AuditMark }[] = [];

  constructor(
    readonly tx: TxType,
    readonly calendar: DemoCalendar,
    readonly staff: ReadonlyMap<string, { id: string; phone: string }>,
    readonly links: LinkSettings,
  ) {}

  at(moment: Instant): TxType {
    return new Tx(this.tx.municipalityId, SYSTEM, moment, this.tx.manager, this.tx.keys);
  }

  staffId(key: string): string {
    return this.staffOf(key).id;
  }

  staffOf(key: string): { id: string; phone: string } {
    const found = this.staff.get(key);
    if (!found) throw new Error(`The demo knows nobody called ${key}.`);
    return found;
  }

  remember(at: Instant, action: Act, mark: AuditMark): void {
    this.history.push({ at, action, mark });
  }

  /** The log in the order things happened in, whichever family was written first. */
  async writeLog(): Promise<void> {
    this.history.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const { at, action, mark } of this.history) {
      const then = this.at(at);
      then.audit(action, mark);
      await then.finish();
    }
  }
}
