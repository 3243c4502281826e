import { Injectable } from '@nestjs/common';
import { asStaff, banOf, namesOfStaff, openConference, pairsOfCase, type StaffAccess } from '@radslag/access';
import type { MatrixView } from '@radslag/contracts';
import { Database, Invitation, NetworkMember, type Conference, type Tx } from '@radslag/db';
import { isExpected } from '@radslag/domain';
import { verdictsAhead } from '@radslag/outreach';
import { IsNull } from 'typeorm';
import { standingTimes, toConferenceView } from './conference-view';
import { contactOf } from './contact';
import { toInvitationView } from './invitation-view';
import { latestAnswers, saidOfTimes, standingAnswers, toAnswerView, type StoredAnswer } from './latest-answers';
import { rankMatrix } from './matrix-ranking';
import { personLabel } from './person-label';
import { openWorries } from './worries';

/** People as rows, times as columns. A fixed number of queries, whoever is in the network. */
@Injectable()
export class ReadMatrix {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string): Promise<MatrixView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference, referral } = await openConference(tx, staff, conferenceId, { action: 'matrix.read' });
      const times = await standingTimes(tx, conferenceId);
      const members = await tx.find(NetworkMember, { referralId: referral.id, removedAt: IsNull() }, { order: { createdAt: 'ASC', id: 'ASC' } });
      const invitations = new Map((await tx.find(Invitation, { conferenceId })).map((invitation) => [invitation.memberId, invitation]));
      const answers = await latestAnswers(tx, conferenceId);
      const standing = await standingAnswers(tx, conferenceId);
      const said = await saidOfTimes(tx, conferenceId);
      const contacts = await contactOf(tx, members);
      const pairs = await pairsOfCase(tx, referral.id);
      const messages = await lastAskings(tx, conference);
      const reader = {
        coordinator: staff.role === 'coordinator',
        recorderNames: await namesOfStaff(tx, [...answers.values()].map((stored) => stored.answer.recordedBy)),
      };
      const rows = [...members].sort((a, b) => Number(b.mustAttend) - Number(a.mustAttend));
      const isInvited = (memberId: string) => {
        const invitation = invitations.get(memberId);
        return invitation !== undefined && invitation.state !== 'revoked';
      };
      const comingOf = (memberId: string) => standing.get(memberId)?.coming ?? null;
      const people = rows.map((member) => {
        const invitation = invitations.get(member.id);
        const answer = answers.get(member.id);
        return {
          memberId: member.id,
          ...personLabel(member),
          professional: member.professional,
          protected: member.protected,
          mustAttend: member.mustAttend,
          invitation: invitation ? toInvitationView(staff, invitation, contacts.get(member.id)) : null,
          contactRefusal: banOf(pairs, conferenceId, member.id)?.reason ?? contacts.get(member.id)!.refusal,
          answer: answer ? toAnswerView(answer, reader) : null,
          said: (said.get(member.id) ?? []).map(({ timeId, value, at }) => ({ timeId, value, at: at.toISOString() })),
          coming: comingOf(member.id),
          lastMessage: messages.get(member.id) ?? null,
          needsInterpreter: needsInterpreter(member, answer),
        };
      });
      const ranking = rankMatrix(
        times,
        rows.map((member) => ({
          memberId: member.id,
          mustAttend: member.mustAttend,
          counts: isExpected({ mustAttend: member.mustAttend, invited: isInvited(member.id) }),
        })),
        said,
        pairs.pairs,
      );
      const invited = rows.filter((member) => isInvited(member.id));
      return {
        conference: toConferenceView(staff, conference, times),
        people,
        ranking,
        answered: invited.filter((member) => comingOf(member.id) !== null).length,
        invited: invited.length,
        heldBy: reader.coordinator ? await openWorries(tx, referral.id) : [],
      };
    });
  }
}

/** The latest answer says it, or else what the preparation found out. */
function needsInterpreter(member: NetworkMember, stored: StoredAnswer | undefined): boolean {
  if (stored?.needs.some((need) => need.need === 'interpreter')) return true;
  const known = member.needs === null ? [] : (JSON.parse(member.needs) as { need: string }[]);
  return known.some((need) => need.need === 'interpreter');
}

type LastMessage = NonNullable<MatrixView['people'][number]['lastMessage']>;

/** What became of the latest question, time or link to each; of one that has not left the gate is asked. */
async function lastAskings(tx: Tx, conference: Conference): Promise<Map<string, LastMessage>> {
  const rows = await tx.query<{ id: string; member_id: string; state: string; reason: string | null; at: Date | null }>(
    `SELECT DISTINCT ON (member_id) id, member_id, state, reason, COALESCE(delivered_at, accepted_at, ended_at, due_at) AS at
     FROM message WHERE municipality_id = $1 AND conference_id = $2 AND kind IN ('invitation', 'newLink', 'timeSet', 'timeMoved')
       AND NOT (state = 'cancelled' AND reason IN ('answered', 'moved', 'versionSuperseded'))
     ORDER BY member_id, created_at DESC, id DESC`,
    [tx.municipalityId, conference.id],
  );
  const foreseen = rows.some((row) => UNSENT.includes(row.state)) ? await verdictsAhead(tx, conference.referralId) : new Map<string, never>();
  return new Map(rows.map((row) => {
    const ahead = foreseen.get(row.id);
    if (ahead !== undefined) return [row.member_id, { state: ahead.stopped === null ? row.state : 'willNotBeSent', reason: ahead.stopped, at: ahead.at.toISOString() }];
    return [row.member_id, { state: row.state, reason: row.reason, at: row.at?.toISOString() ?? null }];
  }));
}
const UNSENT: readonly string[] = ['planned', 'held', 'queued'];
