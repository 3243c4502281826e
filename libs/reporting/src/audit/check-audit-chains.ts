import { AuditBreakRow, AuditCheck, type Database, type Tx } from '@radslag/db';
import { ANCHOR_BREAKS, dateOf, SWEDISH_ZONE, wallOf, type AnchoredIn } from '@radslag/domain';
import { In, IsNull, Not } from 'typeorm';
import type { Anchor, AnchorPlace, Known } from './anchors';
import { beginningOf, markOf, type ChainEntry } from './chain-hash';
import { ChainWalk, type Found, type Head } from './walk-chain';

const SYSTEM = { kind: 'system' } as const;
const PAGE = 2_000;
/** At night, when few write and read. */
const FROM = '02:00';
/** A check that began so long ago and has not ended: its worker died. */
const DEAD_AFTER_MS = 2 * 3_600_000;

export type Checked = Readonly<{ municipalityId: string; entries: number; upTo: number; found: readonly Found[]; /** Of those, what no earlier check had found. */ fresh: number; anchoredIn: AnchoredIn | null; /** No new head was written: what does not hold with the one from before has not been explained. */ waits: boolean }>;

type Told = { error(fields: object, message: string): void };
type Outside = Anchor | 'unsound' | 'unread' | undefined;
type Begun = { id: string; head: Head; last: number; secondFormFrom: number; remembered: (Head & { anchoredIn: AnchoredIn | null }) | null };

/**
 * Walks every municipality's chain from its first entry to its last, in pages, and holds it against the head that was written
 * outside the database after the check before. What is found is kept and told of once; the new head is written outside. Safe in
 * several workers at once.
 */
export class CheckAuditChains {
  constructor(
    private readonly db: Database,
    private readonly place: AnchorPlace,
    private readonly logger: Told,
  ) {}

  /** `now`: whether or not it is night, and has been done. */
  async execute(when: 'nightly' | 'now' = 'nightly'): Promise<Checked[]> {
    const ids = await this.db.withoutTenant<{ id: string }>('SELECT municipality_ids() AS id');
    const checked: Checked[] = [];
    let known: Known | null | undefined;
    for (const { id } of ids) {
      try {
        const begun = await this.begin(id, when);
        if (begun === null) continue;
        if (known === undefined) known = await this.readOutside();
        checked.push(await this.check(id, begun, known === null ? 'unread' : known.get(id)));
      } catch (error) {
        // One chain that cannot be read leaves the others theirs.
        this.logger.error({ err: error, municipalityId: id, alarm: 'audit-check' }, 'an audit chain could not be checked');
      }
    }
    for (const id of known?.keys() ?? []) if (!ids.some((one) => one.id === id)) this.logger.error({ municipalityId: id, alarm: 'audit-chain' }, 'an audit chain that has an anchor is gone, and its municipality with it');
    return checked;
  }

