/** One call to an operator or a mail server, as they saw it. Whose message it was is told by the address for its receipt, or by its Message-ID. */
export type Call = {
  /** The machine's clock, and the clock that can be moved. */
  realAt: number;
  appAt: number;
  by: 'sms' | 'email';
  operator: string;
  to: string;
  from: string;
  text: string;
  subject?: string;
  messageId: string;
  /** Taken: it goes to a phone or a mailbox, whatever was answered. */
  accepted: boolean;
  /** `busy`: a definite no that passes. `refused`: one that stays. `error` and `never`: nobody can tell. */
  answer: 'created' | 'busy' | 'refused' | 'error' | 'never';
  operatorId: string | null;
};
