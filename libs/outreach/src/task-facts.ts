import { STANDING_ANSWER, type Tx } from '@radslag/db';
import { instantOf, matterOf, personRefusal, dateOf, SWEDISH_ZONE, YEAR_TRIES_IN_ALL, type ActionState, type Coming, type ConferenceState, type OpenTask, type PersonRefusal, type TaskFacts } from '@radslag/domain';
import { contactFacts, type Contactable } from './contact-gate';
import { TELLING_KINDS } from './ledger';
import { readSince } from './page-read';
import { listed, TOLD_STATES } from './recipients';

/** A task, written or about to be, with what it lives on. */
export type LivingTask = { task: OpenTask; messageId: string | null; inboundMessageId: string | null; facts: TaskFacts };

/** Which of those that stand open; nothing given: all of the municipality. */
export type TaskScope = { referralId?: string; conferenceId?: string; memberIds?: readonly string[] };
/** Not written yet. */
export type TaskToBe = { id: string; kind: string; reason: string | null; about: string | null; urgent: boolean; referralId: string; conferenceId: string | null; memberId: string | null; messageId: string | null; inboundMessageId: string | null };

type Row = {
  id: string; kind: string; reason: string | null; about: string | null; urgent: boolean; referral_id: string | null; conference_id: string | null; member_id: string | null; message_id: string | null; inbound_message_id: string | null; created_at: Date;
  case_closed: boolean; allocated: boolean; conference_state: ConferenceState | null; starts_local: string | null; ends_local: string | null; zone: string | null; schedule_version: number | null; told_local: string | null;
  link: 'open' | 'closed' | null; coming: Coming | null; answered_at: Date | null; checked_in: boolean; opened: boolean; told_kinds: string[] | null; message_version: number | null; action_state: ActionState | null; action_struck: boolean | null;
  reply_handled: boolean; helped: boolean; step_opened: boolean | null;
};

const OPEN = `SELECT id, kind, reason, about, urgent, referral_id, conference_id, member_id, message_id, inbound_message_id, created_at FROM task
     WHERE municipality_id = $1 AND done_at IS NULL AND ($2::uuid IS NULL OR referral_id = $2) AND ($3::uuid IS NULL OR conference_id = $3) AND ($4::uuid[] IS NULL OR member_id = ANY($4))`;
const TO_BE = `SELECT p.id, p.kind, p.reason, p.about, p.urgent, p."referralId" AS referral_id, p."conferenceId" AS conference_id, p."memberId" AS member_id, p."messageId" AS message_id, p."inboundMessageId" AS inbound_message_id, $3::timestamptz AS created_at
     FROM jsonb_to_recordset($2::jsonb) AS p(id uuid, kind text, reason text, about text, urgent boolean, "referralId" uuid, "conferenceId" uuid, "memberId" uuid, "messageId" uuid, "inboundMessageId" uuid)`;

/** What a message about it would say; of one that left in the meantime only what is true now counts. */
const FACTS = `SELECT t.*, r.state = 'closed' AS case_closed, r.coordinator_id IS NOT NULL AS allocated,
       c.state AS conference_state, c.starts_local, c.ends_local, c.zone, c.schedule_version,
       EXISTS (SELECT 1 FROM family_session s JOIN invitation si ON si.municipality_id = $1 AND si.id = s.invitation_id AND si.conference_id = t.conference_id AND si.member_id = t.member_id
               WHERE s.municipality_id = $1 AND ${readSince('s', 'si', 't.created_at')}) AS opened,
       (SELECT max(b.tells_local) FROM message b WHERE b.municipality_id = $1 AND b.conference_id = t.conference_id AND b.member_id = t.member_id AND b.kind IN (${listed(TELLING_KINDS)})
          AND b.state IN (${listed(TOLD_STATES)}) AND b.schedule_version >= coalesce((SELECT max(sure.schedule_version) FROM message sure WHERE sure.municipality_id = $1 AND sure.conference_id = t.conference_id AND sure.member_id = t.member_id
            AND sure.kind IN (${listed(TELLING_KINDS)}) AND sure.state IN ('accepted', 'delivered')), 0)) AS told_local,
       i.link, i.step_opened, an.coming, an.at AS answered_at,
       EXISTS (SELECT 1 FROM attendance at WHERE at.municipality_id = $1 AND at.conference_id = t.conference_id AND at.member_id = t.member_id AND at.arrived_at IS NOT NULL) AS checked_in,
       (SELECT array_agg(DISTINCT x.kind) FROM message x
        WHERE x.municipality_id = $1 AND x.member_id = t.member_id AND x.conference_id IS NOT DISTINCT FROM t.conference_id AND x.state IN ('accepted', 'delivered') AND x.accepted_at > t.created_at
          AND (x.schedule_version = c.schedule_version OR x.kind IN ('newLink', 'actionDue', 'planReady')) AND (x.action_id IS NULL OR x.action_id IS NOT DISTINCT FROM tm.action_id)) AS told_kinds,
       tm.schedule_version AS message_version, a.state AS action_state, a.struck_at IS NOT NULL AS action_struck,
       EXISTS (SELECT 1 FROM inbound_message im WHERE im.municipality_id = $1 AND im.id = t.inbound_message_id AND im.handled_at IS NOT NULL) AS reply_handled,
       t.kind = 'needsHelp' AND NOT EXISTS (
         SELECT 1 FROM plan_action pa JOIN family_plan fp ON fp.municipality_id = $1 AND fp.id = pa.plan_id AND fp.conference_id = t.conference_id
         WHERE pa.municipality_id = $1 AND pa.owner_id = t.member_id AND pa.state = 'open' AND pa.struck_at IS NULL
           AND (SELECT ar.value FROM action_report ar WHERE ar.municipality_id = $1 AND ar.action_id = pa.id AND ar.member_id = t.member_id ORDER BY ar.at DESC, ar.id DESC LIMIT 1) = 'needHelp') AS helped
     FROM t
     LEFT JOIN referral r ON r.municipality_id = $1 AND r.id = t.referral_id
     LEFT JOIN conference c ON c.municipality_id = $1 AND c.id = t.conference_id
     LEFT JOIN message tm ON tm.municipality_id = $1 AND tm.id = t.message_id
     LEFT JOIN plan_action a ON a.municipality_id = $1 AND a.id = tm.action_id
     LEFT JOIN LATERAL (
       SELECT CASE WHEN iv.revoked_at IS NULL AND iv.state <> 'revoked' THEN 'open' ELSE 'closed' END AS link,
         coalesce(iv.code_issued_at > t.created_at, false) OR (iv.second_step = 'birthYear' AND iv.wrong_years < ${YEAR_TRIES_IN_ALL}) AS step_opened FROM invitation iv
       WHERE iv.municipality_id = $1 AND iv.conference_id = t.conference_id AND iv.member_id = t.member_id ORDER BY iv.created_at DESC, iv.id DESC LIMIT 1) i ON true
     LEFT JOIN LATERAL (
       SELECT sa.coming, sa.at FROM invitation asked CROSS JOIN LATERAL (${STANDING_ANSWER('asked', 'c')}) sa
       WHERE asked.municipality_id = $1 AND asked.conference_id = t.conference_id AND asked.member_id = t.member_id) an ON true`;

