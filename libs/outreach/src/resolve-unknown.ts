import type { Database, Tx } from '@radslag/db';
import type { MessageKind, SentChannel } from '@radslag/domain';
import type { SmsOnRecord } from '@radslag/sms';
import { passBy, type AtPoint } from './crash-points';
import { bodyHash } from './gate';
import { askPeople, type HumanTask } from './human-tasks';
import { writeMessages } from './ledger';
import { tryNextWay } from './next-way';
import { stopAsOperatorSays } from './stop-writing';
import { GO_BETWEEN, NUMBER_OF, liveRecipients } from './recipients';
import { linkUrl, linkToken } from '@radslag/access';
import type { LinkSettings } from './render';
import { municipalRules } from './rules-of-municipality';
import { announcementDue } from './schedule';
import type { Ways } from './ways';

/** News is worth one marked resend; a reminder that may have come twice is only unsettling, so a person looks at it. */
const RESENT: readonly MessageKind[] = ['invitation', 'timeSet', 'timeMoved', 'cancelled', 'newLink', 'planReady'];
const ABSENT_AFTER_MS = 15 * 60_000;
const ASK_AGAIN_MS = 60_000;
const GIVE_UP_ASKING_MS = 60 * 60_000;
/** Our clock and the operator's are not the same one. */
const WINDOW_MS = 10 * 60_000;
/** A record without its text must not be older than the call, as far as two clocks can tell. */
const CLOCKS_APART_MS = 60_000;
const RESENT_MARK = ':resent';

const SYSTEM = { kind: 'system' } as const;

type Doubt = {
  municipalityId: string; id: string; state: string; kind: MessageKind; referral_id: string; conference_id: string; member_id: string; invitation_id: string;
  rotation: number; channel: SentChannel; operator: string; phone: Buffer | null; phone_owner: string; body_hash: Buffer | null; started_at: Date; not_after: Date; idempotency_key: string; schedule_version: number; member_removed: boolean;
};

type Answer = { record: SmsOnRecord[] | null; complete: boolean };

/** Asks the operator what became of calls that nobody saw the end of. A call is never repeated on a guess (DESIGN §6.5). */
export class ResolveUnknown {
  constructor(
    private readonly db: Database,
    private readonly ways: Ways,
    private readonly settings: LinkSettings,
    private readonly onError: (error: unknown) => void = () => undefined,
    private readonly at: AtPoint = passBy,
  ) {}

  async execute(limit = 50): Promise<number> {
    const rows = await this.db.withoutTenant<{ municipality_id: string; id: string }>(`SELECT municipality_id, id FROM messages_in_doubt(interval '0', $1)`, [limit]);
    let settled = 0;
    for (const row of rows) {
      try {
        if (await this.resolve(row.municipality_id, row.id)) settled += 1;
      } catch (error) {
        // One row that cannot be asked about must not keep the others waiting.
        this.onError(error);
      }
    }
    return settled;
  }

  private async resolve(municipalityId: string, id: string): Promise<boolean> {
    const taken = await this.db.inMunicipality(municipalityId, SYSTEM, (tx) => takeDoubt(tx, id));
    if (taken === null) return false;
    const { doubt, to, wasUnknown } = taken;
    // No transaction is open while the operator is asked.
    // The number is gone, or can be read no more: nothing is known, and nothing may be sent on that.
    const answer = to === null ? { record: [], complete: false } : await this.ask(municipalityId, doubt, to);
    await this.at('resolverAsked');
    return this.db.inMunicipality(municipalityId, SYSTEM, (tx) => this.settle(tx, doubt, answer, wasUnknown));
  }

