import type { Deadlines } from './clocks';
import { dateOfWall, daysBetween } from './time';
import type { CalendarDate, WallTime } from './time';
import type { ConferenceState, DayPhase, PlanState, ReferralState } from './states';
import type { Role } from './vocabulary';

/** The seven steps that staff see as the spine of a case, from a plain set of facts: shape, next step and health. */
export const METHOD_STEPS = ['referral', 'consent', 'network', 'preparation', 'invitation', 'conference', 'plan'] as const;
export type MethodStepKey = (typeof METHOD_STEPS)[number];
export type StepShape = 'none' | 'half' | 'full';
export type Params = Readonly<Record<string, string | number>>;

/** Everything the spine needs to know about one case. Counts and dates only: nothing personal. */
export type CaseFacts = {
  caseId: string;
  referral: {
    state: ReferralState;
    submittedOn: CalendarDate | null;
    acceptedOn: CalendarDate | null;
    allocatedOn: CalendarDate | null;
    activatedOn: CalendarDate | null;
    closedOn: CalendarDate | null;
  };
  /** Clocks stand still, with a reason on file. */
  pausedOn: CalendarDate | null;
  /** Consents to take part that the case needs (focal persons of age and guardians), and how many of them hold. */
  consent: { needed: number; given: number; completedOn: CalendarDate | null };
  /** People of the network who are not removed, by how far they have come; `withoutContact` lack consent to be contacted. */
  network: { suggested: number; agreed: number; contacted: number; prepared: number; withoutContact: number; completedOn: CalendarDate | null };
  /** The conference under way, or the last one held. */
  conference: {
    id: string;
    state: ConferenceState;
    phase: DayPhase;
    startsAt: WallTime | null;
    heldOn: CalendarDate | null;
    proposedTimes: number;
    answerBy: CalendarDate | null;
  } | null;
  /** `unanswered`: invited, by link or by a call, and not yet answered; `mustUnanswered`: those of them who must attend; `undelivered`: last message did not arrive. */
  invitations: { toSend: number; unanswered: number; answered: number; mustUnanswered: number; undelivered: number };
  plan: {
    state: PlanState;
    presentedOn: CalendarDate | null;
    decidedOn: CalendarDate | null;
    questions: number;
    questionsAnswered: number;
    actions: number;
    actionsOpen: number;
    actionsLate: number;
    nextDueOn: CalendarDate | null;
  } | null;
  deadlines: Deadlines;
};

export type StepDetailCode =
  | 'notStarted' | 'draft' | 'submitted' | 'accepted' | 'allocated' | 'done'
  | 'consents' | 'people' | 'talks' | 'noTimes' | 'answers' | 'notSent' | 'dayBooked' | 'latest' | 'today' | 'running' | 'held' | 'cancelled'
  | 'planDraft' | 'planPresented' | 'planRevision' | 'planRefused' | 'actions' | 'closed';
export type MethodStep = { key: MethodStepKey; shape: StepShape; detail: { code: StepDetailCode; params: Params } };

/** All seven, in order. Free order of work: a later step may be under way before an earlier one is done. */
export function methodSteps(facts: CaseFacts): MethodStep[] {
  return METHOD_STEPS.map((key) => ({ key, ...STEP[key](facts) }));
}

type StepBody = Omit<MethodStep, 'key'>;
function step(shape: StepShape, code: StepDetailCode, params: Params = {}): StepBody {
  return { shape, detail: { code, params } };
}
function doneOn(date: CalendarDate | null): StepBody {
  return step('full', 'done', date === null ? {} : { on: date });
}

