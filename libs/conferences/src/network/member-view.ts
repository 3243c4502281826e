import { In } from 'typeorm';
import { namesOfStaff, type StaffAccess } from '@radslag/access';
import { NeedItem, type Member as MemberView, type TieView } from '@radslag/contracts';
import { Consent, unreadableOf, WorryRow, type MemberTie, type NetworkMember, type PairDecision, type Referral, type Tx } from '@radslag/db';
import { allowedEvents, contactRefusal, FAMILY_LANGUAGES, initialsOf, MEMBER, shortName, type NoContact, type Reachable } from '@radslag/domain';
import { contactRefusals, reachOfMembers } from '@radslag/outreach';
import * as z from 'zod';
import { contactable } from '../planning/contact';
import { networkIsOpen } from './open-network';

const Needs = z.array(NeedItem);

/** What surrounds a person on every screen: their consents, who wrote them down, and how they can be reached. */
export type Around = {
  referral: Referral; consents: readonly Consent[]; worries: readonly WorryRow[]; staffNames: ReadonlyMap<string, string>; reach: ReadonlyMap<string, Reachable>;
  /** Why they are not called, or written a letter to; null: they may be. */
  calls: ReadonlyMap<string, NoContact | null>; letters: ReadonlyMap<string, NoContact | null>; now: Date;
};

/** Notes and needs from the preparation are the coordinator's own; the referrer is to meet the family's plan, not its worries. */
export function toMemberView(member: NetworkMember, staff: StaffAccess, around: Around): MemberView {
  const own = around.consents.filter((consent) => consent.memberId === member.id);
  const prepares = staff.role === 'coordinator';
  const broken = unreadableOf(member).filter((part) => prepares || !['agreedWord', 'needs', 'note'].includes(part));
  const writes = prepares && networkIsOpen(around.referral);
  return {
    id: member.id,
    version: member.version,
    state: member.state,
    focalPersonId: member.focalPersonId,
    givenName: member.givenName,
    familyName: member.familyName,
    initials: initialsOf(member.givenName, member.familyName),
    shortName: shortName(member.givenName, member.familyName),
    relation: member.relation,
    side: member.side,
    ring: member.ring,
    professional: member.professional,
    guardian: member.guardian,
    supportPerson: member.supportPerson,
    mustAttend: member.mustAttend,
    language: FAMILY_LANGUAGES.find((known) => known === member.language) ?? 'sv',
    channel: member.channel,
    otherChannels: member.otherChannels,
    lastReachedBy: member.lastReachedBy,
    email: member.email,
    postalAddress: member.postalAddress,
    hours: member.hoursFrom === null || member.hoursTo === null ? null : { from: member.hoursFrom, to: member.hoursTo },
    notBefore: member.notBefore,
    initialsAllowed: member.initialsAllowed,
    alias: member.alias,
    delegateId: member.delegateId,
    voicemailAllowed: member.voicemailAllowed,
    agreedWord: prepares ? member.agreedWord : null,
    phone: member.phone,
    sharedPhone: member.sharedPhone,
    noSms: member.noSms,
    noCalls: member.noCalls,
    protected: member.protected,
    // The second step behind a link: for whoever writes it down, and nobody else.
    birthYear: prepares ? member.birthYear : null,
    needs: prepares && member.needs !== null ? Needs.parse(JSON.parse(member.needs)) : [],
    canHelpWith: member.canHelpWith ?? '',
    note: prepares ? (member.note ?? '') : '',
    agreedAt: member.agreedAt?.toISOString() ?? null,
    contactedAt: member.contactedAt?.toISOString() ?? null,
    preparedAt: member.preparedAt?.toISOString() ?? null,
    consents: own.map((consent) => ({
      id: consent.id,
      purpose: consent.purpose,
      form: consent.form,
      givenOn: consent.givenOn,
      validUntil: consent.validUntil,
      withdrawnAt: consent.withdrawnAt?.toISOString() ?? null,
      recordedBy: around.staffNames.get(consent.recordedBy) ?? '',
    })),
    // Told to the coordinator and to nobody else.
    worries: !prepares ? [] : around.worries.filter((worry) => worry.memberId === member.id).map((worry) => ({
      id: worry.id, said: worry.said, toldAt: worry.toldAt.toISOString(), answeredAt: worry.answeredAt?.toISOString() ?? null,
      answeredBy: worry.answeredBy === null ? null : (around.staffNames.get(worry.answeredBy) ?? null), measure: worry.measure, note: worry.note ?? '',
    })),
    callRefusal: around.calls.get(member.id) ?? null,
    letterRefusal: around.letters.get(member.id) ?? null,
    contactRefusal: contactRefusal(contactable(member, around.reach.get(member.id)!), own, around.now),
    allowed: writes ? [...allowedEvents(MEMBER, member.state), 'change', 'remove', 'recordConsent'] : [],
    ...(broken.length === 0 ? {} : { unreadable: [...broken] }),
  };
}

export function toTieView(tie: MemberTie, decision: PairDecision | null, staffNames: ReadonlyMap<string, string>): z.output<typeof TieView> {
  return {
    id: tie.id, fromMemberId: tie.fromMemberId, toMemberId: tie.toMemberId, kind: tie.kind, until: tie.until, boundMemberId: tie.boundMemberId,
    decision: decision && { measure: decision.measure, ground: decision.ground, by: staffNames.get(decision.decidedBy) ?? '', at: decision.decidedAt.toISOString() },
  };
}

export async function aroundMembers(tx: Tx, referral: Referral, members: readonly NetworkMember[]): Promise<Around> {
  const memberId = In(members.map((member) => member.id));
  const consents = members.length === 0 ? [] : await tx.find(Consent, { memberId }, { order: { givenOn: 'ASC', recordedAt: 'ASC' } });
  const worries = members.length === 0 ? [] : await tx.find(WorryRow, { memberId, referralId: referral.id }, { order: { toldAt: 'DESC', id: 'DESC' } });
  const staffNames = await namesOfStaff(tx, [...consents.map((consent) => consent.recordedBy), ...worries.map((worry) => worry.answeredBy)]);
  const ids = members.map((member) => member.id);
  const reach = await reachOfMembers(tx, ids);
  const [calls, letters] = [await contactRefusals(tx, ids, 'phone'), await contactRefusals(tx, ids, 'letter')];
  return { referral, consents, worries, staffNames, reach, calls, letters, now: tx.now };
}

/** One person as they stand now in the database. */
export async function viewOfMember(tx: Tx, staff: StaffAccess, referral: Referral, member: NetworkMember): Promise<MemberView> {
  return toMemberView(member, staff, await aroundMembers(tx, referral, [member]));
}
