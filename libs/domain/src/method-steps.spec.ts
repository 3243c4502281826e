import { DEFAULT_CLOCKS, deadlinesFor } from './clocks';
import { METHOD_STEPS, currentStep, health, methodSteps, nextStep } from './method-steps';
import type { CaseFacts } from './method-steps';
import { ROLES } from './vocabulary';

const TODAY = '2026-11-26';

/** A case as it is the day its referral was accepted and its coordinator said yes; each spec changes what it is about. */
const aCase = (over: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: 'case-1',
  referral: { state: 'active', submittedOn: '2026-11-03', acceptedOn: '2026-11-04', allocatedOn: '2026-11-04', activatedOn: '2026-11-04', closedOn: null },
  pausedOn: null,
  consent: { needed: 2, given: 2, completedOn: '2026-11-10' },
  network: { suggested: 0, agreed: 4, contacted: 0, prepared: 9, withoutContact: 0, completedOn: null },
  conference: null,
  invitations: { toSend: 0, unanswered: 0, answered: 0, mustUnanswered: 0, undelivered: 0 },
  plan: null,
  deadlines: deadlinesFor({ submittedOn: '2026-11-03', heldOn: null }, DEFAULT_CLOCKS),
  ...over,
});
const aConference = (over: Partial<NonNullable<CaseFacts['conference']>> = {}): NonNullable<CaseFacts['conference']> => ({
  id: 'conf-1', state: 'polling', phase: 'notStarted', startsAt: null, heldOn: null, proposedTimes: 8, answerBy: '2026-11-27', ...over,
});
const aPlan = (over: Partial<NonNullable<CaseFacts['plan']>> = {}): NonNullable<CaseFacts['plan']> => ({
  state: 'draft', presentedOn: null, decidedOn: null, questions: 4, questionsAnswered: 4, actions: 8, actionsOpen: 8, actionsLate: 0, nextDueOn: null, ...over,
});
const referral = (state: CaseFacts['referral']['state']) => ({ ...aCase().referral, state });
const invited = { toSend: 0, unanswered: 3, answered: 10, mustUnanswered: 1, undelivered: 0 };
const held = aConference({ state: 'held', phase: 'ended', heldOn: '2026-11-26', startsAt: { local: '2026-11-26T16:00', zone: 'Europe/Stockholm' } });
const booked = aConference({ state: 'confirmed', startsAt: { local: '2026-12-10T16:30', zone: 'Europe/Stockholm' } });

describe('the spine of a case', () => {
  it('reads like the one on the wall: nine of thirteen talks, ten of thirteen answers, held at the latest 15 December', () => {
    const facts = aCase({ conference: aConference(), invitations: invited });
    expect(methodSteps(facts).map(({ key, shape, detail }) => [key, shape, detail.code, detail.params])).toEqual([
      ['referral', 'full', 'done', { on: '2026-11-04' }],
      ['consent', 'full', 'done', { on: '2026-11-10' }],
      ['network', 'full', 'people', { count: 13, suggested: 0 }],
      ['preparation', 'half', 'talks', { done: 9, of: 13 }],
      ['invitation', 'half', 'answers', { done: 10, of: 13 }],
      ['conference', 'none', 'latest', { on: '2026-12-15' }],
      ['plan', 'none', 'notStarted', {}],
    ]);
    expect(currentStep(facts)).toBe('preparation');
  });

  it('says that nobody is invited yet, not that none of nobody has answered', () => {
    const facts = aCase({ conference: aConference(), invitations: { ...invited, unanswered: 0, answered: 0 } });
    expect(methodSteps(facts).find((step) => step.key === 'invitation')).toMatchObject({ shape: 'half', detail: { code: 'notSent' } });
  });
  it('always has the seven steps in their order', () => {
    expect(methodSteps(aCase({ referral: referral('draft') })).map((step) => step.key)).toEqual([...METHOD_STEPS]);
  });
  it('stands at the first step while the referral is written, at the last when all is done', () => {
    expect(currentStep(aCase({ referral: referral('draft') }))).toBe('referral');
    const done = aCase({
      network: { ...aCase().network, agreed: 0, prepared: 13 }, conference: held, plan: aPlan({ state: 'accepted', actionsOpen: 0 }),
    });
    expect(methodSteps(done).every((step) => step.shape === 'full')).toBe(true);
    expect(currentStep(done)).toBe('plan');
  });
  it('shows half a consent when one of two has said yes', () => {
    const step = methodSteps(aCase({ consent: { needed: 2, given: 1, completedOn: null } }))[1];
    expect(step).toEqual({ key: 'consent', shape: 'half', detail: { code: 'consents', params: { done: 1, of: 2 } } });
  });
});

