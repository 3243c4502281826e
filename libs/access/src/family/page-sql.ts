import { STANDING_ANSWER, type Database } from '@radslag/db';
import type { AttendanceMode, Channel, Coming, ConferenceState, Need, TimeAnswer, Worry } from '@radslag/domain';

/**
 * One message to Postgres: tenant, read-only, rows. Several statements in one simple query are one transaction, so the tenant
 * is as local as `SET LOCAL` makes it and ends with it. Simple queries take no parameters: values go in as literals of two
 * closed shapes, a UUID and hex bytes, and anything else is refused before a byte is sent. The joins are kept in the order
 * written: a simple query is planned anew each time, and trying every order cost more than reading the rows.
 */
export async function readOnce<T>(db: Database, municipalityId: string, select: string): Promise<T[]> {
  const pool = (db.source.driver as unknown as { master: { query(text: string): Promise<unknown> } }).master;
  const begin = `SELECT set_config('app.municipality',${uuidLiteral(municipalityId)},true),set_config('transaction_read_only','on',true),set_config('join_collapse_limit','1',true),set_config('from_collapse_limit','1',true)`;
  const results = (await pool.query(`${begin};${select}`)) as { rows: T[] }[];
  return results[1]!.rows;
}

export function uuidLiteral(value: string): string {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(value)) throw new TypeError('not a UUID');
  return `'${value}'`;
}
export const bytesLiteral = (value: Buffer): string => `'\\x${value.toString('hex')}'::bytea`;

/** The page of a living session. */
export const pageSql = (tokenHash: Buffer): string => `${PAGE} WHERE s.municipality_id=current_setting('app.municipality')::uuid AND s.token_hash=${bytesLiteral(tokenHash)} AND s.ended_at IS NULL`;

/** Whom the neutral page behind a link names: first name and number. */
export const contactSql = (invitationId: string): string => `
SELECT i.language,u.name AS coordinator_name,u.phone AS coordinator_phone,mu.phone AS common_phone,mu.texts_version
FROM invitation i
JOIN conference c ON c.municipality_id=i.municipality_id AND c.id=i.conference_id
JOIN referral r ON r.municipality_id=c.municipality_id AND r.id=c.referral_id
JOIN municipality mu ON mu.id=i.municipality_id
LEFT JOIN staff_user u ON u.municipality_id=r.municipality_id AND u.id=r.coordinator_id
WHERE i.municipality_id=current_setting('app.municipality')::uuid AND i.id=${uuidLiteral(invitationId)}`;

export type ContactRow = { language: string; coordinator_name: string | null; coordinator_phone: string | null; common_phone: string; texts_version: number };

