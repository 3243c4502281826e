import type { OperatorName } from '@radslag/domain';

export type Delivery = 'created' | 'sent' | 'delivered' | 'failed';

/** What the operator keeps about one SMS. Times are those of the moved clock, as ISO instants. */
export interface OperatorMessage {
  readonly id: string;
  /** none: 46elks, from before there were two */
  readonly operator?: OperatorName;
  readonly direction: 'outgoing' | 'incoming';
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly created: string;
  readonly parts: number;
  readonly cost: number;
  status: Delivery;
  /** it was told not to keep the text, or to forget it: phones still show it, its own record does not */
  textless?: boolean;
  delivered?: string;
}

/** One SMS that lit up one phone, in the order in which they did. The record that tests count. */
export interface Arrival {
  readonly seq: number;
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly at: string;
  readonly realAt: string;
}

/** One call to send an SMS, whatever became of it. */
export interface Attempt {
  readonly at: string;
  readonly to: string;
  readonly from: string;
  readonly message: string;
  readonly outcome: 'accepted' | 'refused' | 'busy' | 'hung' | 'accepted-then-error' | 'accepted-then-hung' | 'dryrun';
  readonly messageId?: string;
  readonly operator?: OperatorName;
}

/** A form post that somebody waits for: a delivery callback or an inbound SMS, tried again until it is taken. */
export interface Errand {
  readonly id: string;
  readonly url: string;
  readonly form: Record<string, string>;
  /** Twilio's own, over address and form */
  readonly signature?: string;
  attempts: number;
  dueAt: number;
}

/** 46elks writes times in UTC with microseconds and no zone. */
export const elksTime = (instant: string): string => instant.replace(/Z$/, '').replace(/\.(\d{3})$/, '.$1000');
