import { initialsOf, shortName } from '@radslag/domain';
import type { NetworkMember } from '@radslag/db';

/** How a person is written in lists. Screens are shared: a protected person is a role, with no name and no initials. */
export function personLabel(member: Pick<NetworkMember, 'protected' | 'givenName' | 'familyName' | 'relation'>): { initials: string; shortName: string; relation: string } {
  const { givenName, familyName, relation } = member;
  return member.protected
    ? { initials: '', shortName: relation, relation }
    : { initials: initialsOf(givenName, familyName), shortName: shortName(givenName, familyName), relation };
}
