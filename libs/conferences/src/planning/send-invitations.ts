import { Injectable } from '@nestjs/common';
import { asStaff, banOf, hashToken, linkToken, openConference, pairsOfCase, type CasePairs, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type ResponseOf } from '@radslag/contracts';
import { Conference, Database, Invitation, Message, NetworkMember, type ProposedTime, type Tx } from '@radslag/db';
import type { ContactRefusal } from '@radslag/domain';
import { endTasks, inviteMessage, newLinkMessage, planForInvitation } from '@radslag/outreach';
import { env, MoveRefused, NotFound, RuleBroken } from '@radslag/platform';
import { In } from 'typeorm';
import { standingTimes } from './conference-view';
import { contactOf, contactRefusedByDatabase, mayReopen, type Contact } from './contact';
import { toInvitationView } from './invitation-view';
import { linkExpiry } from './link-lifetime';
import { invitationAfter } from './move-state';
import { FEWEST_TIMES } from './propose-times';
import { reopenInvitation } from './reopen-invitation';
import { requireNoWorry } from './worries';

type Sent = ResponseOf<typeof conferenceRoutes.sendInvitations>;
type Outcome = { invitation: Invitation } | { refused: string };
type Round = { conference: Conference; times: ProposedTime[]; pairs: CasePairs };

/**
 * Invites those who may be contacted and says why the others are not sent anything. Someone who has agreed to be contacted
 * but gets no SMS is still invited: the coordinator is asked to call, and can write down the answer.
 */
@Injectable()
export class SendInvitations {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, memberIds: readonly string[]): Promise<Sent> {
    return asStaff(this.db, staff, (tx) => this.within(tx, staff, conferenceId, memberIds));
  }

  /** The same in a transaction that is open: a preview rehearses it. */
  async within(tx: Tx, staff: StaffAccess, conferenceId: string, memberIds: readonly string[]): Promise<Sent> {
    const { conference, referral } = await openConference(tx, staff, conferenceId, { action: 'invitation.send', lock: true });
    const times = await standingTimes(tx, conferenceId);
    requireOpenPoll(conference, times);
    await requireNoWorry(tx, referral.id, 'invite');
    const wanted = [...new Set(memberIds)];
    const members = new Map((await tx.find(NetworkMember, { id: In(wanted), referralId: referral.id })).map((member) => [member.id, member]));
    if (members.size < wanted.length) throw new NotFound('network_member');
    const contacts = await contactOf(tx, [...members.values()]);
    const existing = new Map((await tx.find(Invitation, { conferenceId, memberId: In(wanted) })).map((one) => [one.memberId, one]));

    const round: Round = { conference, times, pairs: await pairsOfCase(tx, referral.id) };
    const sent: Sent = { invited: [], refused: [] };
    for (const memberId of wanted) {
      const outcome = await this.invite(tx, round, members.get(memberId)!, contacts.get(memberId)!, existing.get(memberId));
      if ('refused' in outcome) sent.refused.push({ memberId, reason: outcome.refused });
      else sent.invited.push(toInvitationView(staff, outcome.invitation));
    }
    // What was to be done because the way to them was closed.
    await endTasks(tx, { conferenceId, memberIds: sent.invited.map((one) => one.memberId) });
    tx.announce({ referralId: referral.id, conferenceId, what: 'invitations' });
    return sent;
  }

  private async invite(tx: Tx, round: Round, member: NetworkMember, contact: Contact, existing: Invitation | undefined): Promise<Outcome> {
    // Heaviest of all, also of somebody who was invited before the ban was known.
    const ban = banOf(round.pairs, round.conference.id, member.id);
    if (ban !== null) return { refused: ban.reason };
    const closed = existing?.state === 'revoked';
    if (existing && !closed && existing.state !== 'notSent') return { invitation: existing };
    const why = refusedOutright(contact);
    if (why !== null) return { refused: why };
    if (closed && !mayReopen(existing, contact)) return { refused: 'invitationRevoked' };
    try {
      return await insideSavepoint(tx, () => inviteConsenting(tx, round, member, contact, existing));
    } catch (error) {
      // A consent withdrawn since it was read: the trigger saw it, and the others are invited all the same.
      const refused = contactRefusedByDatabase(error);
      if (refused === null) throw error;
      return { refused };
    }
  }
}

