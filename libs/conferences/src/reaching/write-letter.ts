import { Injectable } from '@nestjs/common';
import { asStaff, letterCode, letterCodeHash, linkToken, linkUrl, openMember, printedLetterCode, type StaffAccess } from '@radslag/access';
import { Conference, Database, Invitation, Municipality, StaffUser, unreadableOf, type NetworkMember, type Referral, type Tx } from '@radslag/db';
import { FAMILY_LANGUAGES } from '@radslag/domain';
import { pressLetter, type LetterFacts, type LetterMatter } from '@radslag/outreach';
import { env, RuleBroken } from '@radslag/platform';
import { currentInvitation } from './current-invitation';
import { requireWillingReader } from './require-contactable';

/**
 * The letter to one person, as it would say now. Its code is derived, and its hash is what is kept: the same letter can be made
 * again, and no link is changed by it.
 */
@Injectable()
export class WriteLetter {
  constructor(private readonly db: Database) {}

  async execute(staff: StaffAccess, memberId: string, { large = false }: { large?: boolean } = {}): Promise<Buffer> {
    const facts = await asStaff(this.db, staff, async (tx) => {
      const { member, referral } = await openMember(tx, staff, memberId, { action: 'letter.write' });
      await requireWillingReader(tx, member);
      // An envelope to nobody, or with a name that is not theirs, is read by somebody else.
      if (unreadableOf(member).some((part) => ON_THE_LETTER.includes(part))) throw new RuleBroken('unreadable');
      if (member.postalAddress === null) throw new RuleBroken('no-postal-address');
      const { invitation, conference } = await currentInvitation(tx, memberId, { lock: true });
      return letterFacts(tx, member, referral, conference, invitation);
    });
    // Outside the transaction: setting a page is work, and nothing slow may hold one open.
    return pressLetter({ ...facts, large });
  }
}

const ON_THE_LETTER: readonly string[] = ['givenName', 'familyName', 'postalAddress', 'agreedWord'];

async function letterFacts(tx: Tx, member: NetworkMember, referral: Referral, conference: Conference, invitation: Invitation): Promise<Omit<LetterFacts, 'large'>> {
  const { keys, family } = env();
  const code = letterCode(keys.link, invitation.id, invitation.rotation);
  const hash = letterCodeHash(keys.link, code);
  if (invitation.letterCodeHash === null || !invitation.letterCodeHash.equals(hash)) await tx.update(Invitation, invitation.id, { letterCodeHash: hash });
  const coordinator = referral.coordinatorId === null ? null : await tx.findOne(StaffUser, { id: referral.coordinatorId });
  const phone = coordinator?.phone ?? (await tx.manager.findOneByOrFail(Municipality, { id: tx.municipalityId })).phone;
  return {
    language: FAMILY_LANGUAGES.find((known) => known === member.language) ?? 'sv', name: `${member.givenName} ${member.familyName}`, address: member.postalAddress!, matter: matterOf(conference),
    date: conference.startsLocal?.slice(0, 10) ?? null, from: conference.startsLocal?.slice(11, 16) ?? null, to: conference.endsLocal?.slice(11, 16) ?? null, answerBy: conference.answerBy,
    phone, agreedWord: member.agreedWord, site: `${family.url.replace(/^https?:\/\//, '')}/kod`, link: linkUrl(family.url, linkToken(keys.link, invitation.id, invitation.rotation)), code: printedLetterCode(code),
  };
}

function matterOf(conference: Conference): LetterMatter {
  switch (conference.state) {
    case 'planning':
    case 'polling':
      return 'asks';
    case 'confirmed':
      return conference.movedFromLocal === null ? 'tells' : 'moved';
    case 'cancelled':
      return 'cancelled';
    case 'inProgress':
    case 'held':
      throw new RuleBroken('letter-after-held');
  }
}
