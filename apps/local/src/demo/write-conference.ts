import { hashToken, linkToken } from '@radslag/access';
import { Answer, AnswerNeed, AnswerTime, Attendance, Conference, Invitation, PhaseEvent, ProposedTime, Task, WorryRow, type Tx } from '@radslag/db';
import { SWEDISH_ZONE, addDays, instantOf, type DayEvent, type TimeAnswer } from '@radslag/domain';
import { cancelledMessages, inviteMessage, planConferenceMessages } from '@radslag/outreach';
import { sendUntil, startOf } from './past-messages';
import type { Seeding } from './seeding';
import type { AnswerStory, ConferenceStory, FamilyStory } from './story';
import type { Network, SeatedPerson } from './write-network';
import { writePlan } from './write-plan';

export type Told = { story: FamilyStory; referralId: string; network: Network; questionIds: readonly string[]; bottomLineIds: readonly string[] };
/** By given name: what somebody answered, if anything. */
type AnswerOf = (givenName: string) => AnswerStory | undefined;
type Answered = { conference: Conference; times: readonly ProposedTime[]; invitations: ReadonlyMap<string, Invitation>; answerOf: AnswerOf };
const MINUTE = 60_000;
/** As the product has it: a link outlives the last proposed day by this much. */
const LINK_DAYS = 60;

/** A conference from its first line to where it stands today, each step at its own moment. */
export async function writeConference(seeding: Seeding, told: Told, plot: ConferenceStory, answerOf: AnswerOf = (name) => told.network.get(name)?.story.answer): Promise<void> {
  const { calendar } = seeding;
  const mark = { entity: 'conference', referralId: told.referralId };
  const plannedAt = calendar.past(plot.planned, '09:20');
  const invitedAt = calendar.past(plot.invited, '10:00');
  let conference = await seeding.at(plannedAt).insert(Conference, {
    referralId: told.referralId, kind: 'first', state: plot.times.length === 0 ? 'planning' : 'polling', scheduleVersion: 1, startsLocal: null, endsLocal: null, zone: SWEDISH_ZONE, answerBy: plot.answerBy,
    venueName: plot.venue.name, venueAddress: plot.venue.address, venueDirections: plot.venue.directions, venueReleased: plot.set !== undefined, phase: 'notStarted',
    cancelledAt: null, cancelReason: null, createdAt: plannedAt, version: 1,
  });
  const entityId = conference.id;
  seeding.remember(plannedAt, 'conference.plan', { ...mark, entityId });
  if (plot.times.length === 0) return;
  seeding.remember(new Date(plannedAt.getTime() + 15 * MINUTE), 'times.propose', { ...mark, entityId });
  const times = await seeding.at(plannedAt).insertMany(ProposedTime, plot.times.map((range) => ({ conferenceId: conference.id, ...range, polled: true, withdrawnAt: null })));

  const phone = seeding.staffOf(told.story.coordinator!).phone;
  const unreachable = new Set([...told.network.values()].filter(({ story }) => story.unreachable).map(({ member }) => member.id));
  const send = (until: Date) => sendUntil(seeding, conference, until, { unreachable, phone });

  const invitations = await invite(seeding, conference, times, told.network, invitedAt);
  seeding.remember(invitedAt, 'invitation.send', { ...mark, entityId });
  await writeAnswers(seeding, told, { conference, times, invitations, answerOf });
  await send(plot.set ? calendar.past(plot.set.on, '14:28') : calendar.now);
  if (plot.set === undefined && plot.cancelled === undefined) await askAboutLost(seeding, told, conference, unreachable);

  if (plot.set) {
    const setAt = calendar.past(plot.set.on, '14:28');
    const { startsLocal, endsLocal } = times[plot.set.time - 1]!;
    conference = await change(seeding.at(setAt), conference, { state: 'confirmed', startsLocal, endsLocal, scheduleVersion: conference.scheduleVersion + 1 });
    await planConferenceMessages(seeding.at(setAt), conference.id, 'timeSet');
    seeding.remember(setAt, 'conference.confirm', { ...mark, entityId });
    await send(calendar.now);
  }
  if (plot.cancelled) {
    const cancelledAt = calendar.past(plot.cancelled.on, '15:10');
    await send(cancelledAt);
    conference = await change(seeding.at(cancelledAt), conference, { state: 'cancelled', cancelledAt, cancelReason: plot.cancelled.reason, scheduleVersion: conference.scheduleVersion + 1 });
    await cancelledMessages(seeding.at(cancelledAt), conference.id);
    seeding.remember(cancelledAt, 'conference.cancel', { ...mark, entityId });
  }
  if (plot.held) conference = await holdDay(seeding, told, conference, plot.held);
  if (plot.plan) await writePlan(seeding, told, conference, plot.plan, () => send(calendar.now));
  await send(calendar.now);
  if (plot.set || plot.cancelled) await finishCalls(seeding, told, conference);
}

