import type * as z from 'zod';
import type { EffectView } from '@radslag/contracts';
import { Conference, type Tx } from '@radslag/db';
import type { MessageKind } from '@radslag/domain';
import { factsOf } from './message-facts';
import { foresee, type Foreseen } from './proof/foresee';
import { liveRecipients, reachedAtWork, type Recipient } from './recipients';
import { renderFacts } from './render';
import { municipalRules } from './rules-of-municipality';
import { sampleFacts } from './templates/text-sample';

export type Effect = z.output<typeof EffectView>;
export type Refused = { memberId: string; reason: string };
/** What is announced by a change, and, when it is about some people only, to whom. */
export type Announced = { conferenceId: string; kinds: readonly MessageKind[]; memberIds?: readonly string[] };

/** What is asked or told at once by each change; the reminders that follow stand in the proof list. */
export const ANNOUNCED_BY = {
  invite: ['invitation', 'timeSet', 'timeMoved', 'newLink'], confirm: ['timeSet', 'timeMoved'], move: ['timeSet', 'timeMoved'], cancel: ['cancelled'], rotate: ['newLink'],
} as const satisfies Record<string, readonly MessageKind[]>;

/** The preview shows one text for many: what is put before it for one of them stands in the proof list. */
const NOBODY = { agreedWord: null, sharedPhone: false, initialsAllowed: false, alias: null, initials: '' };
/** Later than this is not at once. */
const SOON_MS = 60_000;

/** Of each unsent message of a case: when it goes, or why the gate will not let it. */
export async function verdictsAhead(tx: Tx, referralId: string): Promise<Map<string, { at: Date; stopped: string | null }>> {
  return new Map((await foresee(tx, referralId, await municipalRules(tx))).map((one) => [one.row.id, { at: one.at, stopped: one.goes ? null : one.reason }]));
}

/**
 * The effect before the button. The change itself is made, the gate is asked about every message that then stands, and all of it is
 * undone: what is shown cannot differ from what would happen. `change` says whom it refused.
 */
export function foreseeChange(tx: Tx, of: Announced, change: () => Promise<readonly Refused[] | void>): Promise<Effect> {
  return tx.rehearse(async () => {
    const { referralId } = await tx.get(Conference, of.conferenceId);
    const before = await unsentOf(tx, of.conferenceId);
    const refused = (await change()) ?? [];
    const rules = await municipalRules(tx);
    const after = await unsentOf(tx, of.conferenceId);
    const mine = (memberId: string) => of.memberIds === undefined || of.memberIds.includes(memberId);
    const announced = (await foresee(tx, referralId, rules)).filter(({ row }) => !before.has(row.id) && of.kinds.includes(row.kind) && row.conference_id === of.conferenceId && mine(row.member_id));
    const people = (await liveRecipients(tx, of.conferenceId)).filter((person) => mine(person.memberId));
    const byHand = await workByHand(tx, of.conferenceId);
    const effect: Effect = { sms: 0, emails: 0, letters: 0, calls: 0, lastLeavesAt: null, held: rules.held, stopped: [...before].filter((id) => !after.has(id)).length, skipped: [], texts: [] };
    const going = announced.filter((one): one is Foreseen & { goes: true } => one.goes);
    for (const { by } of going) effect[by === 'email' ? 'emails' : 'sms'] += 1;
    const last = Math.max(...going.map((one) => one.at.getTime()), 0);
    if (last > tx.now.getTime() + SOON_MS) effect.lastLeavesAt = new Date(last).toISOString();
    const told = new Set(going.map(({ row }) => row.member_id));
    for (const [memberId, reason] of whyNot({ announced, people, refused })) {
      if (told.has(memberId)) continue;
      effect.skipped.push({ memberId, reason });
      const person = people.find((one) => one.memberId === memberId);
      const work = byHand.get(memberId);
      if (work === undefined && (person === undefined || reachedAtWork(person) || !announced.some((one) => one.row.member_id === memberId && !one.goes && one.someoneMustCall))) continue;
      effect[work === 'sendLetter' ? 'letters' : 'calls'] += 1;
    }
    effect.texts = await textsOf(tx, going, rules.book);
    return effect;
  });
}

/** One reason for each who gets nothing: what the change said, what the gate says, or what stood in the way of writing them at all. */
function whyNot({ announced, people, refused }: { announced: readonly Foreseen[]; people: readonly Recipient[]; refused: readonly Refused[] }): Map<string, string> {
  return new Map([
    ...people.flatMap((person): [string, string][] => (person.refusal === null ? [] : [[person.memberId, person.refusal]])),
    ...refused.map(({ memberId, reason }): [string, string] => [memberId, reason]),
    ...announced.flatMap((one): [string, string][] => (one.goes ? [] : [[one.row.member_id, one.reason]])),
  ]);
}

async function unsentOf(tx: Tx, conferenceId: string): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }>(`SELECT id FROM message WHERE municipality_id = $1 AND conference_id = $2 AND state IN ('planned', 'held', 'queued')`, [tx.municipalityId, conferenceId]);
  return new Set(rows.map((row) => row.id));
}

/** Whom somebody is asked to reach, and whether by letter. */
async function workByHand(tx: Tx, conferenceId: string): Promise<Map<string, string>> {
  const rows = await tx.query<{ member_id: string; kind: string }>(
    `SELECT member_id, kind FROM task WHERE municipality_id = $1 AND conference_id = $2 AND done_at IS NULL AND member_id IS NOT NULL AND kind IN ('callMember', 'sendLetter', 'findOtherWay') ORDER BY kind = 'sendLetter', created_at`,
    [tx.municipalityId, conferenceId],
  );
  return new Map(rows.map((row) => [row.member_id, row.kind]));
}

/** One per language and time is enough to read: they differ only in the link, and that is nobody's here. */
async function textsOf(tx: Tx, going: readonly (Foreseen & { goes: true })[], book: Parameters<typeof renderFacts>[1]): Promise<Effect['texts']> {
  const { link } = await sampleFacts(tx);
  const texts = new Map<string, Effect['texts'][number]>();
  for (const { row } of going) {
    const { text, language, sms } = renderFacts({ ...factsOf(tx, row), person: NOBODY }, book);
    const which = [language, row.starts_local ?? '', row.kind].join(' ');
    if (!texts.has(which)) texts.set(which, { language, text: text.replace(/https?:\/\/\S+\/r\/[0-9A-Za-z]+/, link), segments: sms.segments, alphabet: sms.alphabet, characters: sms.characters });
  }
  return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
}
