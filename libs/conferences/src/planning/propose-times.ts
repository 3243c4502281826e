import { Injectable } from '@nestjs/common';
import { asStaff, openConference, type StaffAccess } from '@radslag/access';
import { conferenceRoutes, type BodyOf, type ConferenceView } from '@radslag/contracts';
import { Conference, Database, ProposedTime, type Tx } from '@radslag/db';
import { dateOf } from '@radslag/domain';
import { RuleBroken } from '@radslag/platform';
import { readConferenceView } from './conference-view';
import { extendLinks, linkExpiry } from './link-lifetime';
import { conferenceAfter } from './move-state';
import { rangeKey, requireUsableRange, type TimeRange } from './time-range';

/** Fewer than three and it is a summons, not a question. */
export const FEWEST_TIMES = 3;

type Proposal = BodyOf<typeof conferenceRoutes.proposeTimes>;

/** Proposes times, or changes them while the poll is open. What people have answered about a time that stays is kept. */
@Injectable()
export class ProposeTimes {
  constructor(private readonly db: Database) {}

  execute(staff: StaffAccess, conferenceId: string, proposal: Proposal): Promise<ConferenceView> {
    return asStaff(this.db, staff, async (tx) => {
      const { conference } = await openConference(tx, staff, conferenceId, { action: 'times.propose', lock: true });
      const state = conference.state === 'polling' ? conference.state : conferenceAfter(conference.state, 'openPoll');
      requireSoundProposal(proposal, conference.zone, tx.now);
      await tx.update(Conference, conferenceId, { state, answerBy: proposal.answerBy }, proposal.version);
      await replaceTimes(tx, conferenceId, proposal.times);
      await extendLinks(tx, conferenceId, linkExpiry(proposal.times, conference.zone));
      tx.announce({ referralId: conference.referralId, conferenceId, what: 'times' });
      return readConferenceView(tx, staff, { ...conference, state, answerBy: proposal.answerBy, version: proposal.version + 1 });
    });
  }
}

function requireSoundProposal({ times, answerBy }: Proposal, zone: string, now: Date): void {
  if (times.length < FEWEST_TIMES) throw new RuleBroken('too-few-times', { fewest: FEWEST_TIMES });
  for (const time of times) requireUsableRange({ startsLocal: time.startsLocal, endsLocal: time.endsLocal }, zone, now);
  if (new Set(times.map(rangeKey)).size < times.length) throw new RuleBroken('same-time-twice');
  if (answerBy < dateOf(now, zone)) throw new RuleBroken('date-in-past', { answerBy });
  const first = times.map((time) => time.startsLocal.slice(0, 10)).sort()[0]!;
  if (answerBy >= first) throw new RuleBroken('answer-by-too-late', { answerBy, first });
}

/**
 * An answer is about a date and an hour, so a time is the same as long as those are: it keeps its row and its answers, also
 * when it was withdrawn and comes back. A time that was moved is another time.
 */
async function replaceTimes(tx: Tx, conferenceId: string, wanted: readonly TimeRange[]): Promise<void> {
  const known = await tx.find(ProposedTime, { conferenceId }, { lock: true });
  const byRange = new Map(known.map((time) => [rangeKey(time), time]));
  const wantedKeys = new Set(wanted.map(rangeKey));
  for (const time of known) {
    const stays = wantedKeys.has(rangeKey(time));
    if (stays && time.withdrawnAt !== null) await tx.update(ProposedTime, time.id, { withdrawnAt: null });
    if (!stays && time.withdrawnAt === null) await tx.update(ProposedTime, time.id, { withdrawnAt: tx.now });
  }
  const added = wanted.filter((range) => !byRange.has(rangeKey(range)));
  await tx.insertMany(
    ProposedTime,
    added.map(({ startsLocal, endsLocal }) => ({ conferenceId, startsLocal, endsLocal, polled: true, withdrawnAt: null })),
  );
}