async function change(tx: Tx, conference: Conference, values: Partial<Conference>): Promise<Conference> {
  await tx.update(Conference, conference.id, values, conference.version);
  return { ...conference, ...values, version: conference.version + 1 };
}

async function invite(seeding: Seeding, conference: Conference, times: readonly ProposedTime[], network: Network, at: Date): Promise<Map<string, Invitation>> {
  const tx = seeding.at(at);
  const lastDay = times.map((time) => time.endsLocal.slice(0, 10)).sort().at(-1)!;
  const expiresAt = instantOf({ local: `${addDays(lastDay, LINK_DAYS + 1)}T00:00`, zone: conference.zone });
  const invitations = new Map<string, Invitation>();
  for (const { story, member, contactConsentId } of network.values()) {
    if (contactConsentId === null || story.invited === false) continue;
    const id = tx.newId();
    const bySms = !member.protected && !member.noSms && member.channel === 'sms' && member.phone !== null;
    const invitation = await tx.insert(Invitation, {
      id, conferenceId: conference.id, memberId: member.id, consentId: contactConsentId, state: bySms ? 'sent' : 'notSent', rotation: 0, tokenHash: hashToken(linkToken(seeding.links.linkKey, id, 0)),
      expiresAt, revokedAt: null, secondStep: member.birthYear === null ? 'none' : 'birthYear', codeHash: null, codeIssuedAt: null, failedSteps: 0, wrongYears: 0, wrongCodes: 0, lockedUntil: null, language: member.language,
      draft: null, sentAt: bySms ? at : null, answeredAt: null, createdAt: at,
    });
    await inviteMessage(tx, { conference, invitation, member });
    invitations.set(member.id, invitation);
  }
  return invitations;
}

async function writeAnswers(seeding: Seeding, told: Told, { conference, times, invitations, answerOf }: Answered): Promise<void> {
  for (const [index, { member }] of [...told.network.values()].entries()) {
    const answer = answerOf(member.givenName);
    if (!answer) continue;
    const invitation = invitations.get(member.id);
    if (!invitation) throw new Error(`${told.story.number}: ${member.givenName} answers without an invitation.`);
    await writeAnswer(seeding, told, { conference, times, invitation, answer, minute: 7 + ((index * 13) % 50) });
  }
}

type Answering = { conference: Conference; times: readonly ProposedTime[]; invitation: Invitation; answer: AnswerStory; minute: number };
const VALUES: Readonly<Record<string, TimeAnswer>> = { y: 'yes', '?': 'ifNeedBe', n: 'no' };

async function writeAnswer(seeding: Seeding, told: Told, { conference, times, invitation, answer, minute }: Answering): Promise<void> {
  const at = seeding.calendar.past(answer.on, answer.at ?? `18:${String(minute).padStart(2, '0')}`);
  const tx = seeding.at(at);
  const coordinatorId = seeding.staffId(told.story.coordinator!);
  const source = answer.source ?? 'web';
  const { memberId } = invitation;
  const row = await tx.insert(Answer, {
    invitationId: invitation.id, conferenceId: conference.id, memberId, at, source, recordedBy: source === 'web' ? null : coordinatorId, coming: answer.coming,
    mode: answer.coming === 'no' ? null : (answer.mode ?? 'inPerson'), noTimeFits: answer.noTimeFits ?? false, usualTimes: answer.usualTimes ?? null,
    spokesperson: answer.spokesperson ?? null, note: answer.note ?? null, worry: answer.worry ?? (source === 'web' ? 'no' : 'notAsked'),
  });
  // As the product has it: a no to coming, or to all of them, is a no to each time that was asked about.
  const letters = answer.coming === 'no' || answer.noTimeFits ? 'n'.repeat(times.length) : (answer.times ?? 'y'.repeat(times.length));
  if (letters.length !== times.length) throw new Error(`${told.story.number}: an answer about ${letters.length} of ${times.length} times.`);
  await tx.insertMany(AnswerTime, [...letters].map((letter, index) => ({ answerId: row.id, proposedTimeId: times[index]!.id, value: VALUES[letter]! })));
  await tx.insertMany(AnswerNeed, (answer.needs ?? []).map(([need, detail]) => ({ answerId: row.id, need, detail: detail || null })));
  await tx.update(Invitation, invitation.id, { state: 'answered', answeredAt: at });
  await tx.query(`UPDATE message SET state = 'cancelled', reason = 'answered', ended_at = $3 WHERE municipality_id = $1 AND invitation_id = $2 AND kind = 'answerReminder' AND state = 'planned' AND due_at > $3`, [tx.municipalityId, invitation.id, at]);
  // Whoever answered by phone has been called.
  await tx.query(`UPDATE task SET done_at = $4, done_by = $5 WHERE municipality_id = $1 AND conference_id = $2 AND member_id = $3 AND done_at IS NULL`, [tx.municipalityId, conference.id, memberId, at, coordinatorId]);
  if (answer.worry === 'callMe' || answer.worry === 'doNotCall') await tx.insert(WorryRow, { referralId: told.referralId, conferenceId: conference.id, memberId, said: answer.worry, toldAt: at, answeredAt: null, answeredBy: null, measure: null, note: null });
  if (answer.worry === 'callMe' || answer.worry === 'doNotCall') await ask(tx, conference, { kind: 'worried', reason: answer.worry, memberId, assignedTo: coordinatorId, urgent: true });
  if (answer.noTimeFits) await ask(tx, conference, { kind: 'callMember', reason: 'noTimeFits', memberId, assignedTo: coordinatorId, urgent: false });
  else if (answer.coming === 'maybe') await ask(tx, conference, { kind: 'callMember', reason: 'maybe', memberId, assignedTo: coordinatorId, urgent: false });
  seeding.remember(at, source === 'web' ? 'answer.give' : 'answer.record', { entity: 'invitation', entityId: invitation.id, referralId: told.referralId });
}

