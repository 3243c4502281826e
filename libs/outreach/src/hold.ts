import type { Database, Tx } from '@radslag/db';
import { askPeople } from './human-tasks';
import { anyTextLost, callInstead, numbersTextedSince } from './lost-texts';
import type { Ways } from './ways';

/** Somebody outside Postgres who remembers when sending was last alive: a database that remembers less was put back from a backup. */
export type Witness = { latestBeat(): Promise<Date | null>; rememberBeat(at: Date): Promise<void> };
export type Beat = { held: boolean; /** Held by this very beat. */ because: 'another-cluster' | 'restored' | null };

/** Both times are Postgres' own, so a database that went on by itself is never behind its witness by more than a clock being set. */
const CLOCK_SET_MS = 2_000;
/** An operator that cannot be asked is asked again, less and less often. */
const ASK_AGAIN_MS = [1_000, 30_000] as const;
/** One that never answers (an account long closed) must not keep everybody else's texts: after this it is gone without. */
const PATIENCE_MS = 5 * 60_000;

const SYSTEM = { kind: 'system' } as const;

/**
 * The heartbeat of sending. In a restored database messages that left long ago look unsent (reliability I15), so one that is
 * another cluster or timeline than it was, or that a witness remembers a later beat of, sends nothing until a person
 * releases it. One that was silent for minutes asks the operators first: with the whole machine put back, only they know better.
 */
export class SendingPulse {
  private waitMs: number = ASK_AGAIN_MS[0];
  private askAt = 0;

  constructor(
    private readonly db: Database,
    private readonly witness: Witness,
    private readonly ways: Ways,
    private readonly onError: (error: unknown) => void = () => undefined,
  ) {}

  async beat(): Promise<Beat> {
    const seen = await this.witness.latestBeat().catch(() => null);
    const before = await heldSince(this.db);
    const [beat] = await this.db.withoutTenant<{ previous: Date | null; previous_app: Date | null; alive_at: Date; because: string | null }>('SELECT previous, previous_app, alive_at, because FROM note_alive()');
    const { previous, previous_app, alive_at, because } = beat!;
    if (because !== null && because !== 'checking') return { held: true, because: before === null || before.because === 'checking' ? 'another-cluster' : null };
    // A database that has never beaten is new, whatever an old Redis remembers.
    if (seen !== null && previous !== null && seen.getTime() - previous.getTime() > CLOCK_SET_MS) {
      await holdSending(this.db, 'restored', previous_app);
      return { held: true, because: 'restored' };
    }
    if (because === 'checking') {
      const beaten = await this.check(alive_at);
      if (beaten.held) return beaten;
    }
    await this.witness.rememberBeat(alive_at).catch(() => undefined);
    return { held: false, because: null };
  }

  private async check(now: Date): Promise<Beat> {
    const hold = await heldSince(this.db);
    if (hold === null) return { held: false, because: null };
    if (hold.because !== 'checking' || performance.now() < this.askAt) return { held: true, because: null };
    let deaf = 0;
    const onDeaf = (error: unknown) => {
      deaf += 1;
      this.onError(error);
    };
    const lost = hold.lostSince !== null && (await anyTextLost(this.db, this.ways, hold.lostSince, onDeaf));
    if (!lost && deaf > 0 && now.getTime() - hold.since.getTime() < PATIENCE_MS) {
      this.askAt = performance.now() + this.waitMs;
      this.waitMs = Math.min(this.waitMs * 2, ASK_AGAIN_MS[1]);
      return { held: true, because: null };
    }
    this.waitMs = ASK_AGAIN_MS[0];
    await this.db.withoutTenant('SELECT end_checking($1)', [lost]);
    return lost ? { held: true, because: 'restored' } : { held: (await heldSince(this.db)) !== null, because: null };
  }
}

/** `lostSince`: what was sent after that moment of `app_now()` may be known to nobody but the operators. */
export type Hold = { since: Date; because: string; lostSince: Date | null };

/** Null: sending is open. */
export async function heldSince(db: Database): Promise<Hold | null> {
  const [hold] = await db.withoutTenant<{ held_since: Date; because: string; lost_since: Date | null }>('SELECT held_since, because, lost_since FROM sending_hold()');
  return hold ? { since: hold.held_since, because: hold.because, lostSince: hold.lost_since } : null;
}

/** Nothing is claimed and nothing passes the gate from the moment this is committed. */
export async function holdSending(db: Database, because: string, lostSince: Date | null = null): Promise<void> {
  await db.withoutTenant('SELECT hold_sending($1, $2)', [because, lostSince]);
}

/**
 * Sends again. What was due before `after` is not: it may have been sent by the life that was lost, so it ends as expired
 * and a person is asked to call. So is whoever that life wrote to, as the operators' records have it: what the database
 * believes of them may no longer hold. `after` is a moment of `app_now()`, normally the one of the release.
 */
export async function releaseSending(db: Database, after: Date, ways?: Ways): Promise<{ expired: number; called: number }> {
  const lostSince = (await heldSince(db))?.lostSince ?? null;
  const numbers = lostSince === null || ways === undefined ? [] : await numbersTextedSince(db, ways, lostSince);
  const municipalities = await db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id');
  const ended = { expired: 0, called: 0 };
  for (const { id } of municipalities) {
    await db.inMunicipality(id, SYSTEM, async (tx) => {
      ended.expired += await endOlder(tx, after);
      ended.called += await callInstead(tx, numbers);
    });
  }
  await db.withoutTenant('SELECT release_sending()');
  return ended;
}

type Ended = { id: string; referral_id: string; conference_id: string; member_id: string };

async function endOlder(tx: Tx, after: Date): Promise<number> {
  const ended = await tx.query<Ended>(
    `WITH ended AS (
       UPDATE message SET state = 'expired', reason = 'restored', ended_at = $3, lease_until = NULL
       WHERE municipality_id = $1 AND body_hash IS NULL AND ended_at IS NULL AND state IN ('planned', 'held', 'queued') AND due_at < $2 RETURNING id, referral_id, conference_id, member_id)
     SELECT * FROM ended`,
    [tx.municipalityId, after, tx.now],
  );
  await askPeople(tx, ended.map((row) => ({ kind: 'callMember' as const, referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId: row.id, reason: 'restored', urgent: true })));
  if (ended.length > 0) tx.audit('sending.release', { entity: 'message' });
  return ended.length;
}
