import type { Member, MemberInput } from '@radslag/contracts';

/** A new person as the form first shows it: most relatives are reached by SMS in Swedish. */
export const NEW_MEMBER: MemberInput = {
  givenName: '', familyName: '', relation: '', side: 'mother', ring: 'inner', professional: false, guardian: false, supportPerson: false, mustAttend: false,
  language: 'sv', channel: 'sms', phone: null, sharedPhone: false, noSms: false, protected: false, birthYear: null, needs: [], canHelpWith: '', note: '',
};

/** What is written back when one thing about a person changes: everything else as it was. */
export function inputOf(member: Member): MemberInput {
  return {
    givenName: member.givenName, familyName: member.familyName, relation: member.relation, side: member.side, ring: member.ring, professional: member.professional,
    guardian: member.guardian, supportPerson: member.supportPerson, mustAttend: member.mustAttend, language: member.language, channel: member.channel, phone: member.phone,
    sharedPhone: member.sharedPhone, noSms: member.noSms, protected: member.protected, birthYear: member.birthYear, needs: member.needs, canHelpWith: member.canHelpWith, note: member.note,
  };
}

/** Empty fields are left out, and a protected person has no number whatever stood in the field. */
export function cleaned(draft: MemberInput): MemberInput {
  const blank = (text: string | null) => text === null || text.trim() === '';
  return {
    ...draft,
    phone: draft.protected || blank(draft.phone) ? null : draft.phone,
    channel: draft.protected ? 'staffOnly' : draft.channel,
    birthYear: blank(draft.birthYear) ? null : draft.birthYear,
  };
}