type Errand = Pick<Task, 'kind' | 'reason' | 'memberId' | 'assignedTo' | 'urgent'>;
function ask(tx: Tx, conference: Conference, errand: Errand): Promise<Task> {
  return tx.insert(Task, { ...errand, referralId: conference.referralId, conferenceId: conference.id, messageId: null, createdAt: tx.now, dueAt: null, doneAt: null, doneBy: null });
}

/** A dead number is the coordinator's to solve. */
async function askAboutLost(seeding: Seeding, told: Told, conference: Conference, unreachable: ReadonlySet<string>): Promise<void> {
  const tx = seeding.at(seeding.calendar.past(-1, '10:02'));
  for (const memberId of unreachable) await ask(tx, conference, { kind: 'findOtherWay', reason: 'numberUnreachable', memberId, assignedTo: seeding.staffId(told.story.coordinator!), urgent: false });
}

/** The calls of a time that was set long ago have been made. */
async function finishCalls(seeding: Seeding, told: Told, conference: Conference): Promise<void> {
  await seeding.tx.query(`UPDATE task SET done_at = LEAST(created_at + interval '26 hours', $4), done_by = $3 WHERE municipality_id = $1 AND conference_id = $2 AND done_at IS NULL AND kind <> 'needsHelp'`, [
    seeding.tx.municipalityId, conference.id, seeding.staffId(told.story.coordinator!), seeding.calendar.now,
  ]);
}

async function holdDay(seeding: Seeding, told: Told, conference: Conference, held: NonNullable<ConferenceStory['held']>): Promise<Conference> {
  const start = startOf(conference);
  const after = (minutes: number) => new Date(start.getTime() + minutes * MINUTE);
  const recordedBy = seeding.staffId(told.story.coordinator!);
  const { information, privateTime, presentation, askedForHelpAfter } = held;
  const end = after(information + privateTime + presentation);
  const events: [DayEvent, Date][] = [
    ['startInformation', start],
    ['startPrivateTime', after(information)],
    ...(askedForHelpAfter === undefined ? [] : [['askForHelp', after(information + askedForHelpAfter)] as [DayEvent, Date]]),
    ['endPrivateTime', after(information + privateTime)],
    ['endDay', end],
  ];
  const there = [...told.network.values()].filter(isThere);
  await seeding.at(end).insertMany(Attendance, there.map(({ story, member }, index) => ({
    conferenceId: conference.id, memberId: member.id, recordedBy, arrivedAt: typeof story.came === 'string' ? instantOf({ local: `${conference.startsLocal!.slice(0, 10)}T${story.came}`, zone: conference.zone }) : after(((index * 5) % 25) - 25),
    leftAt: story.professional ? after(information) : end,
  })));
  for (const [kind, at] of events) {
    await seeding.at(at).insert(PhaseEvent, { conferenceId: conference.id, kind, at, recordedBy });
    seeding.remember(at, `day.${kind}`, { entity: 'conference', entityId: conference.id, referralId: told.referralId });
  }
  return change(seeding.at(end), conference, { state: 'held', phase: 'ended' });
}

/** Said to come and came; who takes part by letter or phone is not in the room. */
const isThere = ({ story }: SeatedPerson): boolean =>
  story.came !== false && (story.came !== undefined || (story.answer?.coming === 'yes' && ['inPerson', 'partly'].includes(story.answer.mode ?? 'inPerson')));
