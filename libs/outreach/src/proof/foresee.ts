import { pairsOfCases } from '@radslag/access';
import type { Tx } from '@radslag/db';
import { dateOf, NAGGING_KINDS, SWEDISH_ZONE } from '@radslag/domain';
import { wordsOfCases } from '../case-words';
import { hoursBook, prepare } from '../gate';
import { numberOf, rowsAhead, WEEK_MS, type RowAhead } from '../gate-rows';
import { linkSettings, type LinkSettings, type Rendered } from '../render';
import type { MunicipalRules } from '../rules-of-municipality';
import { MunicipalWays } from '../ways';
import { textsByNumber } from './texts-by-number';

/** What will become of one message if nothing changes: when it goes, to where and with which words, or why it will not. */
export type Foreseen = { row: RowAhead; at: Date } & ({ goes: true; by: 'sms' | 'email'; to: string; subject: string | null; rendered: Rendered } | { goes: false; reason: string; someoneMustCall: boolean });

/** Quiet hours and an embargo each move a message once, and hours that never open by the hour, until it is too late. More would be a fault of ours. */
const MOST_WAITS = 2_000;
/** Any way out will do: the list says what leaves, and the operator is chosen when it does. */
const SOME_WAY = new MunicipalWays({ sms: [{ carrier: { name: 'any', send: notHere }, weight: 1 }], email: [{ carrier: { name: 'any', send: notHere }, weight: 1 }] });

/**
 * Walks a case's unsent messages in the order they fall due, and asks the gate itself about each at its own moment. What one
 * does to the next is kept in mind: a question that goes out lets its reminders follow, and a question or reminder counts against the week's.
 */
export async function foresee(tx: Tx, referralId: string, rules: MunicipalRules, settings: LinkSettings = linkSettings()): Promise<Foreseen[]> {
  const rows = await rowsAhead(tx, referralId);
  const words = (await wordsOfCases(tx, [referralId])).get(referralId)!;
  const pairs = (await pairsOfCases(tx, [referralId])).get(referralId);
  const texts = await textsByNumber(tx, referralId);
  const asked = new Set<string>();
  const unheld = { ...rules, held: false };
  const turns = rows.map((row) => ({ row, at: later(row.due_at, tx.now, row.lease_until ?? tx.now), waits: 0 }));
  const seen: Foreseen[] = [];
  for (let turn = nextOf(turns); turn !== undefined; turn = nextOf(turns)) {
    const { row, at, waits } = turn;
    const inWeek = (texts.get(numberOf(row)) ?? []).filter((sent) => sent > at.getTime() - WEEK_MS);
    const then = { ...row, consent_holds: row.consent_holds && (row.consent_until === null || row.consent_until >= dateOf(at, SWEDISH_ZONE)), invited: row.invited || asked.has(row.invitation_id) };
    const ready = prepare(tx, then, { words, sent: inWeek.length, rules: unheld, pairs, hours: hoursBook(unheld.policy, at), ways: SOME_WAY, settings, now: at });
    // Until a manager decides; the list shows what will be if nobody does.
    if (ready.do === 'wait' && ready.reason === 'banUndecided') seen.push({ row, at, goes: false, reason: ready.reason, someoneMustCall: false });
    else if (ready.do === 'wait' && ready.reason === 'worry') seen.push({ row, at, goes: false, reason: 'worryUnanswered', someoneMustCall: false });
    else if (ready.do === 'wait' && ready.until !== null && waits < MOST_WAITS) turns.push({ row, at: ready.until, waits: waits + 1 });
    else if (ready.do === 'wait') seen.push({ row, at, goes: false, reason: ready.reason, someoneMustCall: true });
    else if (ready.do === 'stop') seen.push({ row, at, goes: false, reason: ready.reason, someoneMustCall: ready.someoneMustCall });
    else {
      if (row.kind === 'invitation') asked.add(row.invitation_id);
      if (ready.by === 'sms' && NAGGING_KINDS.includes(row.kind)) texts.set(numberOf(row), [...inWeek, at.getTime()]);
      seen.push({ row, at, goes: true, by: ready.by, to: ready.to, subject: ready.subject ?? null, rendered: ready.rendered });
    }
  }
  return seen;
}

type Turn = { row: RowAhead; at: Date; waits: number };

/** The earliest; of those at the same moment the oldest, as the gate takes them. */
function nextOf(turns: Turn[]): Turn | undefined {
  const [first] = [...turns].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.row.id < b.row.id ? -1 : 1));
  if (first !== undefined) turns.splice(turns.indexOf(first), 1);
  return first;
}

const later = (...moments: Date[]): Date => new Date(Math.max(...moments.map((moment) => moment.getTime())));

function notHere(): never {
  throw new Error('nothing is sent from a list');
}
