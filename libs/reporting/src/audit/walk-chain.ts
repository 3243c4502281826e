import { ANCHOR_BREAKS, type AuditBreak } from '@radslag/domain';
import { beginningOf, hashOf, markOf, type ChainEntry } from './chain-hash';

export type Head = Readonly<{ seq: number; hash: Buffer }>;
export type Found = Readonly<{ kind: AuditBreak; from: number; to: number; mark: Buffer }>;

/** A chain in which every other entry is broken is described by so many; the last takes in the rest. */
const MOST = 100;

/**
 * One walk from the first entry to the head as it was when the walk began. Keeps the last entry and what it has found, and nothing
 * else, however long the chain. After a break it goes on from what stands there, so that a second break is found behind the first.
 */
export class ChainWalk {
  entries = 0;
  private readonly found: Found[] = [];
  private lastSeq = 0;
  private lastHash: Buffer;
  /** After a gap nobody knows what the next entry should follow on. */
  private unknownBefore = false;
  private secondForm = false;
  /** The heads that were written down before, by number: whether they are still there. */
  private readonly metAgain = new Set<Head>();

  constructor(
    municipalityId: string,
    private readonly secondFormFrom: number,
    private readonly anchors: readonly Head[],
  ) {
    this.lastHash = beginningOf(municipalityId);
  }

  take(entry: ChainEntry): void {
    const seq = Number(entry.seq);
    this.entries += 1;
    this.missingBefore(seq);
    const kind = this.faultOf(entry, seq);
    if (kind === 'unlinked') this.note(kind, seq, seq, linkMark(seq, entry.previous_hash, this.lastHash));
    else if (kind !== null) this.note(kind, seq, seq, markOf(kind, seq, entry.hash, hashOf(entry) ?? '-', entry.previous_hash));
    if (entry.hash_form !== 1) this.secondForm = true;
    for (const anchor of this.anchors) if (anchor.seq === seq && anchor.hash.equals(entry.hash)) this.metAgain.add(anchor);
    this.lastSeq = seq;
    this.lastHash = entry.hash;
    this.unknownBefore = false;
  }

  /** `last`: the highest number that there was when the head was read. */
  end(head: Head, last: number): readonly Found[] {
    this.missingBefore(head.seq + 1);
    // What comes next will follow on the head: an entry that was changed together with its own hash shows there.
    if (!this.unknownBefore && this.lastSeq === head.seq && !head.hash.equals(this.lastHash)) this.note('unlinked', head.seq + 1, head.seq + 1, linkMark(head.seq + 1, head.hash, this.lastHash));
    if (last > head.seq) this.note('headBehind', head.seq + 1, last, markOf('headBehind', head.seq, head.hash));
    for (const anchor of this.anchors) {
      if (this.metAgain.has(anchor)) continue;
      const shorter = anchor.seq > head.seq;
      this.note(shorter ? 'shorter' : 'other', shorter ? head.seq + 1 : 1, anchor.seq, anchorMark(anchor));
    }
    return this.found;
  }

  private faultOf(entry: ChainEntry, seq: number): AuditBreak | null {
    if (entry.hash_form === 1 && (this.secondForm || seq >= this.secondFormFrom)) return 'oldForm';
    if (!hashOf(entry)?.equals(entry.hash)) return 'altered';
    return this.unknownBefore || entry.previous_hash.equals(this.lastHash) ? null : 'unlinked';
  }

  private missingBefore(seq: number): void {
    if (seq <= this.lastSeq + 1) return;
    this.note('missing', this.lastSeq + 1, seq - 1, markOf('missing', this.lastSeq + 1, seq - 1, this.lastHash));
    this.unknownBefore = true;
    this.lastSeq = seq - 1;
  }

  private note(kind: AuditBreak, from: number, to: number, mark: Buffer): void {
    const before = this.found.at(-1);
    const apart = APART.includes(kind);
    const goesOn = before !== undefined && !apart && before.kind === kind && before.to + 1 === from;
    const full = before !== undefined && this.found.length >= MOST && !(ANCHOR_BREAKS as readonly string[]).includes(kind);
    if (goesOn || full) this.found[this.found.length - 1] = { kind: before.kind, from: before.from, to: Math.max(before.to, to), mark: markOf(before.mark, mark) };
    else this.found.push({ kind, from, to, mark });
  }
}

/** Each of these is a finding by itself, beside whatever stands before it. */
const APART: readonly AuditBreak[] = ['missing', 'headBehind', 'shorter', 'other'];

/** The same whether the entry that should follow is there already or is yet to be written. */
const linkMark = (seq: number, previous: Buffer, before: Buffer): Buffer => markOf('unlinked', seq, previous, before);
/** The same whether the chain is too short for it or has grown past it since. */
export const anchorMark = (anchor: Head): Buffer => markOf('anchor', anchor.seq, anchor.hash);
