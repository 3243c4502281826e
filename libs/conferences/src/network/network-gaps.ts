import type { NetworkMember } from '@radslag/db';

/** What a network map often lacks, as questions to the family; none of them is a fault. Focal persons are in the middle and not counted. */
export function networkGaps(members: readonly NetworkMember[]): { code: string }[] {
  const around = members.filter((member) => member.focalPersonId === null);
  const relatives = around.filter((member) => !member.professional);
  const on = (side: NetworkMember['side']) => relatives.filter((member) => member.side === side).length;
  const gaps: (string | false)[] = [
    on('mother') < 2 && 'fewOnMothersSide',
    on('father') < 2 && 'fewOnFathersSide',
    on('friends') === 0 && 'noFriends',
    !around.some((member) => member.guardian) && 'noGuardian',
    !around.some((member) => member.supportPerson) && 'noSupportPerson',
  ];
  return gaps.filter((code) => code !== false).map((code) => ({ code }));
}