/** Nobody is asked before the focal person has agreed to them, nor without their own consent; how they are reached comes after. */
function refusedOutright({ refusal, agreed, consentId }: Contact): ContactRefusal | null {
  if (refusal === 'personRemoved' || refusal === 'consentWithdrawn') return refusal;
  if (!agreed) return 'notAgreed';
  return consentId === null ? 'noConsent' : null;
}

function requireOpenPoll(conference: Conference, times: readonly ProposedTime[]): void {
  if (conference.state === 'planning') throw new RuleBroken('too-few-times', { fewest: FEWEST_TIMES });
  if (conference.state !== 'polling' && conference.state !== 'confirmed') throw new MoveRefused('conference', conference.state, 'invite');
  if (times.length < FEWEST_TIMES) throw new RuleBroken('too-few-times', { fewest: FEWEST_TIMES });
}

/** Outreach writes the message, or asks the coordinator to call when no SMS can reach this person in time. */
async function inviteConsenting(tx: Tx, round: Round, member: NetworkMember, contact: Contact, existing: Invitation | undefined): Promise<Outcome> {
  const consentId = contact.consentId!;
  const invitation =
    existing?.state === 'revoked'
      ? await reopenInvitation(tx, existing, { consentId, expiresAt: linkExpiry(round.times, round.conference.zone), language: member.language })
      : (existing ?? (await insertInvitation(tx, round, member, consentId)));
  // Once the time is set there is no question left to ask: the person is told it.
  const planned =
    round.conference.state === 'confirmed' ? await planForInvitation(tx, round.conference.id, invitation.id) : await inviteMessage(tx, { conference: round.conference, invitation, member });
  if (contact.refusal !== null) return { refused: contact.refusal };
  if (existing?.state === 'revoked' && planned.calls === 0) await replaceDeadLink(tx, invitation.id);
  if (planned.calls > 0) return { refused: 'tooLate' };
  const change = { state: invitationAfter(invitation.state, 'send'), sentAt: tx.now };
  await tx.update(Invitation, invitation.id, change);
  return { invitation: { ...invitation, ...change } };
}

/** What they had was delivered, with the link that is dead now, and is not said twice: the new link goes alone. */
async function replaceDeadLink(tx: Tx, invitationId: string): Promise<void> {
  const told = await tx.findOne(Message, { invitationId, state: 'planned', kind: In(['invitation', 'timeSet']) });
  if (told === null) await newLinkMessage(tx, invitationId);
}

/** The id first: the link is derived from it, and only the hash of the link is stored. */
function insertInvitation(tx: Tx, { conference, times }: Round, member: NetworkMember, consentId: string): Promise<Invitation> {
  const id = tx.newId();
  return tx.insert(Invitation, {
    id,
    conferenceId: conference.id,
    memberId: member.id,
    consentId,
    state: 'notSent',
    rotation: 0,
    tokenHash: hashToken(linkToken(env().keys.link, id, 0)),
    expiresAt: linkExpiry(times, conference.zone),
    revokedAt: null,
    // Without a birth year there is nothing to ask for until a code has been told on the phone.
    secondStep: member.birthYear === null ? 'none' : 'birthYear',
    codeHash: null,
    codeIssuedAt: null,
    failedSteps: 0,
    wrongYears: 0,
    wrongCodes: 0,
    lockedUntil: null,
    language: member.language,
    draft: null,
    sentAt: null,
    answeredAt: null,
    createdAt: tx.now,
  });
}

/** One refusal by the database must not undo the invitations of the others. */
async function insideSavepoint<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  await tx.query('SAVEPOINT one_invitation');
  try {
    const result = await work();
    await tx.query('RELEASE SAVEPOINT one_invitation');
    return result;
  } catch (error) {
    await tx.query('ROLLBACK TO SAVEPOINT one_invitation');
    throw error;
  }
}
