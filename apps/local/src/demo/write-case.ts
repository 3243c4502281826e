import { BottomLine, FamilyQuestion, FocalPerson, OfferedResource, Offer, Referral } from '@radslag/db';
import type { ReferralState } from '@radslag/domain';
import { supersede } from '@radslag/outreach';
import type { Seeding } from './seeding';
import { familyNameOf, givenNameOf, type FamilyStory, type OfferStory } from './story';
import { writeConference } from './write-conference';
import { writeNetwork } from './write-network';

/** A case as its story has it: the offer, the referral, the network, the conference, the plan. */
export async function writeCase(seeding: Seeding, story: FamilyStory): Promise<void> {
  const { calendar } = seeding;
  const { steps } = story;
  const socialWorkerId = seeding.staffId(story.socialWorker);
  const at = {
    started: calendar.past(steps.started, '09:20'),
    submitted: pastOrNull(seeding, steps.submitted, '09:50'),
    accepted: pastOrNull(seeding, steps.accepted, '13:15'),
    allocated: pastOrNull(seeding, steps.allocated, '14:05'),
    declared: pastOrNull(seeding, steps.declared, '15:30'),
    closed: pastOrNull(seeding, steps.closed?.on, '16:05'),
  };
  const tx = seeding.at(at.started);
  const offer = await tx.insert(Offer, {
    state: 'accepted', about: story.focal.map(({ name }) => initialsOf(name)).join(' och '), offeredBy: socialWorkerId, offeredOn: calendar.workday(steps.offered), answeredOn: calendar.workday(Math.min(steps.offered + 2, steps.started)),
    declineReason: null, referralId: null,
  });
  const referral = await tx.insert(Referral, {
    reference: referenceOf(calendar.workday(steps.started), story.number), offerId: offer.id, state: stateOf(story), socialWorkerId, coordinatorId: story.coordinator === undefined ? null : seeding.staffId(story.coordinator),
    situation: story.situation, worries: story.worries ?? '', strengths: story.strengths ?? '', goals: story.goals ?? '', noBottomLines: false, languages: [...story.languages], returnReason: null,
    submittedAt: at.submitted, acceptedAt: at.accepted, allocatedAt: at.allocated, conflictDeclaredAt: at.declared, closedAt: at.closed, closingReason: steps.closed?.reason ?? null,
    holdBy: story.holdBy ?? null, createdAt: at.started, updatedAt: at.closed ?? at.declared ?? at.allocated ?? at.accepted ?? at.submitted ?? at.started, version: 1 + Object.values(steps).length,
  });
  await tx.update(Offer, offer.id, { referralId: referral.id });
  const numbered = <T extends object>(list: readonly T[]) => list.map((values, position) => ({ ...values, position, referralId: referral.id }));
  const texts = (list: readonly string[]) => numbered(list.map((text) => ({ text })));
  const focal = await tx.insertMany(FocalPerson, numbered(story.focal.map(({ name, birthDate, personalNumber, protected: hidden }) => ({
    givenName: givenNameOf(name), familyName: familyNameOf(name), birthDate, personalNumber: personalNumber ?? null, protected: hidden ?? false,
  }))));
  const questions = await tx.insertMany(FamilyQuestion, texts(story.questions));
  const bottomLines = await tx.insertMany(BottomLine, texts(story.bottomLines));
  await tx.insertMany(OfferedResource, texts(story.resources));

  const mark = { entity: 'referral', entityId: referral.id, referralId: referral.id };
  seeding.remember(at.started, 'referral.start', mark);
  for (const [moment, action] of [[at.submitted, 'submit'], [at.accepted, 'accept'], [at.allocated, 'allocate'], [at.declared, 'activate'], [at.closed, 'close']] as const) {
    if (moment !== null) seeding.remember(moment, `referral.${action}`, mark);
  }

  if (at.declared === null) return;
  const network = await writeNetwork(seeding, story, referral.id, focal);
  const told = { story, referralId: referral.id, network, questionIds: questions.map((question) => question.id), bottomLineIds: bottomLines.map((line) => line.id) };
  const { calledOff } = story;
  if (calledOff) await writeConference(seeding, told, calledOff, (name) => calledOff.answers[name]);
  if (story.conference) await writeConference(seeding, told, story.conference);
  if (at.closed !== null) await stopMessages(seeding, referral.id, at.closed);
}

export async function writeOffer(seeding: Seeding, { about, by, on, answered, reason }: OfferStory): Promise<void> {
  const { calendar } = seeding;
  const offer = await seeding.at(calendar.past(on, '11:20')).insert(Offer, {
    state: reason === undefined ? 'offered' : 'declined', about: reason === undefined ? (about ?? null) : null, offeredBy: seeding.staffId(by), offeredOn: calendar.workday(on),
    answeredOn: answered === undefined ? null : calendar.workday(answered), declineReason: reason ?? null, referralId: null,
  });
  seeding.remember(calendar.past(on, '11:20'), 'offer.log', { entity: 'offer', entityId: offer.id });
  if (answered !== undefined) seeding.remember(calendar.past(answered, '13:00'), 'offer.decline', { entity: 'offer', entityId: offer.id });
}

export const referenceOf = (startedOn: string, number: number): string => `${startedOn.slice(0, 4)}-${String(number).padStart(3, '0')}`;
const initialsOf = (name: string): string => `${givenNameOf(name)[0]}.${familyNameOf(name)[0]}.`;
const pastOrNull = (seeding: Seeding, day: number | undefined, clock: string): Date | null => (day === undefined ? null : seeding.calendar.past(day, clock));

function stateOf({ steps }: FamilyStory): ReferralState {
  if (steps.closed) return 'closed';
  if (steps.declared !== undefined) return 'active';
  if (steps.allocated !== undefined) return 'allocated';
  if (steps.accepted !== undefined) return 'accepted';
  return steps.submitted === undefined ? 'draft' : 'submitted';
}

async function stopMessages(seeding: Seeding, referralId: string, at: Date): Promise<void> {
  const conferences = await seeding.tx.query<{ id: string }>('SELECT id FROM conference WHERE municipality_id = $1 AND referral_id = $2', [seeding.tx.municipalityId, referralId]);
  for (const { id } of conferences) await supersede(seeding.at(at), { conferenceId: id }, 'actionClosed');
}