const PAGE = `
SELECT app_now() AS now,s.id AS session_id,s.rotation AS session_rotation,s.step_passed_at,s.recorded_by,CASE WHEN s.recorded_by IS NOT NULL THEN m.given_name END AS given_name,CASE WHEN s.recorded_by IS NOT NULL THEN m.family_name END AS family_name,s.expires_at AS session_expires_at,
i.id,i.rotation,i.revoked_at,i.expires_at,i.second_step,CASE WHEN i.code_hash IS NOT NULL THEN i.code_issued_at END AS code_issued_at,i.wrong_codes,i.wrong_years,i.locked_until,i.language,i.draft,
c.id AS conference_id,c.referral_id,c.state AS conference_state,c.schedule_version,c.starts_local,c.ends_local,c.zone,c.answer_by::text AS answer_by,
c.venue_released AND NOT place_withheld(i.municipality_id,i.member_id,c.id) AS venue_released,c.venue_name,c.venue_address,c.venue_directions,
m.id AS member_id,m.birth_year IS NOT NULL AS has_birth_year,m.no_sms,m.channel,m.other_channels,m.last_reached_by,m.phone IS NOT NULL OR m.delegate_id IS NOT NULL AS has_phone,m.email IS NOT NULL AS has_email,
r.coordinator_id,u.name AS coordinator_name,u.phone AS coordinator_phone,mu.phone AS common_phone,mu.texts_version,
(SELECT json_agg(json_build_object('id',t.id,'startsLocal',t.starts_local,'endsLocal',t.ends_local) ORDER BY t.starts_local,t.id) FROM proposed_time t
 WHERE t.municipality_id=c.municipality_id AND t.conference_id=c.id AND t.withdrawn_at IS NULL) AS times,
(SELECT json_build_object('id',a.id,'coming',a.coming,'mode',a.mode,'noTimeFits',a.no_time_fits,'usualTimes',encode(a.usual_times,'hex'),'spokesperson',encode(a.spokesperson,'hex'),'worry',a.worry,'note',encode(a.note,'hex'),
 'times',(SELECT json_agg(json_build_object('timeId',x.proposed_time_id,'value',x.value)) FROM answer_time x WHERE x.municipality_id=a.municipality_id AND x.answer_id=a.id AND x.value IS NOT NULL AND a.coming<>'no' AND NOT a.no_time_fits),
 'needs',(SELECT json_agg(json_build_object('id',n.id,'need',n.need,'detail',encode(n.detail,'hex')) ORDER BY n.id) FROM answer_need n WHERE n.municipality_id=a.municipality_id AND n.answer_id=a.id))
 FROM answer a WHERE a.municipality_id=i.municipality_id AND a.invitation_id=i.id ORDER BY a.at DESC,a.id DESC LIMIT 1) AS answer,
(SELECT sa.coming FROM (${STANDING_ANSWER('i', 'c')}) sa) AS answered,
c.state='confirmed' AND EXISTS(SELECT 1 FROM message g WHERE g.municipality_id=i.municipality_id AND g.invitation_id=i.id AND g.kind='timeMoved' AND g.schedule_version=c.schedule_version) AS moved,
CASE WHEN EXISTS(SELECT 1 FROM message g WHERE g.municipality_id=i.municipality_id AND g.invitation_id=i.id AND g.kind IN ('timeSet','timeMoved') AND g.schedule_version=c.schedule_version-1 AND g.state IN ('accepted','delivered','unknown')) THEN c.moved_from_local END AS moved_from,
EXISTS(SELECT 1 FROM family_plan p WHERE p.municipality_id=c.municipality_id AND p.conference_id=c.id AND p.released_at IS NOT NULL AND p.state IN ('accepted','acceptedWithConditions')
 AND EXISTS(SELECT 1 FROM plan_release l WHERE l.municipality_id=p.municipality_id AND l.plan_id=p.id AND l.member_id=i.member_id AND l.withdrawn_at IS NULL)) AS plan_released,
i.revoked_at IS NOT NULL AND EXISTS(SELECT 1 FROM task k WHERE k.municipality_id=i.municipality_id AND k.member_id=i.member_id AND k.kind='wrongPerson' AND k.created_at=i.revoked_at) AS wrong_person
FROM family_session s
JOIN invitation i ON i.municipality_id=s.municipality_id AND i.id=s.invitation_id
JOIN conference c ON c.municipality_id=i.municipality_id AND c.id=i.conference_id
JOIN network_member m ON m.municipality_id=i.municipality_id AND m.id=i.member_id
JOIN referral r ON r.municipality_id=c.municipality_id AND r.id=c.referral_id
JOIN municipality mu ON mu.id=i.municipality_id
LEFT JOIN staff_user u ON u.municipality_id=r.municipality_id AND u.id=r.coordinator_id`;

export type PageRow = ContactRow & {
  now: Date;
  session_id: string;
  session_rotation: number;
  step_passed_at: Date | null;
  recorded_by: string | null;
  given_name: Buffer | null;
  family_name: Buffer | null;
  session_expires_at: Date;
  id: string;
  rotation: number;
  revoked_at: Date | null;
  expires_at: Date;
  second_step: string;
  code_issued_at: Date | null;
  wrong_codes: number;
  wrong_years: number;
  locked_until: Date | null;
  draft: Buffer | null;
  conference_id: string;
  referral_id: string;
  conference_state: ConferenceState;
  schedule_version: number;
  starts_local: string | null;
  ends_local: string | null;
  zone: string;
  answer_by: string | null;
  venue_released: boolean;
  venue_name: Buffer | null;
  venue_address: Buffer | null;
  venue_directions: Buffer | null;
  member_id: string;
  has_birth_year: boolean;
  no_sms: boolean;
  channel: Channel;
  other_channels: Channel[];
  last_reached_by: Channel | null;
  has_phone: boolean;
  has_email: boolean;
  coordinator_id: string | null;
  times: { id: string; startsLocal: string; endsLocal: string }[] | null;
  answer: {
    id: string;
    coming: Coming;
    mode: AttendanceMode | null;
    noTimeFits: boolean;
    usualTimes: string | null;
    spokesperson: string | null;
    worry: Worry;
    note: string | null;
    times: { timeId: string; value: TimeAnswer }[] | null;
    needs: { id: string; need: Need; detail: string | null }[] | null;
  } | null;
  answered: Coming | null;
  moved: boolean;
  moved_from: string | null;
  plan_released: boolean;
  wrong_person: boolean;
};
