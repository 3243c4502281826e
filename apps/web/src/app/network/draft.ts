import type { Member, MemberInput } from '@radslag/contracts';

/** A new person as the form first shows it: most relatives are reached by SMS in Swedish. */
export const NEW_MEMBER: MemberInput = {
  givenName: '', familyName: '', relation: '', side: 'mother', ring: 'inner', professional: false, guardian: false, supportPerson: false, mustAttend: false,
  language: 'sv', channel: 'sms', otherChannels: [], phone: null, email: null, postalAddress: null, hours: null, notBefore: null,
  sharedPhone: false, initialsAllowed: false, alias: null, delegateId: null, voicemailAllowed: false, agreedWord: null, noSms: false, noCalls: false, protected: false, birthYear: null, needs: [], canHelpWith: '', note: '',
};

/** What is written back when one thing about a person changes: everything else as it was. */
export function inputOf(member: Member): MemberInput {
  return {
    givenName: member.givenName, familyName: member.familyName, relation: member.relation, side: member.side, ring: member.ring, professional: member.professional,
    guardian: member.guardian, supportPerson: member.supportPerson, mustAttend: member.mustAttend, language: member.language, channel: member.channel, otherChannels: member.otherChannels, phone: member.phone,
    email: member.email, postalAddress: member.postalAddress, hours: member.hours, notBefore: member.notBefore, initialsAllowed: member.initialsAllowed, alias: member.alias,
    delegateId: member.delegateId, voicemailAllowed: member.voicemailAllowed, agreedWord: member.agreedWord, sharedPhone: member.sharedPhone, noSms: member.noSms, noCalls: member.noCalls, protected: member.protected, birthYear: member.birthYear, needs: member.needs, canHelpWith: member.canHelpWith, note: member.note,
  };
}

/** Empty fields are left out, and nothing is kept of how to reach a protected person, whatever stood in the fields. */
export function cleaned(draft: MemberInput): MemberInput {
  const text = (value: string | null) => (value === null || value.trim() === '' ? null : value);
  const filled = { ...draft, phone: text(draft.phone), email: text(draft.email), postalAddress: text(draft.postalAddress), agreedWord: text(draft.agreedWord), birthYear: text(draft.birthYear) };
  if (draft.protected) return { ...filled, ...UNREACHED };
  // What stood in a field that has been closed was not meant.
  return { ...filled, initialsAllowed: draft.sharedPhone && draft.initialsAllowed, alias: draft.sharedPhone && draft.initialsAllowed ? text(draft.alias) : null };
}
const UNREACHED = {
  channel: 'staffOnly', otherChannels: [], phone: null, email: null, postalAddress: null, hours: null, notBefore: null, initialsAllowed: false, alias: null, delegateId: null, voicemailAllowed: false, agreedWord: null,
} satisfies Partial<MemberInput>;
