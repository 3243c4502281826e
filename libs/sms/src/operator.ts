/** What every operator is to us. Its own words are turned into these by the adapter's table, nowhere else. */
export interface SmsOperator {
  readonly name: string;
  send(sms: OutgoingSms): Promise<SendOutcome>;
  /** What the operator has on record for a number, between two moments; throws when it cannot be asked. */
  history(question: { to: string; since: Date; until: Date }): Promise<SmsOnRecord[]>;
}

export type OutgoingSms = { from: string; to: string; text: string; callbackUrl: string };

/**
 * accepted: a definite yes. refused: a definite no that will stay no. retryable: a definite no that may pass.
 * unknown: it may be on its way; never sent again blindly.
 */
export type SendOutcome =
  | { kind: 'accepted'; operatorMessageId: string }
  | { kind: 'refused' | 'retryable' | 'unknown'; detail: string };

export type SmsOnRecord = { operatorMessageId: string; text: string; createdAt: Date; delivery: DeliveryStatus | null };

export type DeliveryStatus = 'accepted' | 'failed' | 'delivered';
