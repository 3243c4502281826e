import type { PrivateTime, StaffAccess } from '@radslag/access';
import type { CaseView } from '@radslag/contracts';
import type { BottomLine, FamilyQuestion, FocalPerson, OfferedResource, Referral } from '@radslag/db';
import { ageOn, allowedEvents, CLOCK_KEYS, dateOf, health, REFERRAL, referralBlockers, SWEDISH_ZONE, type CaseFacts, type ClockKey, type ReferralEvent, type Role } from '@radslag/domain';
import type { ListedCase } from './case-summary';

export type CaseParts = {
  referral: Referral;
  listed: ListedCase;
  focalPersons: readonly FocalPerson[];
  questions: readonly FamilyQuestion[];
  bottomLines: readonly BottomLine[];
  resources: readonly OfferedResource[];
  planId: string | null;
  privateTime: PrivateTime | null;
  recentEvents: CaseView['recentEvents'];
};

export function toCaseView(staff: StaffAccess, now: Date, parts: CaseParts): CaseView {
  const { referral, listed, focalPersons, questions, bottomLines, resources } = parts;
  const today = dateOf(now, SWEDISH_ZONE);
  const state = health(listed.facts, today);
  const item = ({ id, text }: { id: string; text: string }) => ({ id, text });
  const content: CaseView['content'] = {
    focalPersons: focalPersons.map((person) => ({
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate,
      // The referrer writes it and is the only one who needs it.
      personalNumber: staff.role === 'socialWorker' ? person.personalNumber : null,
      protected: person.protected,
    })),
    situation: referral.situation ?? '',
    worries: referral.worries ?? '',
    strengths: referral.strengths ?? '',
    goals: referral.goals ?? '',
    questions: questions.map(item),
    bottomLines: bottomLines.map(item),
    noBottomLines: referral.noBottomLines,
    resources: resources.map(item),
    languages: referral.languages,
    holdBy: referral.holdBy,
  };
  return {
    ...listed.summary,
    version: referral.version,
    focalPersons: focalPersons.map((person) => ({
      id: person.id,
      givenName: person.givenName,
      familyName: person.familyName,
      birthDate: person.birthDate,
      age: person.birthDate === null ? null : ageOn(person.birthDate, today),
      protected: person.protected,
    })),
    content,
    conferenceId: listed.facts.conference?.id ?? null,
    conferencePhase: listed.facts.conference?.phase ?? null,
    privateTime: parts.privateTime,
    planId: parts.planId,
    returnReason: referral.returnReason,
    submittedAt: instantText(referral.submittedAt),
    acceptedAt: instantText(referral.acceptedAt),
    allocatedAt: instantText(referral.allocatedAt),
    conflictDeclaredAt: instantText(referral.conflictDeclaredAt),
    health: { state: state.status, reason: state.reason },
    deadlines: deadlinesOf(listed.facts),
    allowed: allowedFor(staff.role, listed.facts),
    blockers: referral.state === 'draft' ? referralBlockers(content) : [],
    recentEvents: parts.recentEvents,
  };
}

const instantText = (at: Date | null): string | null => at?.toISOString() ?? null;

/** Whose move each event is. The table says what the state allows; this says who may press the button. */
const MOVERS: Readonly<Record<ReferralEvent, readonly Role[]>> = {
  submit: ['socialWorker'],
  return: ['manager'],
  accept: ['manager'],
  allocate: ['manager'],
  activate: ['coordinator'],
  recuse: ['coordinator'],
  close: ['manager', 'socialWorker'],
};

function allowedFor(role: Role, { referral, conference }: CaseFacts): string[] {
  // People have been asked or told a time: the conference is held or cancelled first.
  const unfinished = ['polling', 'confirmed', 'inProgress'].includes(conference?.state ?? '');
  const events = allowedEvents(REFERRAL, referral.state).filter((event) => MOVERS[event].includes(role) && !(event === 'close' && unfinished));
  return referral.state === 'draft' && role === 'socialWorker' ? ['save', ...events] : events;
}

const DONE: Readonly<Record<ClockKey, (facts: CaseFacts) => boolean>> = {
  acknowledge: ({ referral }) => !['draft', 'submitted'].includes(referral.state),
  coordinator: ({ referral }) => ['active', 'closed'].includes(referral.state),
  firstContact: ({ network }) => network.contacted + network.prepared > 0,
  conference: ({ conference }) => conference?.state === 'held',
  planDecision: ({ plan }) => plan?.decidedOn != null,
  check: ({ plan, referral }) => referral.state === 'closed' || (plan !== null && plan.actions > 0 && plan.actionsOpen === 0),
  review: ({ referral }) => referral.state === 'closed',
};

/** None of these is set by law: Sweden has no limit for the conference itself. A municipality's own clocks, all of them. */
function deadlinesOf(facts: CaseFacts): CaseView['deadlines'] {
  return CLOCK_KEYS.flatMap((code) => {
    const due = facts.deadlines[code];
    return due === null ? [] : [{ code, due, done: DONE[code](facts), fromLaw: false }];
  });
}
