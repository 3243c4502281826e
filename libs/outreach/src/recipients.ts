import type { Tx } from '@radslag/db';
import { activeConsent, contactRefusal, recipientRole, sentBy, usableChannels, type Channel, type Consent, type ContactRefusal, type FamilyLanguage, type PermittedHours, type Reachable, type RecipientRole, type SentChannel } from '@radslag/domain';
import { TELLING_KINDS } from './ledger';

/** One invited person as the planning of messages needs to know them: no name, no number. */
export type Recipient = {
  invitationId: string;
  memberId: string;
  rotation: number;
  language: FamilyLanguage;
  channel: Channel;
  protected: boolean;
  professional: boolean;
  staff: boolean;
  hasPhone: boolean;
  role: RecipientRole;
  /** Their own hours, inside the municipality's. */
  own: PermittedHours | null;
  /** What a machine writes to them by; null with a refusal. */
  by: SentChannel | null;
  /** The first of their channels that can be used; undefined: none can. */
  first: Channel | undefined;
  /** Why no message can be sent to this person; null: one can. */
  refusal: ContactRefusal | null;
  /** The consent a message would rest on. */
  consentId: string | null;
  /** A time of this conference has been told to this person, or may have been. */
  told: boolean;
  /** Which one they heard of last; null also for messages from before it was kept. */
  toldLocal: string | null;
  /** They have surely heard of another time, and whether of this one nobody knows. */
  toldInDoubt: boolean;
};

type Row = ReachRow & {
  invitation_id: string; member_id: string; rotation: number; language: FamilyLanguage;
  protected: boolean; professional: boolean; support_person: boolean; guardian: boolean; focal_person_id: string | null; hours_from: string | null; hours_to: string | null;
  staff: boolean; removed_at: Date | null; agreed: boolean; told: boolean; told_local: string | null; told_in_doubt: boolean;
  consents: { id: string; form: Consent['form']; given_on: string; valid_until: string | null; withdrawn_at: string | null }[] | null;
};

/** A message that has left, or may have: `unknown` counts, since the person may have read it. */
export const TOLD_STATES = ['sending', 'accepted', 'delivered', 'unknown'] as const;

export const listed = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');
/** The last time that the person of an invitation (alias i) was told, or may have been. */
export const LAST_TOLD = `SELECT true AS told, t.tells_local AS local FROM message t WHERE t.municipality_id = i.municipality_id AND t.invitation_id = i.id
  AND t.kind IN (${listed(TELLING_KINDS)}) AND t.state IN (${listed(TOLD_STATES)}) ORDER BY t.schedule_version DESC LIMIT 1`;

/** The person of a message (alias m) has been told, or may have been, the time that it is about. */
export const KNOWS_TIME = `EXISTS (SELECT 1 FROM message k WHERE k.municipality_id = m.municipality_id AND k.invitation_id = m.invitation_id AND k.schedule_version = m.schedule_version
  AND k.kind IN (${listed(TELLING_KINDS)}) AND k.state IN (${listed(TOLD_STATES)}))`;

/** The start that a person had heard of last at a certain moment; null: none, or from before it was kept. */
export async function lastToldBefore(tx: Tx, invitationId: string, at: Date): Promise<string | null> {
  const [row] = await tx.query<{ local: string | null }>(
    `SELECT t.tells_local AS local FROM message t WHERE t.municipality_id = $1 AND t.invitation_id = $2 AND t.kind IN (${listed(TELLING_KINDS)}) AND t.kind <> 'cancelled'
       AND t.state IN (${listed(TOLD_STATES)}) AND coalesce(t.accepted_at, t.due_at) <= $3 ORDER BY t.schedule_version DESC, t.due_at DESC LIMIT 1`,
    [tx.municipalityId, invitationId, at],
  );
  return row?.local ?? null;
}

/** A consent that holds now. */
export const CONSENT_HOLDS = (co: string): string => `${co}.withdrawn_at IS NULL AND (${co}.valid_until IS NULL OR ${co}.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date)`;

/** Who takes messages for `nm`, if that person may be written to themselves. Whether they have agreed to it is not asked: for what was sent. */
export const GO_BETWEEN = `LEFT JOIN network_member d ON d.municipality_id = nm.municipality_id AND d.id = nm.delegate_id AND d.removed_at IS NULL AND NOT d.protected AND NOT d.no_sms`;

/** The same for what is to be sent: a go-between must have agreed to be written to, like anybody else. */
export const WILLING_GO_BETWEEN = `${GO_BETWEEN} AND EXISTS (
  SELECT 1 FROM consent dc WHERE dc.municipality_id = d.municipality_id AND dc.member_id = d.id AND dc.purpose = 'contact' AND ${CONSENT_HOLDS('dc')})`;

/** The number a text goes to. With a go-between never the person's own: they may have chosen one because their phone is watched. */
export const NUMBER_OF = `CASE WHEN nm.delegate_id IS NULL THEN nm.phone ELSE d.phone END`;

