import type { Tx } from '@radslag/db';
import type { CalendarDate, CaseFacts, ConferenceState, DayPhase } from '@radslag/domain';
import { CONSENT_HOLDS, swedishDay } from './fact-sql';

type Conference = NonNullable<CaseFacts['conference']>;
type Plan = NonNullable<CaseFacts['plan']>;

export const NO_INVITATIONS: CaseFacts['invitations'] = { toSend: 0, unanswered: 0, answered: 0, mustUnanswered: 0, undelivered: 0 };

type ConferenceRow = { id: string; referral_id: string; state: ConferenceState; phase: DayPhase; starts_local: string | null; zone: string; answer_by: string | null; times: number };

/** The conference that is under way, else the last one; a cancelled one only when there is no other. */
export async function conferenceFacts(tx: Tx, referralIds: string[]): Promise<Map<string, Conference>> {
  const rows = await tx.query<ConferenceRow>(
    `SELECT DISTINCT ON (c.referral_id) c.id, c.referral_id, c.state, c.phase, c.starts_local, c.zone, c.answer_by::text,
            (SELECT count(*)::integer FROM proposed_time t WHERE t.municipality_id = $1 AND t.conference_id = c.id AND t.polled AND t.withdrawn_at IS NULL) AS times
     FROM conference c WHERE c.municipality_id = $1 AND c.referral_id = ANY($2)
     ORDER BY c.referral_id, (c.state = 'cancelled'), c.created_at DESC, c.id DESC`,
    [tx.municipalityId, referralIds],
  );
  return new Map(
    rows.map((row) => [
      row.referral_id,
      {
        id: row.id,
        state: row.state,
        phase: row.phase,
        startsAt: row.starts_local === null ? null : { local: row.starts_local, zone: row.zone },
        heldOn: row.state === 'held' ? (row.starts_local?.slice(0, 10) ?? null) : null,
        proposedTimes: row.times,
        answerBy: row.answer_by,
      },
    ]),
  );
}

export async function invitationFacts(tx: Tx, conferenceIds: string[], today: CalendarDate): Promise<Map<string, CaseFacts['invitations']>> {
  if (conferenceIds.length === 0) return new Map();
  const rows = await tx.query<CaseFacts['invitations'] & { conference_id: string }>(
    `WITH last_message AS (
       SELECT DISTINCT ON (invitation_id) invitation_id, state FROM message
       WHERE municipality_id = $1 AND conference_id = ANY($2) AND state NOT IN ('planned', 'held', 'queued', 'cancelled', 'suppressed')
       ORDER BY invitation_id, due_at DESC, id DESC)
     SELECT k.id AS conference_id,
            count(*) FILTER (WHERE i.id IS NULL AND m.state <> 'suggested' AND EXISTS (
              SELECT 1 FROM consent c WHERE c.municipality_id = $1 AND c.member_id = m.id AND c.purpose = 'contact' AND ${CONSENT_HOLDS}))::integer AS "toSend",
            count(*) FILTER (WHERE i.state IN ('notSent', 'sent'))::integer AS unanswered,
            count(*) FILTER (WHERE i.state = 'answered')::integer AS answered,
            count(*) FILTER (WHERE i.state IN ('notSent', 'sent') AND m.must_attend)::integer AS "mustUnanswered",
            count(*) FILTER (WHERE i.state = 'sent' AND l.state IN ('failed', 'expired'))::integer AS undelivered
     FROM conference k
     JOIN network_member m ON m.municipality_id = $1 AND m.referral_id = k.referral_id AND m.removed_at IS NULL
     LEFT JOIN invitation i ON i.municipality_id = $1 AND i.conference_id = k.id AND i.member_id = m.id
     LEFT JOIN last_message l ON l.invitation_id = i.id
     WHERE k.municipality_id = $1 AND k.id = ANY($2)
     GROUP BY k.id`,
    [tx.municipalityId, conferenceIds, today],
  );
  return new Map(rows.map(({ conference_id, ...facts }) => [conference_id, facts]));
}

/** A sealed text is never empty, so its length says whether anything was written: format, key, nonce and tag are 31 bytes. */
const WRITTEN = 'octet_length(a.what) > 31';

/** The newest plan of each case. An action that was partly done is still somebody's to finish. */
export async function planFacts(tx: Tx, referralIds: string[], today: CalendarDate): Promise<Map<string, Plan>> {
  const rows = await tx.query<Plan & { referral_id: string }>(
    `SELECT p.referral_id, p.state, ${swedishDay('p.presented_at')} AS "presentedOn", ${swedishDay('p.decided_at')} AS "decidedOn",
            (SELECT count(*)::integer FROM family_question q WHERE q.municipality_id = $1 AND q.referral_id = p.referral_id) AS questions,
            s."questionsAnswered", s.actions, s."actionsOpen", s."actionsLate", s."nextDueOn"
     FROM (SELECT DISTINCT ON (referral_id) * FROM family_plan WHERE municipality_id = $1 AND referral_id = ANY($2) ORDER BY referral_id, created_at DESC, id DESC) p
     CROSS JOIN LATERAL (
       SELECT count(DISTINCT a.question_id) FILTER (WHERE ${WRITTEN})::integer AS "questionsAnswered", count(*)::integer AS actions,
              count(*) FILTER (WHERE a.state IN ('open', 'partly'))::integer AS "actionsOpen",
              count(*) FILTER (WHERE a.state IN ('open', 'partly') AND a.due_on < $3::date)::integer AS "actionsLate",
              min(a.due_on) FILTER (WHERE a.state IN ('open', 'partly'))::text AS "nextDueOn"
       FROM plan_action a WHERE a.municipality_id = $1 AND a.plan_id = p.id AND a.struck_at IS NULL) s`,
    [tx.municipalityId, referralIds, today],
  );
  return new Map(rows.map(({ referral_id, ...facts }) => [referral_id, facts]));
}
