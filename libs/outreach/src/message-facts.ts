import type { Tx } from '@radslag/db';
import { initialsOf, type FamilyLanguage, type MessageKind } from '@radslag/domain';
import { openKept } from './case-words';
import { LAST_TOLD } from './recipients';

/** Everything a message's text is made of, as it is now. */
export type MessageFacts = {
  kind: MessageKind;
  language: FamilyLanguage;
  invitationId: string;
  rotation: number;
  startsLocal: string | null;
  endsLocal: string | null;
  dueOn: string | null;
  /** Whom to call: the case's coordinator, or the municipality's common number. */
  phone: string;
  /** Whom to call in the evening. */
  outOfHours: string | null;
  /** Who it is for, as far as the text may say so. */
  person: Addressee;
};

export type Addressee = { agreedWord: string | null; sharedPhone: boolean; initialsAllowed: boolean; alias: string | null; initials: string };

/** Whoever is told that a time no longer holds is told of the one they had heard of. */
const STARTS = `CASE WHEN m.kind = 'cancelled' THEN coalesce((SELECT l.local FROM (${LAST_TOLD}) l), c.starts_local) ELSE c.starts_local END AS starts_local`;

/** The columns both the proof list and the gate read, so that what is shown is what is sent. Aliases: m, i, nm, c, r. */
export const FACTS_COLUMNS = `m.kind, nm.language, i.id AS invitation_id, i.rotation, ${STARTS}, c.ends_local, a.due_on::text AS due_on, coalesce(u.phone, mu.phone) AS whom_to_call,
  mu.out_of_hours_phone, nm.shared_phone, nm.initials_allowed, nm.agreed_word, nm.alias, nm.given_name, nm.family_name`;
export const FACTS_JOINS = `
  JOIN referral r ON r.municipality_id = m.municipality_id AND r.id = m.referral_id
  JOIN municipality mu ON mu.id = m.municipality_id
  LEFT JOIN staff_user u ON u.municipality_id = r.municipality_id AND u.id = r.coordinator_id
  LEFT JOIN plan_action a ON a.municipality_id = m.municipality_id AND a.id = m.action_id`;

export type FactsRow = {
  kind: MessageKind; language: FamilyLanguage; invitation_id: string; rotation: number; starts_local: string | null; ends_local: string | null;
  due_on: string | null; whom_to_call: string; out_of_hours_phone: string | null;
  member_id: string; shared_phone: boolean; initials_allowed: boolean; agreed_word: Buffer | null; alias: Buffer | null; given_name: Buffer; family_name: Buffer;
};

export const factsOf = (tx: Tx, row: FactsRow): MessageFacts => ({
  kind: row.kind, language: row.language, invitationId: row.invitation_id, rotation: row.rotation, startsLocal: row.starts_local, endsLocal: row.ends_local,
  dueOn: row.due_on, phone: row.whom_to_call, outOfHours: row.out_of_hours_phone, person: addresseeOf(tx, row),
});

/** Names are opened only when initials may be written. */
export function addresseeOf(tx: Tx, row: Pick<FactsRow, 'member_id' | 'shared_phone' | 'initials_allowed' | 'agreed_word' | 'alias' | 'given_name' | 'family_name'>): Addressee {
  const open = (column: string, sealed: Buffer | null) => (sealed === null ? null : openKept(tx, 'network_member', row.member_id, column, sealed));
  const named = row.shared_phone && row.initials_allowed;
  return {
    agreedWord: open('agreed_word', row.agreed_word), sharedPhone: row.shared_phone, initialsAllowed: row.initials_allowed, alias: named ? open('alias', row.alias) : null,
    initials: named ? initialsOf(open('given_name', row.given_name)!, open('family_name', row.family_name)!) : '',
  };
}

export async function factsOfMessages(tx: Tx, ids: readonly string[]): Promise<Map<string, MessageFacts>> {
  const rows = await tx.query<FactsRow & { id: string }>(
    `SELECT m.id, m.member_id, ${FACTS_COLUMNS} FROM message m
     JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id
     JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id
     JOIN conference c ON c.municipality_id = m.municipality_id AND c.id = m.conference_id ${FACTS_JOINS}
     WHERE m.municipality_id = $1 AND m.id = ANY($2)`,
    [tx.municipalityId, ids],
  );
  // One whose words cannot be made, since a part of them cannot be read, has none: the gate gives it to a person.
  return new Map(rows.flatMap((row) => {
    const facts = tx.orElse(() => factsOf(tx, row), null);
    return facts === null ? [] : [[row.id, facts] as const];
  }));
}
