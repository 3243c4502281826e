import type { Tx } from '@radslag/db';
import { activeConsent, contactRefusal, type Channel, type Consent, type ContactRefusal, type FamilyLanguage } from '@radslag/domain';

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
  /** Why no SMS can go to this person; null: one can. */
  refusal: ContactRefusal | null;
  /** The consent a message would rest on. */
  consentId: string | null;
  /** A time of this conference has been told to this person, or may have been. */
  told: boolean;
};

type Row = {
  invitation_id: string; member_id: string; rotation: number; language: FamilyLanguage; channel: Channel; protected: boolean; professional: boolean;
  staff: boolean; has_phone: boolean; no_sms: boolean; removed_at: Date | null; agreed: boolean; told: boolean;
  consents: { id: string; form: Consent['form']; given_on: string; valid_until: string | null; withdrawn_at: string | null }[] | null;
};

/** A message that has left, or may have: `unknown` counts, since the person may have read it. */
export const TOLD_STATES = ['sending', 'accepted', 'delivered', 'unknown'] as const;

/** Everybody with a live invitation to the conference, or only the one asked for. Removed people are not among them. */
export async function liveRecipients(tx: Tx, conferenceId: string, only: { invitationId?: string } = {}): Promise<Recipient[]> {
  const rows = await tx.query<Row>(
    `SELECT i.id AS invitation_id, i.member_id, i.rotation, nm.language, nm.channel, nm.protected, nm.professional,
            nm.staff_user_id IS NOT NULL AS staff, nm.phone IS NOT NULL AS has_phone, nm.no_sms, nm.removed_at, nm.state <> 'suggested' AS agreed,
            EXISTS (SELECT 1 FROM message m WHERE m.municipality_id = i.municipality_id AND m.invitation_id = i.id
                    AND m.kind IN ('timeSet', 'timeMoved') AND m.state = ANY($4)) AS told,
            (SELECT jsonb_agg(jsonb_build_object('id', c.id, 'form', c.form, 'given_on', c.given_on, 'valid_until', c.valid_until, 'withdrawn_at', c.withdrawn_at))
             FROM consent c WHERE c.municipality_id = nm.municipality_id AND c.member_id = nm.id AND c.purpose = 'contact') AS consents
     FROM invitation i JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id
     WHERE i.municipality_id = $1 AND i.conference_id = $2 AND i.revoked_at IS NULL AND nm.removed_at IS NULL AND ($3::uuid IS NULL OR i.id = $3)
     ORDER BY i.id`,
    [tx.municipalityId, conferenceId, only.invitationId ?? null, TOLD_STATES],
  );
  return rows.map((row) => toRecipient(row, tx.now));
}

function toRecipient(row: Row, now: Date): Recipient {
  const consents = (row.consents ?? []).map((c): Consent => ({
    id: c.id, purpose: 'contact', form: c.form, givenOn: c.given_on, validUntil: c.valid_until, withdrawnAt: c.withdrawn_at === null ? null : new Date(c.withdrawn_at),
  }));
  const member = { protected: row.protected, removedAt: row.removed_at, agreed: row.agreed, noSms: row.no_sms, channel: row.channel, hasPhone: row.has_phone };
  return {
    invitationId: row.invitation_id, memberId: row.member_id, rotation: row.rotation, language: row.language, channel: row.channel,
    protected: row.protected, professional: row.professional, staff: row.staff, hasPhone: row.has_phone, told: row.told,
    refusal: contactRefusal(member, consents, now),
    consentId: activeConsent(consents, 'contact', now)?.id ?? null,
  };
}

/** Staff and professionals without a number are reached at work: nobody need be asked to call them. */
export const reachedAtWork = (r: Recipient): boolean => r.staff || (r.professional && !r.hasPhone);
