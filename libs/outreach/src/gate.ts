import { createHash } from 'node:crypto';
import type { Tx } from '@radslag/db';
import type { ActionState, Channel, Coming, ConferenceState, MessageReason } from '@radslag/domain';
import { openKept, revealedBy, wordsOfCases, type CaseWords } from './case-words';
import { judge, type AtTheGate, type Verdict } from './gate-rules';
import { askPeople, type HumanTask } from './human-tasks';
import { FACTS_COLUMNS, FACTS_JOINS, factsOf, type FactsRow } from './message-facts';
import { renderFacts, type LinkSettings, type Rendered } from './render';
import { isPermitted, nextOpening } from './schedule';

/** A message that may be sent now, by whoever holds this: the attempt is written, the row says `sending`. */
export type Passed = { messageId: string; attemptId: string; referralId: string; conferenceId: string; from: string; to: string; text: string };
export type GateResult = { passed: Passed[]; skipped: { messageId: string; reason: string }[] };

/** Longer than a call and its mark take; then the resolver asks what became of it. */
export const SENDING_LEASE_MS = 60_000;

type Row = FactsRow & {
  id: string; referral_id: string; conference_id: string; member_id: string; schedule_version: number; due_at: Date; not_after: Date;
  phone: Buffer | null; removed: boolean; protected: boolean; no_sms: boolean; channel: Channel; consent_holds: boolean;
  conference_state: ConferenceState; current_version: number; revoked: boolean; expires_at: Date; coming: Coming | null;
  action_state: ActionState | null; struck: boolean; sms_sender: string;
};

/**
 * The last look before a call, for a batch of one municipality in one short transaction. Rows that are locked are left
 * (SKIP LOCKED on all that the verdict rests on): a gate that never waits can take part in no deadlock with a move or a
 * removal, and what is being changed right now is looked at when the change is done. No row here, no call.
 */
export async function passGate(tx: Tx, ids: readonly string[], operator: string, settings: LinkSettings): Promise<GateResult> {
  // Ten tables: trying every order of joining them takes ten times as long as reading the rows. The order written is the right one.
  await tx.query('SET LOCAL join_collapse_limit = 1');
  const rows = await tx.query<Row>(
    `SELECT m.id, m.referral_id, m.conference_id, m.member_id, m.schedule_version, m.due_at, m.not_after, ${FACTS_COLUMNS},
            nm.phone, nm.removed_at IS NOT NULL AS removed, nm.protected, nm.no_sms, nm.channel, c.state AS conference_state, c.schedule_version AS current_version,
            co.withdrawn_at IS NULL AND (co.valid_until IS NULL OR co.valid_until >= (app_now() AT TIME ZONE 'Europe/Stockholm')::date) AS consent_holds,
            i.revoked_at IS NOT NULL AS revoked, i.expires_at, a.state AS action_state, a.struck_at IS NOT NULL AS struck, mu.sms_sender,
            CASE WHEN m.kind IN ('reminderWeek', 'reminderDay', 'reminderHours') THEN
              (SELECT an.coming FROM answer an WHERE an.municipality_id = i.municipality_id AND an.invitation_id = i.id ORDER BY an.at DESC, an.id DESC LIMIT 1) END AS coming
     FROM message m
     JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id
     JOIN conference c ON c.municipality_id = m.municipality_id AND c.id = m.conference_id
     JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id
     JOIN consent co ON co.municipality_id = m.municipality_id AND co.id = m.consent_id ${FACTS_JOINS}
     WHERE m.municipality_id = $1 AND m.id = ANY($2) AND m.state = 'queued'
     ORDER BY m.id FOR UPDATE OF m SKIP LOCKED FOR SHARE OF nm, c, i, co SKIP LOCKED`,
    [tx.municipalityId, ids],
  );
  if (rows.length === 0) return { passed: [], skipped: [] };
  const words = await wordsOfCases(tx, [...new Set(rows.map((row) => row.referral_id))]);
  const permitted = isPermitted(tx.now);
  const hours = { permitted, opens: permitted ? tx.now : nextOpening(tx.now) };

  const result: GateResult = { passed: [], skipped: [] };
  const sends: { row: Row; passed: Passed; rendered: Rendered }[] = [];
  const waits: { row: Row; until: Date | null }[] = [];
  const stops: { row: Row; verdict: Extract<Verdict, { do: 'stop' }> }[] = [];
  for (const row of rows) {
    const ready = prepare(tx, row, words.get(row.referral_id)!, hours, settings);
    switch (ready.do) {
      case 'send': {
        const passed = { messageId: row.id, attemptId: tx.newId(), referralId: row.referral_id, conferenceId: row.conference_id, from: row.sms_sender, to: ready.to, text: ready.rendered.text };
        sends.push({ row, passed, rendered: ready.rendered });
        result.passed.push(passed);
        break;
      }
      case 'wait':
        waits.push({ row, until: ready.until });
        result.skipped.push({ messageId: row.id, reason: ready.reason });
        break;
      case 'stop':
        stops.push({ row, verdict: ready });
        result.skipped.push({ messageId: row.id, reason: ready.reason });
        break;
    }
  }
  await writeSends(tx, sends, operator);
  if (waits.length > 0) {
    await tx.query(
      `UPDATE message m SET state = 'planned', lease_until = w.until FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, until timestamptz) WHERE m.municipality_id = $1 AND m.id = w.id`,
      [tx.municipalityId, JSON.stringify(waits.map(({ row, until }) => ({ id: row.id, until: until?.toISOString() ?? null })))],
    );
  }
  await writeStops(tx, stops);
  return result;
}

