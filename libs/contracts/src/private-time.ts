import type { AnyRoute } from './route';

/**
 * Promise 6: while a family has its own time, nobody writes content in its case. `content` is answered 423 then. What passes says
 * why it is no content; `unless` names the field of the body that makes it so. A write that is not named here is content, and a
 * spec holds this list against every route.
 */
export type PrivateTimeRule = 'content' | { passes: string; unless?: string };

const NO_CASE = 'It is about no case.';
const BEFORE_A_CASE = 'There is no case yet, or none that has come to a day.';
const STOPS = 'It only stops something, and holds no words: a no never waits.';
const OTHERS = 'It comes from outside: what the family sends in is never lost.';
const READS = 'It writes nothing.';
const LINK = 'A way in for somebody who asks for it; it says nothing.';
const WHO_WORKS = 'Who works with the case may have to change at any time.';

export const PRIVATE_TIME: Readonly<Record<string, PrivateTimeRule>> = {
  // The day itself.
  recordPhase: { passes: 'Start, end and calls for help are what remains.' },
  checkIn: { passes: 'Who came or left.' },
  // The case.
  saveReferral: 'content',
  submitReferral: 'content',
  returnReferral: 'content',
  acceptReferral: 'content',
  closeReferral: 'content',
  allocateCoordinator: { passes: WHO_WORKS },
  declareConflict: { passes: WHO_WORKS },
  // The network.
  addMember: 'content',
  changeMember: 'content',
  moveMember: 'content',
  removeMember: 'content',
  recordConsent: 'content',
  withdrawConsent: { passes: STOPS },
  answerWorry: 'content',
  addTie: 'content',
  removeTie: 'content',
  decidePair: 'content',
  revokePair: { passes: STOPS },
  // Finding the time, and inviting.
  planConference: 'content',
  proposeTimes: 'content',
  setVenue: 'content',
  sendInvitations: 'content',
  recordAnswer: 'content',
  fillInTogether: 'content',
  confirmTime: 'content',
  moveConference: 'content',
  cancelConference: 'content',
  previewInvitations: { passes: READS },
  revokeInvitation: { passes: STOPS },
  cancelMessage: { passes: STOPS },
  rotateLink: { passes: LINK },
  issueCode: { passes: LINK },
  // Reaching people, and what they write.
  recordCall: { passes: 'That a call was made, and whether they answered.', unless: 'note' },
  letterSent: { passes: 'That a letter is in the post.' },
  claimInboxItem: { passes: 'Whose it is: a cry for help must not lie in nobody’s queue.' },
  handleInboxItem: { passes: 'That it has been read.', unless: 'note' },
  reopenInboxItem: { passes: 'That it has not been read after all.' },
  finishTask: { passes: 'That something has been done.' },
  reopenTask: { passes: 'That something has not been done after all.' },
  answerForBreak: { passes: 'Why the chain of the log does not hold there: nothing of any case.' },
  // The plan.
  startPlan: 'content',
  addAction: 'content',
  changeAction: 'content',
  orderActions: 'content',
  strikeAction: 'content',
  presentPlan: 'content',
  decidePlan: 'content',
  revisePlan: 'content',
  settleAction: 'content',
  releasePlan: 'content',
  withdrawPlan: { passes: STOPS },
  // About no case.
  logOffer: { passes: BEFORE_A_CASE },
  answerOffer: { passes: BEFORE_A_CASE },
  startReferral: { passes: BEFORE_A_CASE },
  signIn: { passes: NO_CASE },
  signOut: { passes: NO_CASE },
  setLanguage: { passes: NO_CASE },
  correctFamilyText: { passes: NO_CASE },
  reviewFamilyTexts: { passes: NO_CASE },
  setLogo: { passes: NO_CASE },
  saveOperator: { passes: NO_CASE },
  changeReplyAddress: { passes: NO_CASE },
  draftText: { passes: NO_CASE },
  approveText: { passes: NO_CASE },
  withdrawText: { passes: NO_CASE },
  changeRules: { passes: NO_CASE },
  planAnew: { passes: 'When messages go, by the rules of the municipality; nothing of a case is written.' },
  deliveryReceipt: { passes: OTHERS },
  deliveryReceiptBefore: { passes: OTHERS },
  twilioReceipt: { passes: OTHERS },
  twilioReceiptBefore: { passes: OTHERS },
  inboundSms: { passes: OTHERS },
  inboundSmsBefore: { passes: OTHERS },
  twilioInbound: { passes: OTHERS },
  twilioInboundBefore: { passes: OTHERS },
};

/** Whether this call would write content in a case. */
export function writesContent(route: Pick<AnyRoute, 'name' | 'method'>, body: unknown): boolean {
  if (route.method === 'GET') return false;
  const rule = PRIVATE_TIME[route.name] ?? 'content';
  if (rule === 'content') return true;
  const word = rule.unless === undefined ? undefined : (body as Readonly<Record<string, unknown>> | undefined)?.[rule.unless];
  return typeof word === 'string' && word.trim() !== '';
}