const STEP: Readonly<Record<MethodStepKey, (facts: CaseFacts) => StepBody>> = {
  referral: ({ referral }) => {
    if (referral.state === 'draft') return step('half', 'draft');
    if (referral.state === 'submitted') return step('half', 'submitted', dated(referral.submittedOn));
    if (referral.state === 'accepted') return step('half', 'accepted', dated(referral.acceptedOn));
    if (referral.state === 'allocated') return step('half', 'allocated', dated(referral.allocatedOn));
    return doneOn(referral.activatedOn);
  },
  consent: ({ consent }) => {
    if (consent.needed > 0 && consent.given >= consent.needed) return doneOn(consent.completedOn);
    return step(consent.given > 0 ? 'half' : 'none', consent.given > 0 ? 'consents' : 'notStarted', { done: consent.given, of: consent.needed });
  },
  network: (facts) => {
    const people = networkSize(facts);
    if (people === 0) return step('none', 'notStarted');
    return step(facts.network.suggested === 0 ? 'full' : 'half', 'people', { count: people, suggested: facts.network.suggested });
  },
  preparation: (facts) => {
    const { prepared, contacted } = facts.network;
    const people = networkSize(facts);
    if (people > 0 && prepared === people) return step('full', 'talks', { done: prepared, of: people });
    return prepared + contacted === 0 ? step('none', 'notStarted') : step('half', 'talks', { done: prepared, of: people });
  },
  invitation: (facts) => {
    const { conference, invitations } = facts;
    if (conference === null || (conference.state === 'planning' && conference.proposedTimes === 0)) return step('none', 'noTimes');
    if (conference.state === 'cancelled') return step('none', 'cancelled');
    if (conference.state === 'planning') return step('half', 'notSent', { times: conference.proposedTimes });
    if (conference.state === 'polling') {
      // "0 av 0 svar" would say nothing.
      if (invitations.unanswered + invitations.answered === 0) return step('half', 'notSent', { times: conference.proposedTimes });
      return step('half', 'answers', { done: invitations.answered, of: invitations.unanswered + invitations.answered });
    }
    return step('full', 'dayBooked', conference.startsAt === null ? {} : { on: dateOfWall(conference.startsAt) });
  },
  conference: ({ conference, deadlines }) => {
    if (conference?.state === 'held') return step('full', 'held', dated(conference.heldOn));
    if (conference?.state === 'inProgress') return step('half', 'running', { phase: conference.phase });
    if (conference?.state === 'confirmed' && conference.startsAt !== null) {
      return step('none', 'dayBooked', { on: dateOfWall(conference.startsAt), at: conference.startsAt.local.slice(11) });
    }
    return deadlines.conference === null ? step('none', 'notStarted') : step('none', 'latest', { on: deadlines.conference });
  },
  plan: ({ plan, referral }) => {
    if (plan === null) return step('none', 'notStarted');
    if (plan.state === 'draft') return plan.actions === 0 ? step('none', 'notStarted') : step('half', 'planDraft', { done: plan.questionsAnswered, of: plan.questions });
    if (plan.state === 'presented') return step('half', 'planPresented', dated(plan.presentedOn));
    if (plan.state === 'revisionRequested') return step('half', 'planRevision');
    if (plan.state === 'refused') return step('half', 'planRefused', dated(plan.decidedOn));
    if (referral.state === 'closed') return step('full', 'closed', dated(referral.closedOn));
    const done = plan.actions - plan.actionsOpen;
    return step(plan.actionsOpen === 0 ? 'full' : 'half', 'actions', { done, of: plan.actions });
  },
};

function dated(on: CalendarDate | null): Params {
  return on === null ? {} : { on };
}
/** Who is counted, wherever people of a network are: those around the focal persons, who stand in the middle themselves. */
export const isCounted = (member: { focalPersonId: string | null }): boolean => member.focalPersonId === null;

/** Everyone who is counted, however far they have come. */
export function networkSize({ network }: CaseFacts): number {
  return network.suggested + network.agreed + network.contacted + network.prepared;
}

/** The first step that is not done; the last one when all are. */
export function currentStep(facts: CaseFacts): MethodStepKey {
  return methodSteps(facts).find((one) => one.shape !== 'full')?.key ?? 'plan';
}