  /** `record` null: the operator could not be asked now. Not `complete`: what it does not show may have been sent all the same. */
  private async ask(municipalityId: string, { operator, started_at }: Doubt, to: string): Promise<Answer> {
    try {
      const ways = await this.ways.of(municipalityId);
      const carrier = ways.carrier(operator);
      if (carrier?.history === undefined) return { record: [], complete: false };
      const record = await carrier.history({ to, since: new Date(started_at.getTime() - WINDOW_MS), until: new Date(started_at.getTime() + 2 * WINDOW_MS) });
      return { record, complete: ways.sameAccountSince(operator, started_at) };
    } catch (error) {
      this.onError(error);
      return { record: null, complete: false };
    }
  }

  private async settle(tx: Tx, doubt: Doubt, { record, complete }: Answer, wasUnknown: boolean): Promise<boolean> {
    const [current] = await tx.query<{ state: string }>(`SELECT state FROM message WHERE municipality_id = $1 AND id = $2 FOR UPDATE`, [tx.municipalityId, doubt.id]);
    if (current?.state !== 'unknown') return true;
    const age = tx.now.getTime() - doubt.started_at.getTime();
    if (record === null) {
      if (age > GIVE_UP_ASKING_MS) await askPeople(tx, [checkTask(doubt)]);
      return false;
    }
    const found = await this.recognise(tx, doubt, record);
    if (typeof found === 'object') {
      await acceptFound(tx, doubt, found);
      return true;
    }
    // It keeps no record, or keeps it for another account: a person has to find out.
    if (!complete) {
      await leaveToPeople(tx, doubt);
      return true;
    }
    // Twice absent, and long enough ago: a single look could come before the operator had written it down.
    if (age < ABSENT_AFTER_MS || !wasUnknown) return false;
    if (found === 'no' && RESENT.includes(doubt.kind) && !doubt.idempotency_key.endsWith(RESENT_MARK)) await resendOnce(tx, doubt);
    else await leaveToPeople(tx, doubt);
    tx.announce({ referralId: doubt.referral_id, conferenceId: doubt.conference_id, what: 'messages' });
    return true;
  }

  /**
   * The very same text; or, should the operator have touched it, one with this person's link. Never one that another row owns.
   * An operator that keeps no texts is believed by number and time, as long as no other text to that number is in doubt; if one
   * is, either may have come: `perhaps`, which is never sent again.
   */
  private async recognise(tx: Tx, doubt: Doubt, record: SmsOnRecord[]): Promise<SmsOnRecord | 'perhaps' | 'no'> {
    if (record.length === 0) return 'no';
    const owned = await tx.query<{ operator_message_id: string }>(
      // By its receipt, its attempt, or the row itself, where a resolver found it out. Whose texts go to a number may have changed
      // since: looked through are all the cases in which somebody has it.
      `SELECT r.operator_message_id FROM receipt_inbox r WHERE r.municipality_id = $1 AND r.operator = $5 AND r.operator_message_id = ANY($3) AND r.message_id <> $4
       UNION
       SELECT h.operator_message_id FROM help_answer h WHERE h.municipality_id = $1 AND h.operator_message_id = ANY($3)
       UNION
       SELECT k.operator_message_id ${MESSAGES_NEAR_NUMBER}
       CROSS JOIN LATERAL (SELECT x.operator_message_id UNION ALL SELECT a.operator_message_id FROM message_attempt a WHERE a.municipality_id = x.municipality_id AND a.message_id = x.id) k
       WHERE p.municipality_id = $1 AND p.id = $2 AND x.id <> $4 AND k.operator_message_id = ANY($3)`,
      [tx.municipalityId, doubt.phone_owner, record.map((sms) => sms.operatorMessageId), doubt.id, doubt.operator],
    );
    const free = record.filter((sms) => !owned.some((row) => row.operator_message_id === sms.operatorMessageId)).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    const link = linkUrl(this.settings.familyUrl, linkToken(this.settings.linkKey, doubt.invitation_id, doubt.rotation));
    const told = free.find((sms) => sms.text !== null && doubt.body_hash?.equals(bodyHash(sms.text))) ?? (doubt.kind === 'cancelled' ? undefined : free.find((sms) => sms.text?.includes(link)));
    if (told) return told;
    const silent = free.filter((sms) => sms.text === null && sms.createdAt.getTime() >= doubt.started_at.getTime() - CLOCKS_APART_MS);
    if (silent[0] === undefined) return 'no';
    return (await othersInDoubt(tx, doubt)) === 0 ? silent[0] : 'perhaps';
  }
}

