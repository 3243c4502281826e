import type { Coming, FamilyLanguage, InboundKind, OurWords, ReplyMeaning, UnclearReason } from '@radslag/domain';
import { readReply } from '@radslag/domain';
import type { InvitationOfNumber, PersonOfNumber } from './inbound-people';

/** What a reply comes to: what it says, and whether it is certain enough whose word it is. */
export type Meaning = {
  kind: InboundKind;
  said: ReplyMeaning;
  unclear: UnclearReason | null;
  urgent: boolean;
  /** Set with kind `answer`, and only then. */
  answer: { person: PersonOfNumber; invitation: InvitationOfNumber; coming: Coming } | null;
};

/** An answer is one only with exactly one person behind the number and exactly one open question to them. */
export function meaningOf(text: string, people: readonly PersonOfNumber[], ours?: OurWords): Meaning {
  const { says, unclear, urgent } = readReply(text, languageOf(people), ours);
  const means = (kind: InboundKind, why: UnclearReason | null = null): Meaning => ({ kind, said: says, unclear: why, urgent, answer: null });
  if (people.length === 0) return means('unknownNumber');
  if (says === 'stop') return means('stop', unclear);
  if (says === 'text') return unclear === null ? means('text') : means('unclear', unclear);
  // Words of danger beside a yes: a person reads it, and asks what was meant.
  if (urgent) return means('text');
  const [person] = people;
  if (person === undefined || people.length > 1) return means('unclear', 'severalPeople');
  if (!person.own) return means('unclear', 'goBetween');
  // Somebody who does not want to be answered for has a phone that others read: what it says is asked about.
  if (person.sharedPhone) return means('unclear', 'sharedPhone');
  const open = person.invitations.filter((invitation) => invitation.open);
  const [invitation] = open;
  if (invitation === undefined) return means('unclear', 'notOpen');
  if (open.length > 1) return means('unclear', 'severalInvitations');
  return { ...means('answer'), answer: { person, invitation, coming: says } };
}

/** Of one person, or of several who have the same. */
function languageOf(people: readonly PersonOfNumber[]): FamilyLanguage | null {
  const languages = new Set(people.map((person) => person.language));
  return languages.size === 1 ? people[0]!.language : null;
}
