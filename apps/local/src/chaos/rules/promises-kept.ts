import type { Evidence } from '../evidence';
import type { History } from '../history';
import type { Violation } from '../judge';
import type { Change } from '../script';

/** I1, I7: what was acknowledged is there, with the messages that belong to it. */
export function promisesKept(evidence: Evidence, history: History): Violation[] {
  return [...acknowledged(evidence, history), ...intended(evidence, history)];
}

function acknowledged({ played, world }: Evidence, history: History): Violation[] {
  const found: Violation[] = [];
  for (const { step, came } of played) {
    const change = step.do === 'race' ? step.change : (step as Change);
    if (!came.startsWith('done') || !('at' in change)) continue;
    if (!isThere(change, history, world)) found.push({ rule: 'I7', what: `"${JSON.stringify(change)}" was acknowledged and is not there` });
  }
  return found;
}

function isThere(change: Change, history: History, world: Evidence['world']): boolean {
  const person = 'person' in change ? world[change.at]!.people[change.person]! : undefined;
  const ofPerson = history.all('network_member').filter((moment) => moment.id === person?.memberId);
  const invitations = history.all('invitation').filter((moment) => moment.facts.member === person?.memberId);
  switch (change.do) {
    case 'confirm':
      return history.all('conference').some((moment) => moment.facts.state === 'confirmed');
    case 'move':
      return history.all('conference').some((moment) => moment.facts.startsLocal === change.startsLocal);
    case 'cancel':
      return history.all('conference').some((moment) => moment.facts.state === 'cancelled');
    case 'remove':
      return ofPerson.at(-1)?.facts.removed === true;
    case 'protect':
      return ofPerson.at(-1)?.facts.protected === true;
    case 'stop':
      return ofPerson.some((moment) => moment.facts.noSms);
    case 'noSms':
      return ofPerson.some((moment) => moment.facts.noSms === change.on);
    case 'goBetween':
      return ofPerson.some((moment) => (moment.facts.goBetween !== null) === change.on);
    case 'renumber':
      return ofPerson.some((moment) => world[change.at]!.numbers[moment.facts.number ?? ''] === (change.spare ? person!.spare : person!.phone));
    case 'share':
      // Whoever had no number could share none, and was told so.
      return history.all('network_member').some((moment) => moment.id === world[change.at]!.people[change.with]!.memberId && ofPerson.some((own) => own.facts.number !== null && own.facts.number === moment.facts.number));
    case 'hours':
      return ofPerson.some((moment) => moment.facts.hoursFrom === (change.hours?.from ?? null));
    case 'say':
      // Each reply is looked for by itself (replies.ts).
      return true;
    case 'withdraw':
      return history.all('consent').some((moment) => moment.id === person?.consentId && moment.facts.withdrawn);
    case 'revoke':
      return invitations.some((moment) => moment.facts.revoked);
    case 'rotate':
      return invitations.some((moment) => moment.facts.rotation > 0);
    case 'decline':
    case 'accept':
      return history.moments.some((moment) => moment.what === 'answer' && moment.facts['coming'] === (change.do === 'accept' ? 'yes' : 'no') && invitations.some((one) => one.id === moment.facts['invitation']));
  }
}

/** A time that was set or moved is told to everybody who could be told, or somebody is asked to call them. */
function intended({ messages, tasks }: Evidence, history: History): Violation[] {
  const found: Violation[] = [];
  const versions = new Map(history.all('conference').filter((moment) => moment.facts.state === 'confirmed').reverse().map((moment) => [`${moment.id}:${moment.facts.version}`, moment]));
  for (const { id, seq, facts } of versions.values()) {
    const invited = new Set(history.all('invitation').filter((moment) => moment.facts.conference === id && moment.seq < seq).map((moment) => moment.id));
    for (const invitationId of invited) {
      const invitation = history.before('invitation', invitationId, seq)!;
      const member = history.before('network_member', invitation.member, seq)!;
      const consented = history.all('consent').filter((moment) => moment.facts.member === invitation.member && moment.seq < seq).at(-1)?.facts.withdrawn === false;
      if (invitation.revoked || member.removed || member.protected || !consented) continue;
      const told = messages.some((message) => message.invitation_id === invitationId && message.schedule_version === facts.version && ['timeSet', 'timeMoved'].includes(message.kind));
      if (!told && !tasks.some((task) => ['callMember', 'findOtherWay', 'checkUnknown', 'sendLetter'].includes(task.kind) && task.member_id === invitation.member)) {
        found.push({ rule: 'I1', what: `version ${facts.version} was set, and nobody was to tell ${invitation.member.slice(-4)}` });
      }
    }
  }
  return found;
}
