import type { MessageKind } from './vocabulary';

/**
 * Whether somebody is worried about meeting someone. Not asked, skipped, and no are three answers: only a no that was given is a
 * no. `notKnown`: from before they were told apart.
 */
export const WORRIES = ['notAsked', 'skipped', 'no', 'callMe', 'doNotCall', 'notKnown'] as const;
export type Worry = (typeof WORRIES)[number];

/** What the question offers. */
export const WORRY_CHOICES = ['no', 'callMe', 'doNotCall'] as const;
export type WorryChoice = (typeof WORRY_CHOICES)[number];
/** The two that are a worry. */
export const TOLD_WORRIES = ['callMe', 'doNotCall'] as const;
export type ToldWorry = (typeof TOLD_WORRIES)[number];
export const isWorry = (worry: Worry): worry is ToldWorry => worry === 'callMe' || worry === 'doNotCall';

/** The question comes back empty: passing it by takes nothing back that was said before, and is no answer of its own then. */
export function worryAfter(before: Worry | undefined, said: Worry | undefined): Worry {
  if (said === undefined) return before ?? 'notAsked';
  if (said !== 'skipped') return said;
  return before === undefined || before === 'notAsked' || before === 'notKnown' ? 'skipped' : before;
}

/** What the coordinator did about it. `beforeRecord`: it was closed before this was written down. */
export const WORRY_MEASURES = ['talked', 'arranged', 'apart', 'noRisk'] as const;
export type WorryMeasure = (typeof WORRY_MEASURES)[number];
export const STORED_MEASURES = [...WORRY_MEASURES, 'beforeRecord'] as const;

/**
 * Where it was told: on the person's pages, or in a text in which a word says danger or fear. Whichever it was, it is a worry until
 * somebody has dealt with it.
 */
export const WORRY_TOLD_IN = ['page', 'text'] as const;
export type WorryToldIn = (typeof WORRY_TOLD_IN)[number];

/** Why something is refused while worries are open. A text comes first: nobody has read what it says. */
export function refusedByWorries(open: readonly { told: WorryToldIn }[]): 'danger-unread' | 'worry-unanswered' | null {
  if (open.length === 0) return null;
  return open.some(({ told }) => told === 'text') ? 'danger-unread' : 'worry-unanswered';
}

/** What brings people together, or asks them to come. */
const BRINGS_TOGETHER = ['confirm', 'move', 'invite', 'invitation', 'answerReminder', 'timeSet'] as const satisfies readonly (MessageKind | 'confirm' | 'move' | 'invite')[];

/**
 * Does a worry that nobody has dealt with hold this? What brings people together waits; what corrects a belief never does: a move or
 * a cancellation that has been decided is told, or somebody stands at a door that is closed.
 */
export const heldByWorry = (what: MessageKind | 'confirm' | 'move' | 'invite'): boolean => (BRINGS_TOGETHER as readonly string[]).includes(what);
