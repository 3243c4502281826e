import type { Tx } from '@radslag/db';
import { apartFrom, dateOf, pairRefusal, pairsInForce, SEPARATING_TIES, SWEDISH_ZONE, type DrawnTie, type Pair, type PairMeasure, type PairRefusal } from '@radslag/domain';

/** What keeps people of one case from each other now, with what the rule about it asks. */
export type CasePairs = {
  pairs: readonly Pair[];
  childIds: readonly string[];
  present: ReadonlySet<string>;
  /** Conference → who is invited to it, by a link, by a call or through somebody. */
  invited: ReadonlyMap<string, ReadonlySet<string>>;
};

type TieRow = { id: string; referral_id: string; from_member_id: string | null; to_member_id: string; kind: DrawnTie['kind']; until: string | null; bound_member_id: string | null; measure: PairMeasure | null };

/** By case; one that has no such pair is not in it. The second question is asked only where there is one. */
export async function pairsOfCases(tx: Tx, referralIds: readonly string[]): Promise<Map<string, CasePairs>> {
  const ties = await tx.query<TieRow>(
    `SELECT t.id, t.referral_id, t.from_member_id, t.to_member_id, t.kind, t.until::text AS until, t.bound_member_id, d.measure
     FROM member_tie t LEFT JOIN pair_decision d ON d.municipality_id = t.municipality_id AND d.tie_id = t.id AND d.revoked_at IS NULL
     WHERE t.municipality_id = $1 AND t.referral_id = ANY($2) AND t.removed_at IS NULL AND t.kind = ANY($3) ORDER BY t.id`,
    [tx.municipalityId, referralIds, SEPARATING_TIES],
  );
  const cases = [...new Set(ties.map((tie) => tie.referral_id))];
  if (cases.length === 0) return new Map();
  const people = await tx.query<{ referral_id: string; id: string; child: boolean; conference_ids: string[] }>(
    `SELECT m.referral_id, m.id, m.focal_person_id IS NOT NULL AS child,
            ARRAY(SELECT i.conference_id FROM invitation i WHERE i.municipality_id = m.municipality_id AND i.member_id = m.id AND i.state <> 'revoked')::text[] AS conference_ids
     FROM network_member m WHERE m.municipality_id = $1 AND m.referral_id = ANY($2) AND m.removed_at IS NULL`,
    [tx.municipalityId, cases],
  );
  const today = dateOf(tx.now, SWEDISH_ZONE);
  return new Map(
    cases.map((referralId): [string, CasePairs] => {
      const own = ties.filter((tie) => tie.referral_id === referralId);
      const here = people.filter((one) => one.referral_id === referralId);
      const invited = new Map<string, Set<string>>();
      for (const { id, conference_ids } of here) for (const conferenceId of conference_ids) invited.set(conferenceId, (invited.get(conferenceId) ?? new Set()).add(id));
      return [referralId, {
        pairs: pairsInForce(own.map(toTie), own.flatMap((tie) => (tie.measure === null ? [] : [{ tieId: tie.id, measure: tie.measure }])), today),
        childIds: here.filter((one) => one.child).map((one) => one.id),
        present: new Set(here.map((one) => one.id)),
        invited,
      }];
    }),
  );
}

const toTie = (row: TieRow): DrawnTie => ({ id: row.id, fromMemberId: row.from_member_id, toMemberId: row.to_member_id, kind: row.kind, until: row.until, boundMemberId: row.bound_member_id });

const NONE: CasePairs = { pairs: [], childIds: [], present: new Set(), invited: new Map() };
export const pairsOfCase = async (tx: Tx, referralId: string): Promise<CasePairs> => (await pairsOfCases(tx, [referralId])).get(referralId) ?? NONE;

/** Why somebody may not be in a conference before a manager has decided. */
export function banOf({ pairs, present, invited }: CasePairs, conferenceId: string | null, memberId: string): PairRefusal | null {
  if (pairs.length === 0) return null;
  const there = conferenceId === null ? undefined : invited.get(conferenceId);
  return pairRefusal(memberId, pairs, { present: (id) => present.has(id), invited: (id) => there?.has(id) ?? false });
}

/** Everybody invited to a conference who may not be in it as things stand. */
export const bannedOf = (pairs: CasePairs, conferenceId: string): string[] => [...(pairs.invited.get(conferenceId) ?? [])].filter((id) => banOf(pairs, conferenceId, id) !== null);

/** Those whom a reader is to know nothing of, on any page or paper. */
export const keptFrom = ({ pairs, childIds }: CasePairs, readerId: string): Set<string> => apartFrom(readerId, pairs, childIds);
