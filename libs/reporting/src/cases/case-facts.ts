import type { Tx } from '@radslag/db';
import { ageOn, CONSENTS_FROM_AGE, dateOf, deadlinesFor, SWEDISH_ZONE, type CalendarDate, type CaseFacts } from '@radslag/domain';
import { conferenceFacts, invitationFacts, NO_INVITATIONS, planFacts } from './conference-facts';
import { CONSENT_HOLDS, swedishDay } from './fact-sql';

type ReferralRow = {
  id: string;
  state: CaseFacts['referral']['state'];
  submitted: string | null;
  accepted: string | null;
  allocated: string | null;
  activated: string | null;
  closed: string | null;
  hold_by: string | null;
};

/**
 * Everything the spine of the method needs to know about some cases: one query per kind of fact, however many cases there
 * are. The caller has decided that the reader may know of them.
 */
export async function gatherCaseFacts(tx: Tx, referralIds: readonly string[]): Promise<Map<string, CaseFacts>> {
  if (referralIds.length === 0) return new Map();
  const ids = [...referralIds];
  const today = dateOf(tx.now, SWEDISH_ZONE);
  const referrals = await tx.query<ReferralRow>(
    `SELECT id, state, ${swedishDay('submitted_at')} AS submitted, ${swedishDay('accepted_at')} AS accepted, ${swedishDay('allocated_at')} AS allocated,
            ${swedishDay('conflict_declared_at')} AS activated, ${swedishDay('closed_at')} AS closed, hold_by::text
     FROM referral WHERE municipality_id = $1 AND id = ANY($2)`,
    [tx.municipalityId, ids],
  );
  const consents = await consentFacts(tx, ids, today);
  const networks = await networkFacts(tx, ids, today);
  const conferences = await conferenceFacts(tx, ids);
  const invitations = await invitationFacts(tx, [...conferences.values()].map((conference) => conference.id), today);
  const plans = await planFacts(tx, ids, today);

  return new Map(
    referrals.map((row): [string, CaseFacts] => {
      const conference = conferences.get(row.id) ?? null;
      const deadlines = deadlinesFor({ submittedOn: row.submitted, heldOn: conference?.heldOn ?? null });
      return [
        row.id,
        {
          caseId: row.id,
          referral: { state: row.state, submittedOn: row.submitted, acceptedOn: row.accepted, allocatedOn: row.allocated, activatedOn: row.activated, closedOn: row.closed },
          pausedOn: null,
          consent: consents.get(row.id) ?? { needed: 1, given: 0, completedOn: null },
          network: networks.get(row.id) ?? { suggested: 0, agreed: 0, contacted: 0, prepared: 0, withoutContact: 0, completedOn: null },
          conference,
          invitations: (conference && invitations.get(conference.id)) ?? NO_INVITATIONS,
          plan: plans.get(row.id) ?? null,
          // A day that the referral names is a promise to the family and goes before the clock.
          deadlines: { ...deadlines, conference: row.hold_by ?? deadlines.conference },
        },
      ];
    }),
  );
}

/** Consents to take part: guardians, and focal persons who are old enough. Somebody always has to, known yet or not. */
async function consentFacts(tx: Tx, ids: string[], today: CalendarDate): Promise<Map<string, CaseFacts['consent']>> {
  const rows = await tx.query<{ referral_id: string; guardian: boolean; focal_id: string | null; birth_date: Buffer | null; given_on: string | null }>(
    `SELECT m.referral_id, m.guardian, f.id AS focal_id, f.birth_date,
            (SELECT max(c.given_on)::text FROM consent c
             WHERE c.municipality_id = $1 AND c.member_id = m.id AND c.purpose = 'participate' AND ${CONSENT_HOLDS}) AS given_on
     FROM network_member m LEFT JOIN focal_person f ON f.municipality_id = $1 AND f.id = m.focal_person_id
     WHERE m.municipality_id = $1 AND m.referral_id = ANY($2) AND m.removed_at IS NULL AND (m.guardian OR m.focal_person_id IS NOT NULL)`,
    [tx.municipalityId, ids, today],
  );
  const consenting = rows.filter((row) => {
    if (row.guardian || row.focal_id === null || row.birth_date === null) return true;
    // Of an age that nobody can read: the consent is asked for.
    const { focal_id, birth_date } = row;
    const born = tx.orElse(() => tx.open('focal_person', focal_id, 'birth_date', birth_date), null);
    return born === null || ageOn(born, today) >= CONSENTS_FROM_AGE;
  });
  return new Map(
    ids.map((id): [string, CaseFacts['consent']] => {
      const asked = consenting.filter((row) => row.referral_id === id);
      const given = asked.flatMap((row) => row.given_on ?? []).sort();
      const needed = Math.max(1, asked.length);
      return [id, { needed, given: given.length, completedOn: given.length >= needed ? given.at(-1)! : null }];
    }),
  );
}

/** The people around the focal persons, who stand in the middle and are not counted. */
async function networkFacts(tx: Tx, ids: string[], today: CalendarDate): Promise<Map<string, CaseFacts['network']>> {
  const rows = await tx.query<CaseFacts['network'] & { referral_id: string }>(
    `SELECT m.referral_id,
            count(*) FILTER (WHERE m.state = 'suggested')::integer AS suggested, count(*) FILTER (WHERE m.state = 'agreed')::integer AS agreed,
            count(*) FILTER (WHERE m.state = 'contacted')::integer AS contacted, count(*) FILTER (WHERE m.state = 'prepared')::integer AS prepared,
            count(*) FILTER (WHERE NOT EXISTS (SELECT 1 FROM consent c WHERE c.municipality_id = $1 AND c.member_id = m.id AND c.purpose = 'contact' AND ${CONSENT_HOLDS}))::integer AS "withoutContact",
            CASE WHEN bool_and(m.state <> 'suggested') THEN ${swedishDay('max(m.agreed_at)')} END AS "completedOn"
     FROM network_member m
     WHERE m.municipality_id = $1 AND m.referral_id = ANY($2) AND m.removed_at IS NULL AND m.focal_person_id IS NULL
     GROUP BY m.referral_id`,
    [tx.municipalityId, ids, today],
  );
  return new Map(rows.map(({ referral_id, ...facts }) => [referral_id, facts]));
}