/** Those that stand open. */
export async function openTasks(tx: Tx, { referralId, conferenceId, memberIds }: TaskScope): Promise<LivingTask[]> {
  return living(tx, await tx.query<Row>(`WITH t AS MATERIALIZED (${OPEN}) ${FACTS} ORDER BY t.id`, [tx.municipalityId, referralId ?? null, conferenceId ?? null, memberIds ?? null]));
}

export async function tasksToBe(tx: Tx, tasks: readonly TaskToBe[]): Promise<LivingTask[]> {
  return living(tx, await tx.query<Row>(`WITH t AS MATERIALIZED (${TO_BE}) ${FACTS} ORDER BY t.id`, [tx.municipalityId, JSON.stringify(tasks), tx.now]));
}

async function living(tx: Tx, rows: readonly Row[]): Promise<LivingTask[]> {
  const people = await contactFacts(tx, rows.flatMap((row) => row.member_id ?? []));
  return rows.map((row) => {
    const task: OpenTask = { id: row.id, kind: row.kind, reason: row.reason, about: row.about, urgent: row.urgent, caseId: row.referral_id, conferenceId: row.conference_id, personId: row.member_id, createdAt: row.created_at };
    return { task, messageId: row.message_id, inboundMessageId: row.inbound_message_id, facts: factsOf(row, task, row.member_id === null ? undefined : people.get(row.member_id), tx.now) };
  });
}

/** Whoever has read their page since knows it from there. */
const SAID_BY_THE_PAGE: readonly string[] = ['time', 'cancelled'];

function factsOf(row: Row, task: OpenTask, person: Contactable | undefined, now: Date): TaskFacts {
  const at = (local: string | null) => (local === null || row.zone === null ? null : instantOf({ local, zone: row.zone }));
  const refusal = person === undefined ? null : personRefusal(person, dateOf(now, SWEDISH_ZONE));
  return {
    caseClosed: row.case_closed, allocated: row.allocated,
    person: person === undefined ? null : { removed: person.removed, refused: refusal !== null && !NOT_FOR_GOOD.includes(refusal), reachable: !person.noSms && person.hasPhone },
    conference: row.conference_state === null ? null : { state: row.conference_state, startsAt: at(row.starts_local), endsAt: at(row.ends_local ?? row.starts_local) },
    believes: at(row.told_local), link: row.link, coming: row.coming, answeredSince: row.answered_at !== null && row.answered_at > row.created_at, checkedIn: row.checked_in, toldSince: toldOf(task, row.told_kinds ?? []) || (row.opened && SAID_BY_THE_PAGE.includes(matterOf(task))),
    superseded: row.message_version !== null && row.schedule_version !== null && row.message_version < row.schedule_version,
    promiseClosed: row.action_state !== null && (row.action_state !== 'open' || row.action_struck === true), replyHandled: row.reply_handled, helped: row.helped, stepOpened: row.step_opened === true,
  };
}

/** Still to be reached: in another way, on another day, when a manager has decided. */
const NOT_FOR_GOOD: readonly PersonRefusal[] = ['personProtected', 'embargoed', 'contactBan'];

/** A message about something else does not tell of it; whose way or knowledge was in doubt has been reached by any. */
function toldOf(task: OpenTask, kinds: readonly string[]): boolean {
  const matter = matterOf(task);
  // The text that has left names the time that they may not have heard of.
  if (task.reason === 'perhapsOtherTime') return false;
  if (matter === 'reach' || matter === 'uncertain') return kinds.some((kind) => kind !== 'autoReply');
  return kinds.some((about) => matterOf({ kind: 'callMember', reason: null, about }) === matter);
}