export type NextStepCode =
  | 'completeReferral' | 'decideReferral' | 'allocateCoordinator' | 'answerAssignment' | 'recordConsents' | 'buildNetwork' | 'agreeNetwork'
  | 'proposeTimes' | 'sendInvitations' | 'reachUndelivered' | 'chaseAnswers' | 'chooseTime' | 'prepareMembers' | 'awaitConference' | 'runDay'
  | 'replanConference' | 'recordPlan' | 'presentPlan' | 'decidePlan' | 'revisePlan' | 'handleRefusal' | 'followUpActions' | 'awaitFollowUp' | 'closeCase' | 'none';
export type NextStep = {
  code: NextStepCode;
  step: MethodStepKey;
  /** Whose move it is; null when all wait. */
  by: Role | null;
  /** True when it is the asking role's own move. */
  mine: boolean;
  due: CalendarDate | null;
  params: Params;
};

/** The one thing that moves the case, for everyone the same; `mine` says whether it is yours. */
export function nextStep(facts: CaseFacts, role: Role, today: CalendarDate): NextStep {
  const move = nextMove(facts, today);
  return { ...move, mine: move.by === role };
}

type Move = Omit<NextStep, 'mine'>;
function move(code: NextStepCode, step: MethodStepKey, by: Role | null, due: CalendarDate | null = null, params: Params = {}): Move {
  return { code, step, by, due, params };
}

function nextMove(facts: CaseFacts, today: CalendarDate): Move {
  const { referral, deadlines } = facts;
  switch (referral.state) {
    case 'draft':
      return move('completeReferral', 'referral', 'socialWorker');
    case 'submitted':
      return move('decideReferral', 'referral', 'manager', deadlines.acknowledge);
    case 'accepted':
      return move('allocateCoordinator', 'referral', 'manager', deadlines.coordinator);
    case 'allocated':
      return move('answerAssignment', 'referral', 'coordinator', deadlines.coordinator);
    case 'closed':
      return move('none', 'plan', null);
    case 'active':
      return planMove(facts, today) ?? beforeTheDay(facts, today);
  }
}

/** From the day itself onwards; null while the conference is still ahead. */
function planMove(facts: CaseFacts, today: CalendarDate): Move | null {
  const { conference, plan, deadlines } = facts;
  if (conference?.state === 'inProgress') return move('runDay', 'conference', 'coordinator', today);
  if (conference?.state !== 'held') return null;
  switch (plan?.state ?? 'draft') {
    case 'draft': {
      const left = plan === null ? 0 : plan.questions - plan.questionsAnswered;
      return plan === null || plan.actions === 0 || left > 0
        ? move('recordPlan', 'plan', 'coordinator', conference.heldOn, { left })
        : move('presentPlan', 'plan', 'coordinator', conference.heldOn, { count: plan.actions });
    }
    case 'presented':
      return move('decidePlan', 'plan', 'socialWorker', deadlines.planDecision);
    case 'revisionRequested':
      return move('revisePlan', 'plan', 'coordinator', deadlines.planDecision);
    case 'refused':
      return move('handleRefusal', 'plan', 'manager');
    case 'accepted':
    case 'acceptedWithConditions':
      return followUpMove(facts);
  }
}

function followUpMove({ plan, deadlines }: CaseFacts): Move {
  if (plan === null || plan.actionsOpen === 0) return move('closeCase', 'plan', 'coordinator', deadlines.review);
  return plan.actionsLate > 0
    ? move('followUpActions', 'plan', 'coordinator', plan.nextDueOn, { count: plan.actionsLate })
    : move('awaitFollowUp', 'plan', null, plan.nextDueOn ?? deadlines.check, { open: plan.actionsOpen });
}

