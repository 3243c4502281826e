/**
 * What the audit log can say that somebody has done: a closed list, so that no screen meets one that it has no words for. Written
 * rows keep their code for ever, so a code may fall out of use but is never given another meaning.
 */
export const ACTS = [
  'case.read', 'case.list',
  'today.read',
  'network.read',
  'matrix.read',
  'outreach.read',
  'plan.read', 'plan.start', 'plan.present', 'plan.decide', 'plan.revise', 'plan.export', 'plan.release', 'plan.withdraw',
  'conference.read', 'conference.preview', 'conference.plan', 'conference.confirm', 'conference.move', 'conference.cancel',
  'day.read', 'day.startInformation', 'day.startPrivateTime', 'day.askForHelp', 'day.endPrivateTime', 'day.endDay',
  'offer.list', 'offer.log', 'offer.accept', 'offer.decline',
  'audit.read', 'audit.extract', 'audit.break', 'audit.accept-restored', 'audit.accept-repaired', 'audit.accept-investigated',
  'session.begin', 'session.end', 'session.refused',
  'access.denied',
  'referral.start', 'referral.save', 'referral.submit', 'referral.return', 'referral.accept', 'referral.allocate', 'referral.activate', 'referral.recuse', 'referral.close',
  'member.add', 'member.change', 'member.remove', 'member.agree', 'member.contact', 'member.prepare',
  'tie.add', 'tie.remove', 'pair.decide', 'pair.revoke', 'pair.acknowledge',
  'consent.record', 'consent.withdraw',
  'times.propose',
  'venue.set',
  'invitation.send', 'invitation.revoke', 'invitation.wrong-person', 'invitation.right-person-after-all', 'invitation.list',
  'link.rotate', 'link.together', 'link.open', 'link.step', 'link.paused', 'link.wrong-step', 'link.asked-again',
  'code.issue',
  'answer.give', 'answer.record', 'answer.together', 'answer.sms',
  'message.cancel', 'message.opt-out',
  'messages.send',
  'proof.read', 'proof.export',
  'text.draft', 'text.approve', 'text.override', 'text.withdraw',
  'rules.change', 'rules.plan-anew',
  'familyText.correct', 'familyText.restore', 'familyText.review', 'familyText.logo',
  'inbound.feedback',
  'digest.send',
  'attendance.arrived', 'attendance.left', 'attendance.undo', 'attendance.stays',
  'action.add', 'action.change', 'action.order', 'action.strike', 'action.report', 'action.markDone', 'action.markPartly', 'action.markNotDone', 'action.drop', 'action.reopen',
  'worry.answer',
  'task.add', 'task.finish', 'task.reopen',
  'operator.credentials', 'operator.on', 'operator.off', 'operator.weight', 'operator.address', 'operator.address-read', 'operator.address-end', 'operator.refused',
  'letter.sent', 'letter.write',
  'call.read', 'call.noAnswer', 'call.spoke',
  'sending.release',
  'reply.claim-for', 'reply.claim', 'reply.handle', 'reply.read', 'reply.reopen',
  'inbox.read',
] as const;
export type Act = (typeof ACTS)[number];

/** Those that open pages on which the people of a case stand: what counts as having opened the data of each of them. */
export const OPENS_A_NETWORK = [
  'case.read', 'network.read', 'matrix.read', 'outreach.read', 'conference.read', 'conference.preview', 'day.read', 'plan.read', 'plan.export', 'proof.read', 'proof.export', 'inbox.read',
] as const satisfies readonly Act[];
