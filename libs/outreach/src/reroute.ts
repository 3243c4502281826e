import type { Tx } from '@radslag/db';
import { sentBy, usableChannels, type Channel, type MessageKind, type MessageReason } from '@radslag/domain';
import { askPeople, type HumanTask } from './human-tasks';
import { REACH_COLUMNS, reachOf, WILLING_GO_BETWEEN, type ReachRow } from './recipients';
import { supersede } from './supersede';

type Row = ReachRow & { referral_id: string; protected: boolean };
export type Rerouted = { /** Messages that now go by another channel. */ moved: number; /** Messages that no channel is left for. */ stopped: number };

/**
 * How somebody is reached has changed: what is planned for them follows, in the caller's transaction. Where no machine can
 * write to them any more their messages stop, and a person is asked to reach them instead, once for each conference.
 */
export async function rerouteMember(tx: Tx, memberId: string): Promise<Rerouted> {
  const [row] = await tx.query<Row>(
    `SELECT nm.referral_id, nm.protected, ${REACH_COLUMNS}
     FROM network_member nm JOIN municipality mu ON mu.id = nm.municipality_id ${WILLING_GO_BETWEEN}
     WHERE nm.municipality_id = $1 AND nm.id = $2 AND nm.removed_at IS NULL`,
    [tx.municipalityId, memberId],
  );
  if (!row || row.protected) return { moved: 0, stopped: 0 };
  const reach = reachOf(row);
  const by = sentBy(reach);
  if (by !== null) {
    const [row] = await tx.query<{ moved: number }>(
      `WITH moved AS (UPDATE message SET channel = $3 WHERE municipality_id = $1 AND member_id = $2 AND state IN ('planned', 'held', 'queued') AND channel <> $3 RETURNING id)
       SELECT count(*)::integer AS moved FROM moved`,
      [tx.municipalityId, memberId, by],
    );
    return { moved: row!.moved, stopped: 0 };
  }
  const waiting = await tx.query<{ conference_id: string; kind: MessageKind }>(
    `SELECT DISTINCT ON (conference_id) conference_id, kind FROM message WHERE municipality_id = $1 AND member_id = $2 AND state IN ('planned', 'held', 'queued') ORDER BY conference_id, due_at`,
    [tx.municipalityId, memberId],
  );
  const reason = closedBecause(row);
  const { stopped } = await supersede(tx, { memberId }, reason);
  const next = usableChannels(reach)[0];
  await askPeople(tx, waiting.map(({ conference_id, kind }): HumanTask => ({
    ...taskFor(next), referralId: row.referral_id, conferenceId: conference_id, memberId, about: kind, reason: next === 'letter' ? kind : reason,
  })));
  return { moved: 0, stopped };
}

/** Waits for whoever is rewriting what is planned for somebody, before the caller holds a lock that they need. */
export async function holdPlanned(tx: Tx, memberId: string): Promise<void> {
  await tx.query(`SELECT id FROM message WHERE municipality_id = $1 AND member_id = $2 AND state IN ('planned', 'held', 'queued') ORDER BY id FOR UPDATE`, [tx.municipalityId, memberId]);
}

/** The work that a channel which no machine sends by is for a person. */
export const taskFor = (channel: Channel | undefined): Pick<HumanTask, 'kind'> => ({ kind: channel === 'letter' ? 'sendLetter' : channel === undefined ? 'findOtherWay' : 'callMember' });

function closedBecause({ channel, other_channels, no_sms, has_phone, has_email }: Row): MessageReason {
  if (channel === 'email' && !has_email) return 'noEmail';
  const wantsTexts = channel === 'sms' || (channel !== 'letter' && channel !== 'phone' && other_channels.includes('sms'));
  return wantsTexts && !no_sms && !has_phone ? 'noNumber' : 'noSms';
}
