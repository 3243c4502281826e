import { SENT_CHANNELS, type Channel, type SentChannel } from './vocabulary';

/** How somebody can be reached: what they chose, in their own order, and what there is to reach them by. */
export type Reachable = {
  noSms: boolean;
  channel: Channel;
  otherChannels: readonly Channel[];
  /** What last brought an answer or a delivery. */
  lastReachedBy: Channel | null;
  /** A number of their own, or that of the one who takes messages for them. */
  hasPhone: boolean;
  hasEmail: boolean;
};

/** The person's order, what worked last first; a channel not chosen is never added. */
export function channelsOf(person: Reachable): Channel[] {
  if (person.channel === 'staffOnly') return ['staffOnly'];
  const chosen: Channel[] = [...new Set([person.channel, ...person.otherChannels])].filter((channel) => channel !== 'staffOnly');
  const { lastReachedBy } = person;
  return lastReachedBy !== null && chosen.includes(lastReachedBy) ? [lastReachedBy, ...chosen.filter((channel) => channel !== lastReachedBy)] : chosen;
}

/** Those of them that can be used now. 'No SMS' wins over everything. */
export function usableChannels(person: Reachable): Channel[] {
  return channelsOf(person).filter((channel) => {
    if (channel === 'sms') return !person.noSms && person.hasPhone;
    return channel === 'email' ? person.hasEmail : true;
  });
}

const isSent = (channel: Channel): channel is SentChannel => (SENT_CHANNELS as readonly Channel[]).includes(channel);

/** The channel a machine would write by; null: a person has to. A letter or a call that stands first is not overtaken. */
export function sentBy(person: Reachable): SentChannel | null {
  const [first] = usableChannels(person);
  return first !== undefined && isSent(first) ? first : null;
}

/** Where to turn when a channel has failed: the next in order; null: nothing is left. */
export function channelAfter(failed: Channel, person: Reachable): Channel | null {
  const order = channelsOf(person);
  const rest = order.slice(order.indexOf(failed) + 1);
  const usable = usableChannels(person);
  return rest.find((channel) => usable.includes(channel)) ?? null;
}