/** Of everybody in the cases of those who have the number of `p`. */
const MESSAGES_NEAR_NUMBER = `FROM network_member p JOIN network_member o ON o.municipality_id = p.municipality_id AND o.phone_index = p.phone_index
       JOIN network_member n ON n.municipality_id = o.municipality_id AND n.referral_id = o.referral_id
       JOIN message x ON x.municipality_id = n.municipality_id AND x.member_id = n.id`;

/** Other texts that went to the same number and that nobody knows the end of. */
async function othersInDoubt(tx: Tx, doubt: Doubt): Promise<number> {
  const [row] = await tx.query<{ n: number; helped: boolean }>(
    `SELECT count(DISTINCT x.id)::integer AS n,
            -- What answered a cry is sent again when its call was not seen to end: the first may have come as well.
            EXISTS (SELECT 1 FROM help_answer h JOIN network_member o ON o.municipality_id = h.municipality_id AND o.phone_index = h.number_index
                    WHERE h.municipality_id = $1 AND o.id = $3 AND (h.ended_at IS NULL OR h.attempts > 1) AND h.created_at BETWEEN $4::timestamptz - interval '1 hour' AND $4::timestamptz + interval '1 hour') AS helped
     ${MESSAGES_NEAR_NUMBER} AND x.state IN ('sending', 'unknown')
     JOIN LATERAL (SELECT a.to_index FROM message_attempt a WHERE a.municipality_id = x.municipality_id AND a.message_id = x.id ORDER BY a.number DESC LIMIT 1) last ON last.to_index = p.phone_index
     WHERE p.municipality_id = $1 AND p.id = $3 AND x.id <> $2`,
    [tx.municipalityId, doubt.id, doubt.phone_owner, doubt.started_at],
  );
  return row!.n + (row!.helped ? 1 : 0);
}

