import type { OperatorMessage } from './message';
import type { OperatorStore } from './store';

export interface Phone {
  readonly number: string;
  readonly label: string | undefined;
  readonly behaviour: string;
  /** oldest first, only what the person sees: what never arrived is not on the phone */
  readonly messages: readonly OperatorMessage[];
  /** place of its latest message among all messages: the clock can be moved back, so times do not tell */
  readonly lastPlace: number;
  /** messages that the operator took but that never lit up */
  readonly lost: number;
}

/** The phones that have anything to show or any behaviour of their own, the latest used first. */
export function phonesOf(kept: OperatorStore['kept']): Phone[] {
  const arrived = new Set(kept.arrivals.map(({ messageId }) => messageId));
  const numbers = new Map<string, { shown: OperatorMessage[]; lost: number; lastPlace: number }>();
  const of = (number: string) => {
    const known = numbers.get(number) ?? { shown: [], lost: 0, lastPlace: -1 };
    numbers.set(number, known);
    return known;
  };
  for (const number of Object.keys(kept.behaviours)) if (number.startsWith('+')) of(number);
  for (const [place, message] of kept.messages.entries()) {
    const phone = of(message.direction === 'outgoing' ? message.to : message.from);
    if (message.direction === 'incoming' || arrived.has(message.id)) phone.shown.push(message);
    else if (message.status === 'failed') phone.lost += 1;
    else continue;
    phone.lastPlace = place;
  }
  return [...numbers]
    .map(([number, { shown, lost, lastPlace }]) => ({
      number,
      label: kept.labels[number] || undefined,
      behaviour: kept.behaviours[number] ?? 'ok',
      messages: shown,
      lastPlace,
      lost,
    }))
    .sort((a, b) => b.lastPlace - a.lastPlace || a.number.localeCompare(b.number));
}

/** Who wrote to this phone last. */
export function senderTo(kept: OperatorStore['kept'], number: string): string | undefined {
  return kept.messages.findLast((message) => message.direction === 'outgoing' && message.to === number)?.from;
}
