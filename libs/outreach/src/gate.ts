import { createHash } from 'node:crypto';
import { pairsOfCases, type CasePairs } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { NAGGING_KINDS, SWEDISH_ZONE, clampToQuietHours, isSpecialNumber, withinPermittedHours, type MessageReason, type OutreachPolicy, type PermittedHours, type SentChannel } from '@radslag/domain';
import { openKept, revealedBy, wordsOfCases, type CaseWords } from './case-words';
import { emailSubject } from './email-subject';
import { atTheGate, lockRows, numberOf, ownHours, textsOfTheWeek, type GateRow } from './gate-rows';
import { judge, type Verdict } from './gate-rules';
import { askPeople, type HumanTask } from './human-tasks';
import { factsOf, type MessageFacts } from './message-facts';
import { renderFacts, type LinkSettings, type Rendered } from './render';
import { municipalRules, type MunicipalRules } from './rules-of-municipality';
import type { MunicipalWays } from './ways';

/** A message that may be sent now, by whoever holds this: the attempt is written, the row says `sending`. */
export type Passed = { messageId: string; attemptId: string; referralId: string; conferenceId: string; operator: string; from: string; to: string; text: string; subject?: string };
export type GateResult = { passed: Passed[]; skipped: { messageId: string; reason: string }[] };

/** Longer than a call and its mark take; then the resolver asks what became of it. */
export const SENDING_LEASE_MS = 60_000;
/** While sending is held, and while a municipality has no way out, rows are looked at again this soon. */
const HELD_MS = 60_000;
const NEVER_OPENS_MS = 60 * 60_000;