/** Says `unknown` out loud and keeps other resolvers off the row while the operator is asked. */
async function takeDoubt(tx: Tx, id: string): Promise<{ doubt: Doubt; to: string | null; wasUnknown: boolean } | null> {
  const [doubt] = await tx.query<Doubt>(
    `SELECT m.id, m.state, m.kind, m.referral_id, m.conference_id, m.member_id, m.invitation_id, m.channel, m.operator, i.rotation, m.body_hash, m.not_after, m.idempotency_key, m.schedule_version,
            nm.removed_at IS NOT NULL AS member_removed,
            last.started_at, CASE WHEN last.to_index IS NULL THEN ${NUMBER_OF} ELSE held.phone END AS phone, CASE WHEN last.to_index IS NULL THEN coalesce(nm.delegate_id, nm.id) ELSE held.id END AS phone_owner
     FROM message m JOIN invitation i ON i.municipality_id = m.municipality_id AND i.id = m.invitation_id
     JOIN network_member nm ON nm.municipality_id = m.municipality_id AND nm.id = m.member_id ${GO_BETWEEN}
     -- Asked about is the number that was called, whoever has it now.
     LEFT JOIN LATERAL (SELECT a.started_at, a.to_index FROM message_attempt a WHERE a.municipality_id = m.municipality_id AND a.message_id = m.id ORDER BY a.number DESC LIMIT 1) last ON true
     LEFT JOIN LATERAL (
       SELECT h.id, h.phone FROM network_member h WHERE h.municipality_id = m.municipality_id AND h.phone_index = last.to_index ORDER BY h.removed_at IS NOT NULL, h.id LIMIT 1) held ON true
     WHERE m.municipality_id = $1 AND m.id = $2 AND m.state IN ('sending', 'unknown') AND m.lease_until < app_now() FOR UPDATE OF m SKIP LOCKED`,
    [tx.municipalityId, id],
  );
  if (!doubt) return null;
  await tx.query(`UPDATE message SET state = 'unknown', reason = 'outcomeUnknown', lease_until = $3 WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, id, new Date(tx.now.getTime() + ASK_AGAIN_MS)]);
  await tx.query(`UPDATE message_attempt SET ended_at = $3, outcome = 'unknown', detail = 'never-closed' WHERE municipality_id = $1 AND message_id = $2 AND ended_at IS NULL`, [tx.municipalityId, id, tx.now]);
  return { doubt, to: doubt.phone === null ? null : readable(tx, doubt.phone_owner, doubt.phone), wasUnknown: doubt.state === 'unknown' };
}

/** A number that nobody can read any more must not keep its row in doubt, and the rows behind it waiting, for ever. */
function readable(tx: Tx, memberId: string, phone: Buffer): string | null {
  try {
    return tx.open('network_member', memberId, 'phone', phone);
  } catch {
    return null;
  }
}

async function acceptFound(tx: Tx, doubt: Doubt, found: SmsOnRecord): Promise<void> {
  const state = found.delivery ?? 'accepted';
  await tx.query(
    `UPDATE message SET state = $3, reason = CASE WHEN $3 = 'failed' THEN $7 END, operator_message_id = $4, accepted_at = coalesce(accepted_at, $5), lease_until = NULL,
            delivered_at = CASE WHEN $3 = 'delivered' THEN $6::timestamptz END, ended_at = CASE WHEN $3 IN ('delivered', 'failed') THEN $6::timestamptz END
     WHERE municipality_id = $1 AND id = $2`,
    [tx.municipalityId, doubt.id, state, found.operatorMessageId, found.createdAt, tx.now, found.optedOut ? 'optedOut' : 'numberUnreachable'],
  );
  if (state === 'failed' && found.optedOut) await stopAsOperatorSays(tx, doubt.id);
  else if (state === 'failed') await tryNextWay(tx, doubt.id, 'numberUnreachable');
  tx.announce({ referralId: doubt.referral_id, conferenceId: doubt.conference_id, what: 'messages' });
}

/** The old row ends as failed with its reason; a new one, marked in its key, takes its place. The gate judges it as any other. */
async function resendOnce(tx: Tx, doubt: Doubt): Promise<void> {
  const [person] = await liveRecipients(tx, doubt.conference_id, { invitationId: doubt.invitation_id });
  const { policy } = await municipalRules(tx);
  const dueAt = person ? announcementDue(tx.now, doubt.not_after, policy, person.own) : null;
  if (!person || person.refusal !== null || person.consentId === null || dueAt === null) return leaveToPeople(tx, doubt);
  await tx.query(`UPDATE message SET state = 'failed', reason = 'outcomeUnknown', ended_at = $3, lease_until = NULL WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, doubt.id, tx.now]);
  await writeMessages(tx, [{
    referralId: doubt.referral_id, conferenceId: doubt.conference_id, memberId: doubt.member_id, invitationId: doubt.invitation_id, consentId: person.consentId, kind: doubt.kind, channel: doubt.channel,
    scheduleVersion: doubt.schedule_version, idempotencyKey: `${doubt.idempotency_key}${RESENT_MARK}`, dueAt, notAfter: doubt.not_after,
  }]);
}

/** Stays unknown, is asked about no more, and a person is told. A late receipt can still settle it. */
async function leaveToPeople(tx: Tx, doubt: Doubt): Promise<void> {
  await tx.query(`UPDATE message SET lease_until = NULL WHERE municipality_id = $1 AND id = $2`, [tx.municipalityId, doubt.id]);
  if (!doubt.member_removed) await askPeople(tx, [checkTask(doubt)]);
}

const checkTask = (doubt: Doubt): HumanTask => ({ kind: 'checkUnknown', referralId: doubt.referral_id, conferenceId: doubt.conference_id, memberId: doubt.member_id, messageId: doubt.id, reason: 'outcomeUnknown' });