describe('the next step', () => {
  const next = (facts: CaseFacts, today = TODAY) => {
    const { code, by, params } = nextStep(facts, 'coordinator', today);
    return [code, by, params];
  };
  const none = { suggested: 0, agreed: 0, contacted: 0, prepared: 0, withoutContact: 0, completedOn: null };

  it.each([
    ['a draft is for the social worker to finish', aCase({ referral: referral('draft') }), ['completeReferral', 'socialWorker', {}]],
    ['a referral waits for the manager', aCase({ referral: referral('submitted') }), ['decideReferral', 'manager', {}]],
    ['an accepted one waits for a coordinator', aCase({ referral: referral('accepted') }), ['allocateCoordinator', 'manager', {}]],
    ['the coordinator answers for conflict of interest first', aCase({ referral: referral('allocated') }), ['answerAssignment', 'coordinator', {}]],
    ['consent comes before the network', aCase({ consent: { needed: 2, given: 1, completedOn: null }, network: none }), ['recordConsents', 'coordinator', { left: 1 }]],
    ['the network comes before dates', aCase({ network: none }), ['buildNetwork', 'coordinator', {}]],
    ['dates are proposed', aCase(), ['proposeTimes', 'coordinator', {}]],
    ['the focal person agrees to each before anyone is invited', aCase({ network: { ...aCase().network, suggested: 2 }, conference: aConference({ state: 'planning' }) }), ['agreeNetwork', 'coordinator', { left: 2 }]],
    ['invitations go out', aCase({ conference: aConference({ state: 'planning' }), invitations: { ...invited, toSend: 12 } }), ['sendInvitations', 'coordinator', { count: 12 }]],
    ['a message that did not arrive comes before waiting', aCase({ conference: aConference(), invitations: { ...invited, undelivered: 1 } }), ['reachUndelivered', 'coordinator', { count: 1 }]],
    ['answers are waited for', aCase({ conference: aConference(), invitations: invited }), ['chaseAnswers', 'coordinator', { left: 3, must: 1 }]],
    ['with every answer in, a time is chosen', aCase({ conference: aConference(), invitations: { ...invited, unanswered: 0, answered: 13 } }), ['chooseTime', 'coordinator', { answered: 13 }]],
    ['talks are held before the booked day', aCase({ conference: booked }), ['prepareMembers', 'coordinator', { left: 4 }]],
    ['all talks held, all wait for the day', aCase({ conference: booked, network: { ...none, prepared: 13 } }), ['awaitConference', null, { days: 14 }]],
    ['a cancelled day is planned again', aCase({ conference: aConference({ state: 'cancelled' }) }), ['replanConference', 'coordinator', {}]],
    ['the day is run', aCase({ conference: aConference({ state: 'inProgress', phase: 'privateTime' }) }), ['runDay', 'coordinator', {}]],
    ['the plan is written', aCase({ conference: held, plan: aPlan({ questionsAnswered: 3 }) }), ['recordPlan', 'coordinator', { left: 1 }]],
    ['a whole plan is presented', aCase({ conference: held, plan: aPlan() }), ['presentPlan', 'coordinator', { count: 8 }]],
    ['the social worker answers it', aCase({ conference: held, plan: aPlan({ state: 'presented' }) }), ['decidePlan', 'socialWorker', {}]],
    ['a plan sent back is revised', aCase({ conference: held, plan: aPlan({ state: 'revisionRequested' }) }), ['revisePlan', 'coordinator', {}]],
    ['a refusal goes to the manager', aCase({ conference: held, plan: aPlan({ state: 'refused' }) }), ['handleRefusal', 'manager', {}]],
    ['late promises are followed up', aCase({ conference: held, plan: aPlan({ state: 'accepted', actionsLate: 2 }) }), ['followUpActions', 'coordinator', { count: 2 }]],
    ['promises on time are left alone', aCase({ conference: held, plan: aPlan({ state: 'accepted' }) }), ['awaitFollowUp', null, { open: 8 }]],
    ['a plan that is done closes the case', aCase({ conference: held, plan: aPlan({ state: 'accepted', actionsOpen: 0 }) }), ['closeCase', 'coordinator', {}]],
    ['a closed case has none', aCase({ referral: referral('closed') }), ['none', null, {}]],
  ])('%s', (_rule, facts, expected) => {
    expect(next(facts)).toEqual(expected);
  });
  it('is to choose a time once the last day to answer has passed, whoever is silent', () => {
    const facts = aCase({ conference: aConference(), invitations: invited });
    expect(next(facts, '2026-11-27')[0]).toBe('chaseAnswers');
    expect(next(facts, '2026-11-28')[0]).toBe('chooseTime');
  });
  it('is the day itself when the day has come, prepared or not', () => {
    expect(next(aCase({ conference: booked }), '2026-12-10')[0]).toBe('runDay');
  });
  it('is the same for everyone, and mine only for the one whose move it is', () => {
    const facts = aCase({ conference: held, plan: aPlan({ state: 'presented' }) });
    const all = ROLES.map((role) => nextStep(facts, role, TODAY));
    expect(new Set(all.map((step) => step.code)).size).toBe(1);
    expect(ROLES.filter((_role, i) => all[i]?.mine)).toEqual(['socialWorker']);
  });
});

