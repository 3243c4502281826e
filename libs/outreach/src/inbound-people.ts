import type { Tx } from '@radslag/db';
import { dateOf, SWEDISH_ZONE, type ConferenceState, type FamilyLanguage } from '@radslag/domain';

/** Somebody a number may stand for: it is theirs, or it is their go-between's. No name, and nothing sealed, is read. */
export type PersonOfNumber = {
  memberId: string;
  referralId: string;
  language: FamilyLanguage;
  /** The number is their own; false: it belongs to the one who takes messages for them. */
  own: boolean;
  /** Messages to them go to somebody else's phone. */
  hasGoBetween: boolean;
  sharedPhone: boolean;
  /** Those that are neither revoked nor run out nor of something cancelled, the latest first. */
  invitations: InvitationOfNumber[];
};
export type InvitationOfNumber = { id: string; conferenceId: string; /** It can be answered now. */ open: boolean };

type Row = {
  member_id: string; referral_id: string; language: FamilyLanguage; own: boolean; has_go_between: boolean; shared_phone: boolean;
  invitations: { id: string; conferenceId: string; state: ConferenceState; answerBy: string | null; zone: string }[] | null;
};

/**
 * Whom a reply can be from. Those who are invited to something; only when nobody is, the others who have the number: whoever
 * was never asked has nothing to answer.
 */
export async function peopleOfNumber(tx: Tx, numberIndex: Buffer): Promise<PersonOfNumber[]> {
  const rows = await tx.query<Row>(
    `SELECT nm.id AS member_id, nm.referral_id, nm.language, coalesce(nm.phone_index = $2, false) AS own, nm.delegate_id IS NOT NULL AS has_go_between, nm.shared_phone,
            (SELECT jsonb_agg(jsonb_build_object('id', i.id, 'conferenceId', c.id, 'state', c.state, 'answerBy', c.answer_by, 'zone', c.zone) ORDER BY i.created_at DESC, i.id DESC)
             FROM invitation i JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id
             WHERE i.municipality_id = nm.municipality_id AND i.member_id = nm.id AND i.revoked_at IS NULL AND i.expires_at > app_now() AND c.state <> 'cancelled') AS invitations
     FROM network_member nm
     WHERE nm.municipality_id = $1 AND nm.removed_at IS NULL
       AND (nm.phone_index = $2 OR nm.delegate_id IN (SELECT d.id FROM network_member d WHERE d.municipality_id = $1 AND d.phone_index = $2 AND d.removed_at IS NULL))
     ORDER BY nm.id`,
    [tx.municipalityId, numberIndex],
  );
  const people = rows.map((row): PersonOfNumber => ({
    memberId: row.member_id, referralId: row.referral_id, language: row.language, own: row.own, hasGoBetween: row.has_go_between, sharedPhone: row.shared_phone,
    invitations: (row.invitations ?? []).map(({ id, conferenceId, state, answerBy, zone }) => ({ id, conferenceId, open: takesAnswers(state, answerBy, zone, tx.now) })),
  }));
  const invited = people.filter((person) => person.invitations.length > 0);
  return invited.length > 0 ? invited : people;
}

/** Every case that is not closed in which somebody has the number, invited or not, or has their messages sent there. */
export async function casesOfNumber(tx: Tx, numberIndex: Buffer): Promise<string[]> {
  const rows = await tx.query<{ referral_id: string }>(
    `SELECT DISTINCT nm.referral_id FROM network_member nm JOIN referral r ON r.municipality_id = nm.municipality_id AND r.id = nm.referral_id AND r.state <> 'closed'
     WHERE nm.municipality_id = $1 AND nm.removed_at IS NULL
       AND (nm.phone_index = $2 OR nm.delegate_id IN (SELECT d.id FROM network_member d WHERE d.municipality_id = $1 AND d.phone_index = $2 AND d.removed_at IS NULL)) ORDER BY 1`,
    [tx.municipalityId, numberIndex],
  );
  return rows.map((row) => row.referral_id);
}

function takesAnswers(state: ConferenceState, answerBy: string | null, zone: string, now: Date): boolean {
  return state === 'confirmed' || (state === 'polling' && (answerBy === null || dateOf(now, zone || SWEDISH_ZONE) <= answerBy));
}