/** The last look before a call, for a batch of one municipality in one short transaction. No row here, no call. */
export async function passGate(tx: Tx, ids: readonly string[], ways: MunicipalWays, settings: LinkSettings): Promise<GateResult> {
  const rows = await lockRows(tx, ids);
  if (rows.length === 0) return { passed: [], skipped: [] };
  const rules = await municipalRules(tx);
  const words = await wordsOfCases(tx, [...new Set(rows.map((row) => row.referral_id))]);
  const texts = await textsOfTheWeek(tx, rows);
  const pairs = await pairsOfCases(tx, [...new Set(rows.map((row) => row.referral_id))]);
  const hours = hoursBook(rules.policy, tx.now);

  const result: GateResult = { passed: [], skipped: [] };
  const sends: Send[] = [];
  const waits: { row: GateRow; until: Date | null }[] = [];
  const stops: { row: GateRow; verdict: Extract<Verdict, { do: 'stop' }> }[] = [];
  for (const row of rows) {
    const number = numberOf(row);
    const ready = prepare(tx, row, { words: words.get(row.referral_id)!, sent: texts.get(number) ?? 0, rules, pairs: pairs.get(row.referral_id), hours, ways, settings, now: tx.now });
    switch (ready.do) {
      case 'send': {
        const { by, operator, from, to, subject, rendered } = ready;
        const passed = { messageId: row.id, attemptId: tx.newId(), referralId: row.referral_id, conferenceId: row.conference_id, operator, from, to, text: rendered.text, ...(subject === undefined ? {} : { subject }) };
        if (by === 'sms' && NAGGING_KINDS.includes(row.kind)) texts.set(number, (texts.get(number) ?? 0) + 1);
        sends.push({ row, by, passed, rendered });
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
  await writeSends(tx, sends);
  if (waits.length > 0) {
    await tx.query(
      `UPDATE message m SET state = 'planned', lease_until = w.until FROM jsonb_to_recordset($2::jsonb) AS w(id uuid, until timestamptz) WHERE m.municipality_id = $1 AND m.id = w.id`,
      [tx.municipalityId, JSON.stringify(waits.map(({ row, until }) => ({ id: row.id, until: until?.toISOString() ?? null })))],
    );
  }
  await writeStops(tx, stops);
  return result;
}

type Send = { row: GateRow; by: SentChannel; passed: Passed; rendered: Rendered };
type Ready = { do: 'send'; by: SentChannel; operator: string; from: string; to: string; subject?: string; rendered: Rendered } | Exclude<Verdict, { do: 'send' }>;
type Hours = { permitted: boolean; opens: Date };
type Around = { words: CaseWords; sent: number; rules: MunicipalRules; pairs: CasePairs | undefined; hours: (row: GateRow) => Hours; ways: MunicipalWays; settings: LinkSettings; now: Date };

/** One row's verdict, with its text when it may go. A row that cannot be read stops itself, not the batch it came with. */
export function prepare(tx: Tx, row: GateRow, { words, sent, rules, pairs, hours, ways, settings, now }: Around): Ready {
  if (rules.held) return { do: 'wait', until: new Date(now.getTime() + HELD_MS), reason: 'held' };
  const at = atTheGate(row, { sent, most: rules.policy.mostPerWeek }, pairs);
  const verdict = judge(at, now, hours(row));
  const by = at.member.by;
  if (verdict.do !== 'send') return verdict;
  const operator = by === null ? null : ways.pick(by, { id: row.id, attempts: row.attempts, lastOperator: row.operator });
  if (by === null || operator === null) return { do: 'wait', until: new Date(now.getTime() + HELD_MS), reason: 'no-way-out' };
  const stop = (reason: MessageReason): Ready => ({ do: 'stop', state: 'suppressed', reason, someoneMustCall: true });
  let to: string;
  let facts: MessageFacts;
  try {
    facts = factsOf(tx, row);
    to = by === 'sms' ? openKept(tx, 'network_member', row.phone_owner, 'phone', row.phone!) : openKept(tx, 'network_member', row.member_id, 'email', row.email!);
  } catch {
    return stop('unreadable');
  }
  // Written down before such numbers were refused.
  if (by === 'sms' && isSpecialNumber(to)) return stop('noNumber');
  const rendered = renderFacts(facts, rules.book, settings);
  if (revealedBy(rendered, words, rules.name)) return stop('notNeutral');
  return by === 'sms'
    ? { do: 'send', by, operator, from: row.sms_sender, to, rendered }
    : { do: 'send', by, operator, from: row.email_from!, to, subject: emailSubject(row.kind, rendered.language), rendered };
}

/** Whether it is a decent hour for a person, and when the next one begins. At one moment it is the same for all who share their hours. */
export function hoursBook(policy: OutreachPolicy, now: Date): (row: GateRow) => Hours {
  const known = new Map<string, Hours>();
  return (row) => {
    const own = ownHours(row);
    const key = own === null ? '' : `${own.from}-${own.to}`;
    const found = known.get(key) ?? hoursOf(own, policy, now);
    known.set(key, found);
    return found;
  };
}

function hoursOf(own: PermittedHours | null, policy: OutreachPolicy, now: Date): Hours {
  const permitted = withinPermittedHours(now, policy, SWEDISH_ZONE, own);
  const opens = permitted ? now : clampToQuietHours(now, policy, SWEDISH_ZONE, undefined, own);
  // Own hours that the municipality's no longer reach never open: looked at now and then, until it is too late and a person is asked.
  return { permitted, opens: permitted || opens > now ? opens : new Date(now.getTime() + NEVER_OPENS_MS) };
}

async function writeSends(tx: Tx, sends: readonly Send[]): Promise<void> {
  if (sends.length === 0) return;
  const values = sends.map(({ row, by, passed, rendered }) => ({
    id: passed.messageId, attempt: passed.attemptId, template: rendered.templateKey, version: rendered.version, language: rendered.language,
    segments: by === 'sms' ? rendered.sms.segments : null, channel: by, operator: passed.operator, hash: bodyHash(rendered.text).toString('hex'),
    to: by === 'sms' ? row.number_index?.toString('hex') : null,
  }));
  await tx.prepared(
    'outreach-sends',
    `WITH s AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, attempt uuid, template text, version integer, language text, segments integer, channel text, operator text, hash text, "to" text)),
     u AS (
       UPDATE message m SET state = 'sending', reason = NULL, attempts = m.attempts + 1, lease_until = $3::timestamptz + $4 * interval '1 millisecond', operator = s.operator, channel = s.channel,
              template_key = s.template, template_version = s.version, language = s.language, segments = s.segments, body_hash = decode(s.hash, 'hex')
       FROM s WHERE m.municipality_id = $1 AND m.id = s.id RETURNING m.id, m.attempts, m.operator, s.attempt, s."to")
     INSERT INTO message_attempt (municipality_id, id, message_id, number, operator, started_at, to_index) SELECT $1, u.attempt, u.id, u.attempts, u.operator, $3, decode(u."to", 'hex') FROM u`,
    [tx.municipalityId, JSON.stringify(values), tx.now, SENDING_LEASE_MS],
  );
}

async function writeStops(tx: Tx, stops: readonly { row: GateRow; verdict: Extract<Verdict, { do: 'stop' }> }[]): Promise<void> {
  if (stops.length === 0) return;
  await tx.query(
    `UPDATE message m SET state = s.state, reason = s.reason, ended_at = $3, lease_until = NULL
     FROM jsonb_to_recordset($2::jsonb) AS s(id uuid, state text, reason text) WHERE m.municipality_id = $1 AND m.id = s.id`,
    [tx.municipalityId, JSON.stringify(stops.map(({ row, verdict }) => ({ id: row.id, state: verdict.state, reason: verdict.reason }))), tx.now],
  );
  await askPeople(tx, stops.filter(({ verdict }) => verdict.someoneMustCall).map(({ row, verdict }): HumanTask => ({
    kind: 'callMember', referralId: row.referral_id, conferenceId: row.conference_id, memberId: row.member_id, messageId: row.id, about: row.kind, reason: verdict.reason,
    urgent: verdict.state === 'expired' && row.kind !== 'invitation',
  })));
  for (const conferenceId of new Set(stops.map(({ row }) => row.conference_id))) {
    tx.announce({ referralId: stops.find(({ row }) => row.conference_id === conferenceId)!.row.referral_id, conferenceId, what: 'messages' });
  }
}

/** What was sent can be recognised afterwards without being kept. */
export const bodyHash = (text: string): Buffer => createHash('sha256').update(text).digest();