type Ready = { do: 'send'; to: string; rendered: Rendered } | Exclude<Verdict, { do: 'send' }>;

/** One row's verdict, with its text when it may go. A row that cannot be read stops itself, not the batch it came with. */
function prepare(tx: Tx, row: Row, words: CaseWords, hours: { permitted: boolean; opens: Date }, settings: LinkSettings): Ready {
  const at: AtTheGate = {
    kind: row.kind, dueAt: row.due_at, notAfter: row.not_after, plannedVersion: row.schedule_version,
    conference: { state: row.conference_state, version: row.current_version },
    member: { removed: row.removed, protected: row.protected, noSms: row.no_sms, channel: row.channel, hasPhone: row.phone !== null },
    consentHolds: row.consent_holds,
    invitation: { revoked: row.revoked, expiresAt: row.expires_at },
    coming: row.coming,
    action: row.action_state === null ? null : { state: row.action_state, struck: row.struck },
  };
  const verdict = judge(at, tx.now, hours);
  if (verdict.do !== 'send') return verdict;
  const stop = (reason: MessageReason): Ready => ({ do: 'stop', state: 'suppressed', reason, someoneMustCall: true });
  let to: string;
  try {
    to = openKept(tx, 'network_member', row.member_id, 'phone', row.phone!);
  } catch {
    return stop('noNumber');
  }
  const rendered = renderFacts(factsOf(row), settings);
  return revealedBy(rendered.text, words).length > 0 ? stop('notNeutral') : { do: 'send', to, rendered };
}

async function writeSends(tx: Tx, sends: readonly { row: Row; passed: Passed; rendered: Rendered }[], operator: string): Promise<void> {
  if (sends.length === 0) return;
  const values = sends.map(({ passed, rendered }) => ({
    id: passed.messageId, attempt: passed.attemptId, template: rendered.templateKey, version: rendered.version, language: rendered.language,
    segments: rendered.sms.segments, hash: bodyHash(rendered.text).toString('hex'),
  }));
  await tx.query(
    `WITH s AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, attempt uuid, template text, version integer, language text, segments integer, hash text)),
     u AS (
       UPDATE message m SET state = 'sending', reason = NULL, attempts = m.attempts + 1, lease_until = $3::timestamptz + $5 * interval '1 millisecond', operator = $4,
              template_key = s.template, template_version = s.version, language = s.language, segments = s.segments, body_hash = decode(s.hash, 'hex')
       FROM s WHERE m.municipality_id = $1 AND m.id = s.id RETURNING m.id, m.attempts, s.attempt)
     INSERT INTO message_attempt (municipality_id, id, message_id, number, operator, started_at) SELECT $1, u.attempt, u.id, u.attempts, $4, $3 FROM u`,
    [tx.municipalityId, JSON.stringify(values), tx.now, operator, SENDING_LEASE_MS],
  );
}

async function writeStops(tx: Tx, stops: readonly { row: Row; verdict: Extract<Verdict, { do: 'stop' }> }[]): Promise<void> {
  if (stops.length === 0) return;
  await tx.query(
    `UPDATE message m SET state = s.state, reason = s.reason, ended_at = $3, lease_until = NULL
     FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, state text, reason text) WHERE m.municipality_id = $1 AND m.id = s.id`,
    [tx.municipalityId, JSON.stringify(stops.map(({ row, verdict }) => ({ id: row.id, state: verdict.state, reason: verdict.reason }))), tx.now],
  );
  await askPeople(tx, stops.filter(({ verdict }) => verdict.someoneMustCall).map(({ row, verdict }): HumanTask => ({
    kind: 'callMember', referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId: row.id, reason: verdict.reason,
    urgent: verdict.state === 'expired' && row.kind !== 'invitation',
  })));
  for (const conferenceId of new Set(stops.map(({ row }) => row.conference_id))) {
    tx.announce({ referralId: stops.find(({ row }) => row.conference_id === conferenceId)!.row.referral_id, conferenceId, what: 'messages' });
  }
}

/** What was sent can be recognised afterwards without being kept. */
export const bodyHash = (text: string): Buffer => createHash('sha256').update(text).digest();