  /** The head as it is now, in one look with the last number; what is written from here on is for the next check. */
  private begin(municipalityId: string, when: 'nightly' | 'now'): Promise<Begun | null> {
    return this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${municipalityId}:audit-check`]);
      const [last] = await tx.query<{ started_at: Date; finished_at: Date | null }>('SELECT started_at, finished_at FROM audit_check WHERE municipality_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1', [municipalityId]);
      if (when === 'nightly' && last !== undefined && !isDue(tx.now, last)) return null;
      const [found] = await tx.query<{ seq: string | null; hash: Buffer | null; second_form_from: string | null; last: string | null }>(
        `SELECT h.seq, h.hash, h.second_form_from, (SELECT max(e.seq) FROM audit_entry e WHERE e.municipality_id = $1) AS last FROM (SELECT $1::uuid AS id) m LEFT JOIN audit_head h ON h.municipality_id = m.id`,
        [municipalityId],
      );
      const [before] = await tx.query<{ anchor_seq: string; anchor_hash: Buffer; anchored_in: AnchoredIn | null }>(
        `SELECT anchor_seq, anchor_hash, anchored_in FROM audit_check WHERE municipality_id = $1 AND finished_at IS NOT NULL AND anchor_seq IS NOT NULL ORDER BY started_at DESC, id DESC LIMIT 1`,
        [municipalityId],
      );
      const check = await tx.insert(AuditCheck, { startedAt: tx.now, finishedAt: null, entries: 0, upTo: '0', found: 0, anchorSeq: null, anchorHash: null, anchoredIn: null });
      return {
        id: check.id,
        head: { seq: Number(found!.seq ?? 0), hash: found!.hash ?? beginningOf(municipalityId) },
        last: Number(found!.last ?? 0),
        secondFormFrom: Number(found!.second_form_from ?? 1),
        remembered: before === undefined ? null : { seq: Number(before.anchor_seq), hash: before.anchor_hash, anchoredIn: before.anchored_in },
      };
    });
  }

  private async check(municipalityId: string, begun: Begun, known: Outside): Promise<Checked> {
    const { head, remembered } = begun;
    // Another worker may have written a later one since the file was read.
    const outside = this.isLost(known, remembered) ? (await this.readOutside())?.get(municipalityId) : known;
    const anchor = typeof outside === 'object' ? outside : null;
    const twice = anchor !== null && remembered !== null && same(anchor, remembered);
    const walk = new ChainWalk(municipalityId, begun.secondFormFrom, [...(anchor === null ? [] : [anchor]), ...(remembered === null || twice ? [] : [remembered])]);
    for await (const page of this.pages(municipalityId, head.seq)) for (const entry of page) walk.take(entry);
    const found = [...walk.end(head, begun.last)];
    if (this.isLost(outside, remembered)) found.push({ kind: 'anchorLost', from: remembered?.seq ?? 0, to: remembered?.seq ?? 0, mark: markOf('anchorLost', remembered?.seq ?? '-', remembered?.hash ?? '-') });

    const answered = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => answeredFor(tx, found));
    // A head that does not hold stays the one to find again until somebody has answered for it: else it would be asked about once.
    const unanswered = found.some((one) => isAnchorBreak(one) && !answered(one));
    const kept = unanswered ? (anchor ?? remembered) : null;
    const next = kept ?? (head.seq === 0 ? null : head);
    const instead = found.some(isAnchorBreak) ? (anchor ?? remembered)!.seq : null;
    const anchoredIn = next === null ? null : kept === null ? await this.write({ ...head, municipalityId, entries: walk.entries, at: await this.db.now(), instead }) : anchor === null ? remembered!.anchoredIn : this.place.kind;
    const fresh = await this.db.inMunicipality(municipalityId, SYSTEM, async (tx) => {
      const made = await keep(tx, found);
      await tx.update(AuditCheck, begun.id, { finishedAt: tx.now, entries: walk.entries, upTo: String(head.seq), found: found.length, anchorSeq: next === null ? null : String(next.seq), anchorHash: next?.hash ?? null, anchoredIn });
      tx.announce({ what: 'audit' });
      return made;
    });
    if (fresh > 0) this.logger.error({ alarm: 'audit-chain', municipalityId, fresh, found: found.length, kinds: [...new Set(found.map(({ kind }) => kind))] }, 'an audit chain does not hold');
    return { municipalityId, entries: walk.entries, upTo: head.seq, found, fresh, anchoredIn, waits: kept !== null };
  }

  /** What the database says was written to the file is not there any more, or there is a line that we have not signed. */
  private isLost(outside: Outside, remembered: Begun['remembered']): boolean {
    if (this.place.kind !== 'file' || outside === 'unread') return false;
    if (outside === 'unsound') return true;
    return remembered?.anchoredIn === 'file' && (outside === undefined || outside.seq < remembered.seq);
  }

  private async *pages(municipalityId: string, upTo: number): AsyncGenerator<ChainEntry[]> {
    for (let after = BEFORE_ANY; ; ) {
      // A transaction a page: the walk of a long chain holds nothing up, and vacuum may work behind it.
      const page = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) =>
        tx.query<ChainEntry>(
          `SELECT municipality_id, seq::text, extract(epoch FROM at)::numeric(20,6)::text AS at, actor_kind, actor_id, action, entity, entity_id, referral_id, request_id, hash_form, previous_hash, hash
           FROM audit_entry e WHERE e.municipality_id = $1 AND e.seq > $2 AND e.seq <= $3 ORDER BY e.seq LIMIT $4`,
          [municipalityId, after, upTo, PAGE],
        ),
      );
      if (page.length === 0) return;
      yield page;
      after = page.at(-1)!.seq;
    }
  }

  /** Null: it cannot be read just now, which says nothing of what stands there. */
  private async readOutside(): Promise<Known | null> {
    try {
      return await this.place.read();
    } catch (error) {
      this.logger.error({ err: error, alarm: 'audit-anchor' }, 'the heads of the audit chains outside the database cannot be read');
      return null;
    }
  }

  private async write(anchor: Anchor): Promise<AnchoredIn | null> {
    try {
      await this.place.write(anchor);
      return this.place.kind;
    } catch (error) {
      this.logger.error({ err: error, municipalityId: anchor.municipalityId, alarm: 'audit-anchor' }, 'the head of an audit chain could not be written outside the database');
      return null;
    }
  }
}

/** A number is a bigint in the database: also one that no entry should have is looked at. */
const BEFORE_ANY = '-9223372036854775808';

const same = (one: Head, other: Head): boolean => one.seq === other.seq && one.hash.equals(other.hash);
const isAnchorBreak = ({ kind }: Found): boolean => (ANCHOR_BREAKS as readonly string[]).includes(kind);

/** Not yet tonight. One that is missing altogether, or is two nights late, does not wait for the night. */
function isDue(now: Date, last: { started_at: Date; finished_at: Date | null }): boolean {
  const age = now.getTime() - last.started_at.getTime();
  if (last.finished_at === null) return age > DEAD_AFTER_MS;
  if (age > 26 * 3_600_000) return true;
  return dateOf(last.started_at, SWEDISH_ZONE) < dateOf(now, SWEDISH_ZONE) && wallOf(now, SWEDISH_ZONE).local.slice(11, 16) >= FROM;
}

async function answeredFor(tx: Tx, found: readonly Found[]): Promise<(one: Found) => boolean> {
  const rows = found.length === 0 ? [] : await tx.find(AuditBreakRow, { mark: In(found.map(({ mark }) => mark)), answeredAt: Not(IsNull()) });
  return (one) => rows.some((row) => row.mark.equals(one.mark));
}

/** How many of them are new. Each is an entry of the chain itself, where the chain can take one: behind a head that was set back there is no room. */
async function keep(tx: Tx, found: readonly Found[]): Promise<number> {
  const takes = found.every(({ kind }) => kind !== 'headBehind');
  let fresh = 0;
  for (const { kind, from, to, mark } of found) {
    const [made] = await tx.query<{ id: string }>(
      `INSERT INTO audit_break (municipality_id, id, kind, from_seq, to_seq, mark, found_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (municipality_id, mark) DO NOTHING RETURNING id`,
      [tx.municipalityId, tx.newId(), kind, from, to, mark, tx.now],
    );
    if (made === undefined) continue;
    fresh += 1;
    if (takes) tx.audit('audit.break', { entity: 'audit_break', entityId: made.id });
  }
  return fresh;
}
