/** Whoever takes a message from us. Its own words are turned into these by the adapter's table, nowhere else. */
export interface Carrier {
  readonly name: string;
  send(message: Outgoing): Promise<SendOutcome>;
  /**
   * What it has on record for a number or address (or for all of them), between two moments; throws when it cannot be asked.
   * Absent: it keeps no record, and a person has to find out.
   */
  history?(question: Question): Promise<SmsOnRecord[]>;
  /** Makes it forget the text. Absent: it never kept one. */
  forget?(operatorMessageId: string): Promise<void>;
}

/** An operator of texts can always be asked. */
export interface SmsOperator extends Carrier {
  history(question: Question): Promise<SmsOnRecord[]>;
}

/** Without `to`: everything that the account has sent. */
export type Question = { to?: string; since: Date; until: Date };

/** `id` is ours and the same for every attempt; `callbackUrl` carries our own signature. `subject`: e-mail only. */
export type Outgoing = { id: string; from: string; to: string; text: string; callbackUrl: string; subject?: string };

/**
 * accepted: a definite yes. refused: a definite no that will stay no. retryable: a definite no that may pass.
 * unknown: it may be on its way; never sent again blindly. `optedOut`: refused since the person has said no to it, to us or to the operator:
 * that is the person's word and no fault of the way, so no other way is tried.
 */
export type SendOutcome =
  | { kind: 'accepted'; operatorMessageId: string }
  | { kind: 'refused'; detail: string; optedOut?: true }
  | { kind: 'retryable' | 'unknown'; detail: string };

/** `text` is null where the operator was told not to keep it. */
export type SmsOnRecord = { operatorMessageId: string; to: string; text: string | null; createdAt: Date; delivery: DeliveryStatus | null; optedOut?: true };

export type DeliveryStatus = 'accepted' | 'failed' | 'delivered';
