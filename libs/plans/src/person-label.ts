import type { NetworkMember } from '@radslag/db';
import { shortName } from '@radslag/domain';

type Named = Pick<NetworkMember, 'protected' | 'givenName' | 'familyName' | 'relation'>;

/** The plan is read aloud, printed and passed around: a protected person is in it as a role only. */
export const personLabel = (member: Named): string => (member.protected ? member.relation : shortName(member.givenName, member.familyName));
