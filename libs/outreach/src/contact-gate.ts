import { banOf, pairsOfCases, type CasePairs } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { dateOf, mayContact, SWEDISH_ZONE, withinPermittedHours, type ContactMoment, type ContactPerson, type ContactWay, type ContactWays, type NoContact, type PermittedHours, type SendingHours } from '@radslag/domain';
import { CONSENT_HOLDS, REACH_COLUMNS, reachOf, WILLING_GO_BETWEEN, type ReachRow } from './recipients';
import { municipalRules } from './rules-of-municipality';

/** Everything that the one gate for contact asks about somebody (see `mayContact`). */
export type Contactable = ContactPerson & ContactWays & { reach: ReturnType<typeof reachOf> };

type Row = ReachRow & {
  id: string; referral_id: string; removed: boolean; protected: boolean; agreed: boolean; consent: ContactPerson['consent']; ban: boolean; not_before: string | null; no_calls: boolean; has_address: boolean; hours_from: string | null; hours_to: string | null;
};

export async function contactFacts(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Contactable>> {
  if (memberIds.length === 0) return new Map();
  const rows = await tx.query<Row>(
    `SELECT nm.id, nm.referral_id, nm.removed_at IS NOT NULL AS removed, nm.protected, nm.state <> 'suggested' AS agreed, nm.not_before::text AS not_before, nm.no_calls, nm.postal_address IS NOT NULL AS has_address,
            nm.hours_from, nm.hours_to, ${REACH_COLUMNS},
            CASE WHEN EXISTS (SELECT 1 FROM consent c WHERE c.municipality_id = nm.municipality_id AND c.member_id = nm.id AND c.purpose = 'contact' AND ${CONSENT_HOLDS('c')}) THEN 'holds'
                 WHEN (SELECT c.withdrawn_at FROM consent c WHERE c.municipality_id = nm.municipality_id AND c.member_id = nm.id AND c.purpose = 'contact' ORDER BY c.given_on DESC, c.id DESC LIMIT 1) IS NOT NULL THEN 'withdrawn'
                 ELSE 'missing' END AS consent,
            undecided_ban(nm.municipality_id, nm.id, NULL) OR EXISTS (
              SELECT 1 FROM invitation bi WHERE bi.municipality_id = nm.municipality_id AND bi.member_id = nm.id AND bi.state <> 'revoked' AND undecided_ban(nm.municipality_id, nm.id, bi.conference_id)) AS ban
     FROM network_member nm JOIN municipality mu ON mu.id = nm.municipality_id ${WILLING_GO_BETWEEN} WHERE nm.municipality_id = $1 AND nm.id = ANY($2)`,
    [tx.municipalityId, [...new Set(memberIds)]],
  );
  const pairs = await pairsOfCases(tx, [...new Set(rows.map((row) => row.referral_id))]);
  return new Map(rows.map((row) => [row.id, { ...toContactable(row), ban: isBound(pairs.get(row.referral_id), row.id) }]));
}

/** Who is known to be bound, and not decided about. Where it has not been said whom a ban binds, asking either of them is how it is found out. */
const isBound = (pairs: CasePairs | undefined, id: string): boolean => pairs !== undefined && pairs.pairs.some((pair) => pair.bound === id) && banOf(pairs, null, id) !== null;

function toContactable(row: Row): Contactable {
  const reach = reachOf(row);
  return {
    removed: row.removed, protected: row.protected, agreed: row.agreed, consent: row.consent, ban: row.ban, notBefore: row.not_before, noCalls: row.no_calls, hasAddress: row.has_address,
    noSms: reach.noSms, hasPhone: reach.hasPhone, hasEmail: reach.hasEmail, own: row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to }, reach,
  };
}

/** Why each of them is not turned to by this way now; null: they may be. */
export async function contactRefusals(tx: Tx, memberIds: readonly string[], way: ContactWay): Promise<Map<string, NoContact | null>> {
  const facts = await contactFacts(tx, memberIds);
  if (facts.size === 0) return new Map();
  const { policy } = await municipalRules(tx);
  return new Map([...facts].map(([id, person]) => {
    const verdict = mayContact(way, person, momentFor(tx.now, policy, person.own));
    return [id, verdict.may ? null : verdict.because];
  }));
}

export function momentFor(now: Date, hours: SendingHours, own: PermittedHours | null): ContactMoment {
  return { today: dateOf(now, SWEDISH_ZONE), permitted: withinPermittedHours(now, hours, SWEDISH_ZONE, own) };
}