describe('health', () => {
  it('is on track while every deadline is ahead, on its last day too', () => {
    expect(health(aCase(), '2026-12-15')).toEqual({ status: 'onTrack', reason: null });
  });
  it('is late the day after, with the deadline and the days', () => {
    expect(health(aCase(), '2026-12-17')).toEqual({ status: 'late', reason: { code: 'conference', params: { on: '2026-12-15', days: 2 } } });
  });
  it('names the first thing that is late: a referral nobody has answered', () => {
    expect(health(aCase({ referral: referral('submitted') }), TODAY).reason?.code).toBe('acknowledge');
  });
  it('sees a plan without an answer after five working days, but not one that has been answered', () => {
    const deadlines = deadlinesFor({ submittedOn: '2026-11-03', heldOn: '2026-11-18' });
    const facts = aCase({ conference: held, plan: aPlan({ state: 'presented' }), deadlines });
    expect(health(facts, TODAY)).toEqual({ status: 'late', reason: { code: 'planDecision', params: { on: '2026-11-25', days: 1 } } });
    expect(health({ ...facts, plan: aPlan({ state: 'accepted' }) }, TODAY).status).toBe('onTrack');
  });
  it('is late with promises that are late', () => {
    expect(health(aCase({ conference: held, plan: aPlan({ state: 'accepted', actionsLate: 2 }) }), TODAY).reason).toEqual({ code: 'actions', params: { count: 2 } });
  });
  it('is not on track through a cancellation, however far off the deadlines are, until there is another conference', () => {
    const cancelled = { ...held, state: 'cancelled' as const, heldOn: null };
    expect(health(aCase({ conference: cancelled }), TODAY)).toEqual({ status: 'stopped', reason: { code: 'cancelled', params: {} } });
    expect(health(aCase({ conference: { ...cancelled, state: 'planning' } }), TODAY).status).toBe('onTrack');
    // A deadline that is broken says more.
    expect(health(aCase({ conference: cancelled }), '2026-12-17').reason?.code).toBe('conference');
  });
  it('is late when the family should have met again', () => {
    const deadlines = { ...deadlinesFor({ submittedOn: '2026-11-03', heldOn: '2026-11-18' }), review: '2027-02-16' };
    const facts = aCase({ conference: held, plan: aPlan({ state: 'accepted' }), deadlines });
    expect(health(facts, '2027-02-16').status).toBe('onTrack');
    expect(health(facts, '2027-02-18')).toEqual({ status: 'late', reason: { code: 'review', params: { on: '2027-02-16', days: 2 } } });
  });
  it('is paused when paused, however late: a stopped clock cannot be late', () => {
    expect(health(aCase({ pausedOn: '2026-11-20' }), '2027-03-01').status).toBe('paused');
  });
  it('is never late when closed', () => {
    expect(health(aCase({ referral: referral('closed') }), '2027-03-01').status).toBe('onTrack');
  });
});