/** How somebody can be reached, as every reader of it here asks. Aliases: nm, mu, and d of `GO_BETWEEN`. */
export const REACH_COLUMNS = `nm.no_sms, nm.channel, nm.other_channels, nm.last_reached_by, ${NUMBER_OF} IS NOT NULL AS has_phone, nm.email IS NOT NULL AND mu.email_from IS NOT NULL AS has_email`;
export type ReachRow = { no_sms: boolean; channel: Channel; other_channels: Channel[]; last_reached_by: Channel | null; has_phone: boolean; has_email: boolean };
export const reachOf = (row: ReachRow): Reachable => ({
  noSms: row.no_sms, channel: row.channel, otherChannels: row.other_channels, lastReachedBy: row.last_reached_by, hasPhone: row.has_phone, hasEmail: row.has_email,
});

/** How each of these people can be reached now, by the same reading as everywhere here. */
export async function reachOfMembers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Reachable>> {
  const rows = await tx.query<ReachRow & { id: string }>(
    `SELECT nm.id, ${REACH_COLUMNS} FROM network_member nm JOIN municipality mu ON mu.id = nm.municipality_id ${WILLING_GO_BETWEEN} WHERE nm.municipality_id = $1 AND nm.id = ANY($2)`,
    [tx.municipalityId, memberIds],
  );
  return new Map(rows.map((row) => [row.id, reachOf(row)]));
}

/** Everybody with a live invitation to the conference, or only the one asked for. Removed people are not among them. */
export async function liveRecipients(tx: Tx, conferenceId: string, only: { invitationId?: string } = {}): Promise<Recipient[]> {
  const rows = await tx.query<Row>(
    `SELECT i.id AS invitation_id, i.member_id, i.rotation, nm.language, ${REACH_COLUMNS}, nm.protected, nm.professional,
            nm.support_person, nm.guardian, nm.focal_person_id, nm.hours_from, nm.hours_to, nm.staff_user_id IS NOT NULL AS staff,
            nm.removed_at, nm.state <> 'suggested' AS agreed,
            told.told IS NOT NULL AS told, told.local AS told_local,
            (SELECT count(*) > 0 AND count(*) FILTER (WHERE sure.tells_local IS NOT DISTINCT FROM told.local) = 0 FROM message sure
             WHERE told.told AND sure.municipality_id = i.municipality_id AND sure.invitation_id = i.id AND sure.kind IN (${listed(TELLING_KINDS)}) AND sure.state IN ('accepted', 'delivered')) AS told_in_doubt,
            (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'form', c.form, 'given_on', c.given_on, 'valid_until', c.valid_until, 'withdrawn_at', c.withdrawn_at))
             FROM consent c WHERE c.municipality_id = nm.municipality_id AND c.member_id = nm.id AND c.purpose = 'contact') AS consents
     FROM invitation i JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id
     JOIN municipality mu ON mu.id = i.municipality_id ${WILLING_GO_BETWEEN}
     LEFT JOIN LATERAL (${LAST_TOLD}) told ON true
     WHERE i.municipality_id = $1 AND i.conference_id = $2 AND i.revoked_at IS NULL AND nm.removed_at IS NULL AND ($3::uuid IS NULL OR i.id = $3)
     ORDER BY i.id`,
    [tx.municipalityId, conferenceId, only.invitationId ?? null],
  );
  return rows.map((row) => toRecipient(row, tx.now));
}

function toRecipient(row: Row, now: Date): Recipient {
  const consents = (row.consents ?? []).map((c): Consent => ({
    id: c.id, purpose: 'contact', form: c.form, givenOn: c.given_on, validUntil: c.valid_until, withdrawnAt: c.withdrawn_at === null ? null : new Date(c.withdrawn_at),
  }));
  const reach = reachOf(row);
  const refusal = contactRefusal({ ...reach, protected: row.protected, removedAt: row.removed_at, agreed: row.agreed }, consents, now);
  return {
    invitationId: row.invitation_id, memberId: row.member_id, rotation: row.rotation, language: row.language, channel: row.channel,
    protected: row.protected, professional: row.professional, staff: row.staff, hasPhone: row.has_phone, told: row.told, toldLocal: row.told_local, toldInDoubt: row.told_in_doubt, refusal,
    role: recipientRole({ focalPersonId: row.focal_person_id, staff: row.staff, professional: row.professional, supportPerson: row.support_person, guardian: row.guardian }),
    own: row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to },
    by: refusal === null ? sentBy(reach) : null,
    first: usableChannels(reach)[0],
    consentId: activeConsent(consents, 'contact', now)?.id ?? null,
  };
}

/** Staff and professionals without a number are reached at work: nobody need be asked to call them. */
export const reachedAtWork = (r: Recipient): boolean => r.staff || (r.professional && !r.hasPhone);
