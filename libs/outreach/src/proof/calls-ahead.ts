import type { Tx } from '@radslag/db';
import type { OutreachPolicy } from '@radslag/domain';
import type { Foreseen } from './foresee';

export type CallAhead = { id: string; memberId: string; at: Date; because: string };

const DAY_MS = 86_400_000;

/** What a person will have to do if nothing changes: the end of the ladder, and what the gate will refuse to send. */
export async function callsAhead(tx: Tx, conferenceId: string, policy: OutreachPolicy, foreseen: readonly Foreseen[]): Promise<CallAhead[]> {
  const refused = foreseen.flatMap((one): CallAhead[] => (one.goes || !one.someoneMustCall ? [] : [{ id: one.row.id, memberId: one.row.member_id, at: one.at, because: one.reason }]));
  const open = await tx.query<{ member_id: string }>(
    `SELECT member_id FROM task WHERE municipality_id = $1 AND conference_id = $2 AND kind = 'callMember' AND done_at IS NULL AND member_id IS NOT NULL`,
    [tx.municipalityId, conferenceId],
  );
  return once([...refused, ...(await endsOfLadders(tx, conferenceId, policy, foreseen))], new Set(open.map((task) => task.member_id)));
}

/** A call that is asked for already is not asked for again, whatever the reason. */
function once(calls: readonly CallAhead[], asked: Set<string>): CallAhead[] {
  return [...calls]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .filter(({ memberId }) => {
      const first = !asked.has(memberId);
      asked.add(memberId);
      return first;
    });
}

async function endsOfLadders(tx: Tx, conferenceId: string, policy: OutreachPolicy, foreseen: readonly Foreseen[]): Promise<CallAhead[]> {
  if (policy.callAfterDays === null) return [];
  const silent = await tx.query<{ id: string; member_id: string; sent_at: Date | null }>(
    `SELECT i.id, i.member_id, i.sent_at FROM invitation i
     JOIN conference c ON c.municipality_id = i.municipality_id AND c.id = i.conference_id AND c.state = 'polling'
     JOIN network_member nm ON nm.municipality_id = i.municipality_id AND nm.id = i.member_id AND nm.removed_at IS NULL AND NOT nm.protected
     WHERE i.municipality_id = $1 AND i.conference_id = $2 AND i.state IN ('notSent', 'sent') AND i.revoked_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM task t WHERE t.municipality_id = i.municipality_id AND t.conference_id = i.conference_id AND t.member_id = i.member_id AND t.reason = 'notAnswered')`,
    [tx.municipalityId, conferenceId],
  );
  const after = policy.callAfterDays * DAY_MS;
  return silent.flatMap(({ id, member_id, sent_at }): CallAhead[] => {
    const asked = sent_at ?? foreseen.find((one) => one.goes && one.row.kind === 'invitation' && one.row.invitation_id === id)?.at;
    return asked === undefined ? [] : [{ id, memberId: member_id, at: new Date(Math.max(asked.getTime() + after, tx.now.getTime())), because: 'notAnswered' }];
  });
}
