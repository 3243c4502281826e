import type { NextStepCode, Role } from '@radslag/domain';

type Place = { path: readonly string[]; by: Role | null };

/** Where the one next step is done and whose it is; the button shows for them only. */
export const NEXT_PLACE: Readonly<Record<NextStepCode, Place>> = {
  completeReferral: { path: ['uppdrag'], by: 'socialWorker' },
  decideReferral: { path: ['uppdrag'], by: 'manager' },
  allocateCoordinator: { path: ['uppdrag'], by: 'manager' },
  answerAssignment: { path: ['uppdrag'], by: 'coordinator' },
  recordConsents: { path: ['samtycke'], by: 'coordinator' },
  buildNetwork: { path: ['natverk'], by: 'coordinator' },
  agreeNetwork: { path: ['natverk'], by: 'coordinator' },
  proposeTimes: { path: ['inbjudan', 'tider'], by: 'coordinator' },
  sendInvitations: { path: ['inbjudan', 'inbjudningar'], by: 'coordinator' },
  reachUndelivered: { path: ['inbjudan', 'utskick'], by: 'coordinator' },
  chaseAnswers: { path: ['inbjudan', 'tider'], by: 'coordinator' },
  chooseTime: { path: ['inbjudan', 'tider'], by: 'coordinator' },
  prepareMembers: { path: ['forberedelse'], by: 'coordinator' },
  awaitConference: { path: ['inbjudan', 'utskick'], by: null },
  runDay: { path: ['dagen'], by: 'coordinator' },
  replanConference: { path: ['inbjudan', 'tider'], by: 'coordinator' },
  recordPlan: { path: ['plan'], by: 'coordinator' },
  presentPlan: { path: ['plan'], by: 'coordinator' },
  decidePlan: { path: ['plan'], by: 'socialWorker' },
  revisePlan: { path: ['plan'], by: 'coordinator' },
  handleRefusal: { path: ['plan'], by: 'manager' },
  followUpActions: { path: ['plan'], by: 'coordinator' },
  awaitFollowUp: { path: ['plan'], by: null },
  closeCase: { path: ['plan'], by: 'coordinator' },
  none: { path: ['plan'], by: null },
};