function beforeTheDay(facts: CaseFacts, today: CalendarDate): Move {
  const { consent, network, conference, invitations, deadlines } = facts;
  const people = networkSize(facts);
  if (consent.given < consent.needed) {
    return move('recordConsents', 'consent', 'coordinator', deadlines.firstContact, { left: consent.needed - consent.given });
  }
  if (people === 0) return move('buildNetwork', 'network', 'coordinator', deadlines.firstContact);
  if (conference === null) return move('proposeTimes', 'invitation', 'coordinator', deadlines.conference);
  const unprepared = people - network.prepared;
  switch (conference.state) {
    case 'cancelled':
      return move('replanConference', 'invitation', 'coordinator', deadlines.conference);
    case 'planning':
      if (conference.proposedTimes === 0) return move('proposeTimes', 'invitation', 'coordinator', deadlines.conference);
      if (network.suggested > 0) return move('agreeNetwork', 'network', 'coordinator', deadlines.firstContact, { left: network.suggested });
      return move('sendInvitations', 'invitation', 'coordinator', deadlines.conference, { count: invitations.toSend });
    case 'polling': {
      const left = invitations.unanswered;
      const closed = conference.answerBy !== null && conference.answerBy < today;
      if (left === 0 || closed) return move('chooseTime', 'invitation', 'coordinator', conference.answerBy, { answered: invitations.answered });
      if (invitations.undelivered > 0) return move('reachUndelivered', 'invitation', 'coordinator', conference.answerBy, { count: invitations.undelivered });
      return move('chaseAnswers', 'invitation', 'coordinator', conference.answerBy, { left, must: invitations.mustUnanswered });
    }
    default: {
      const on = conference.startsAt === null ? null : dateOfWall(conference.startsAt);
      if (on !== null && on <= today) return move('runDay', 'conference', 'coordinator', on);
      return unprepared > 0
        ? move('prepareMembers', 'preparation', 'coordinator', on, { left: unprepared })
        : move('awaitConference', 'conference', null, on, on === null ? {} : { days: daysBetween(today, on) });
    }
  }
}

/** By when the family meets again; null: not yet decided on a plan, or the next conference is under way already. */
export function reviewDue({ referral, conference, plan, deadlines }: CaseFacts): CalendarDate | null {
  const decided = plan?.state === 'accepted' || plan?.state === 'acceptedWithConditions';
  return referral.state === 'active' && conference?.state === 'held' && decided ? deadlines.review : null;
}

export type Health = {
  /** `stopped`: the conference was cancelled and there is no other. */
  status: 'onTrack' | 'late' | 'paused' | 'stopped';
  reason: { code: 'cancelled' | 'review' | 'pausedSince' | 'acknowledge' | 'coordinator' | 'firstContact' | 'conference' | 'planDecision' | 'check' | 'actions'; params: Params } | null;
};

/**
 * One word for a case: paused beats late, since a paused clock cannot be late. The first broken deadline is the reason; a case whose
 * conference is cancelled is not on track, however far off its deadlines are.
 */
export function health(facts: CaseFacts, today: CalendarDate): Health {
  if (facts.referral.state === 'closed') return { status: 'onTrack', reason: null };
  if (facts.pausedOn !== null) return { status: 'paused', reason: { code: 'pausedSince', params: { on: facts.pausedOn } } };
  const { referral, deadlines, conference, plan } = facts;
  const held = conference?.state === 'held';
  const decided = plan !== null && plan.state !== 'draft' && plan.state !== 'presented' && plan.state !== 'revisionRequested';
  const waiting: readonly (readonly ['acknowledge' | 'coordinator' | 'firstContact' | 'conference' | 'planDecision', boolean])[] = [
    ['acknowledge', referral.state === 'submitted'],
    ['coordinator', ['submitted', 'accepted', 'allocated'].includes(referral.state)],
    ['firstContact', !held && networkSize(facts) === 0],
    ['conference', referral.state !== 'draft' && !held],
    ['planDecision', held && !decided],
  ];
  for (const [key, stillOpen] of waiting) {
    const due = deadlines[key];
    if (stillOpen && due !== null && due < today) return { status: 'late', reason: { code: key, params: { on: due, days: daysBetween(due, today) } } };
  }
  if (plan !== null && plan.actionsLate > 0) return { status: 'late', reason: { code: 'actions', params: { count: plan.actionsLate } } };
  const review = reviewDue(facts);
  if (review !== null && review < today) return { status: 'late', reason: { code: 'review', params: { on: review, days: daysBetween(review, today) } } };
  if (conference?.state === 'cancelled') return { status: 'stopped', reason: { code: 'cancelled', params: {} } };
  return { status: 'onTrack', reason: null };
}
