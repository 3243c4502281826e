import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { asStaff, banOf, openMember, pairsOfCase, type StaffAccess } from '@radslag/access';
import { NeedItem, type CallScript } from '@radslag/contracts';
import { Conference, Database, Invitation, NetworkMember, Task, type Tx } from '@radslag/db';
import { channelsOf, FAMILY_LANGUAGES, otherOf } from '@radslag/domain';
import { contactRefusals, reachOfMembers } from '@radslag/outreach';
import { NotFound } from '@radslag/platform';
import * as z from 'zod';
import { standingTimes } from '../planning/conference-view';
import { personLabel } from '../planning/person-label';
import { latestAnswers, standingAnswers, toAnswerView } from '../planning/latest-answers';

/** What to know before calling somebody. The reading is logged as one of their number. */
@Injectable()
export class ReadCall {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, memberId: string): Promise<CallScript> {
    return asStaff(this.db, staff, async (tx) => {
      const { member } = await openMember(tx, staff, memberId, { action: 'call.read' });
      return callScript(tx, member);
    });
  }
}

/** Tasks that a call is the answer to. */
export const ABOUT_CALLING = ['callMember', 'findOtherWay', 'checkUnknown'];

export async function callScript(tx: Tx, member: NetworkMember): Promise<CallScript> {
  if (member.removedAt !== null) throw new NotFound('network_member');
  const goBetween = member.delegateId === null ? null : await tx.findOne(NetworkMember, { id: member.delegateId, removedAt: IsNull() });
  const tasks = await tx.find(Task, { memberId: member.id, kind: In(ABOUT_CALLING), doneAt: IsNull() }, { order: { createdAt: 'ASC', id: 'ASC' } });
  const tries = await triesOf(tx, member.id);
  const own = member.hoursFrom === null || member.hoursTo === null ? null : { from: member.hoursFrom, to: member.hoursTo };
  const refusal = (await contactRefusals(tx, [member.id], 'phone')).get(member.id) ?? null;
  const called = refusal === null || refusal === 'outsideHours';
  const needs = member.needs === null ? [] : z.array(NeedItem).parse(JSON.parse(member.needs));
  return {
    memberId: member.id,
    name: `${member.givenName} ${member.familyName}`,
    refusal,
    // Whoever has a go-between is never called on their own number: that may be why they have one.
    phone: !called ? null : member.delegateId === null ? member.phone : (goBetween?.phone ?? null),
    goBetween: goBetween === null ? null : `${goBetween.givenName} ${goBetween.familyName}`,
    sharedPhone: member.sharedPhone, alias: member.alias, agreedWord: member.agreedWord, voicemailAllowed: member.voicemailAllowed,
    language: FAMILY_LANGUAGES.find((known) => known === member.language) ?? 'sv', interpreter: needs.some(({ need }) => need === 'interpreter'),
    hours: own, goodTime: refusal === null || refusal === 'noNumber', notBefore: refusal === 'embargoed' ? member.notBefore : null,
    ...(await pairsInCall(tx, member)),
    reasons: [...new Set(tasks.flatMap((task) => task.reason ?? []))],
    tries: tries.count, lastTryAt: tries.last?.toISOString() ?? null,
    channels: channelsOf((await reachOfMembers(tx, [member.id])).get(member.id)!),
    conference: await aboutConference(tx, member.id),
  };
}

/** A protected person is a relation here as everywhere. */
async function pairsInCall(tx: Tx, member: NetworkMember): Promise<Pick<CallScript, 'keptFrom' | 'banUndecided'>> {
  const own = await pairsOfCase(tx, member.referralId);
  const theirs = own.pairs.flatMap((pair) => {
    const otherId = otherOf(pair, member.id);
    return otherId === undefined ? [] : [{ pair, otherId }];
  });
  const names = new Map((await tx.find(NetworkMember, { id: In(theirs.flatMap(({ otherId }) => otherId ?? [])) })).map((one) => [one.id, personLabel(one).shortName]));
  const conferences = [...own.invited].filter(([, people]) => people.has(member.id)).map(([id]) => id);
  return {
    keptFrom: theirs.map(({ pair, otherId }) => ({ name: otherId === null ? null : (names.get(otherId) ?? ''), kind: pair.kind, until: pair.until, decided: pair.measure !== null })),
    banUndecided: [null, ...conferences].some((id) => banOf(own, id, member.id) !== null),
  };
}

/** The log knows the calls that nobody answered since they were last spoken to. */
async function triesOf(tx: Tx, memberId: string): Promise<{ count: number; last: Date | null }> {
  const [row] = await tx.query<{ count: number; last: Date | null }>(
    `SELECT count(*)::integer AS count, max(at) AS last FROM audit_entry WHERE municipality_id = $1 AND entity_id = $2 AND action = 'call.noAnswer'
       AND at > coalesce((SELECT max(s.at) FROM audit_entry s WHERE s.municipality_id = $1 AND s.entity_id = $2 AND s.action = 'call.spoke'), '-infinity')`,
    [tx.municipalityId, memberId],
  );
  return row!;
}

async function aboutConference(tx: Tx, memberId: string): Promise<CallScript['conference']> {
  const [invitation] = await tx.find(Invitation, { memberId }, { order: { createdAt: 'DESC', id: 'DESC' } });
  if (!invitation) return null;
  const conference = await tx.get(Conference, invitation.conferenceId);
  const stored = (await latestAnswers(tx, conference.id)).get(memberId);
  // An answer to another time is history: whoever calls asks about the one that is set.
  const isOver = conference.startsLocal !== null && (await standingAnswers(tx, conference.id)).get(memberId)?.answerId !== stored?.answer.id;
  const mayAnswer = invitation.state !== 'revoked' && (conference.state === 'polling' || conference.state === 'confirmed');
  return {
    id: conference.id, state: conference.state, startsLocal: conference.startsLocal, endsLocal: conference.endsLocal, answerBy: conference.answerBy,
    times: conference.state === 'polling' ? (await standingTimes(tx, conference.id)).map(({ id, startsLocal, endsLocal, polled }) => ({ id, startsLocal, endsLocal, polled })) : [],
    answer: stored === undefined || isOver ? null : toAnswerView(stored, { coordinator: true, recorderNames: new Map() }),
    mayAnswer,
  };
}
