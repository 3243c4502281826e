import type { Outgoing, Question, SendOutcome, SmsOnRecord, SmsOperator } from './operator';

/** How the fake treats a number. `accept…` puts the message on a phone; what the caller learns is another matter. */
export type Treatment = 'accept' | 'refuse' | 'optedOut' | 'retry' | 'acceptThenUnknown' | 'unknown' | 'crash';

/** For tests: `arrived` is what reached phones, to hold our own tables against. */
export class FakeOperator implements SmsOperator {
  readonly arrived: (Outgoing & { operatorMessageId: string; at: Date })[] = [];
  calls = 0;
  historyCalls = 0;
  historyDown = false;
  private readonly treatments = new Map<string, Treatment>();
  private usual: Treatment = 'accept';
  private count = 0;

  constructor(
    private readonly now: () => Date | Promise<Date>,
    readonly name = 'fake',
  ) {}

  treat(to: string, treatment: Treatment): void {
    this.treatments.set(to, treatment);
  }

  /** How every number is treated that has no treatment of its own. */
  treatAll(treatment: Treatment): void {
    this.usual = treatment;
  }

  async send(sms: Outgoing): Promise<SendOutcome> {
    this.calls += 1;
    switch (this.treatments.get(sms.to) ?? this.usual) {
      case 'accept':
        return { kind: 'accepted', operatorMessageId: await this.put(sms) };
      case 'acceptThenUnknown':
        await this.put(sms);
        return { kind: 'unknown', detail: 'timeout' };
      case 'unknown':
        return { kind: 'unknown', detail: 'timeout' };
      case 'refuse':
        return { kind: 'refused', detail: 'http-403' };
      case 'optedOut':
        return { kind: 'refused', detail: 'http-400-21610', optedOut: true };
      case 'retry':
        return { kind: 'retryable', detail: 'ECONNREFUSED' };
      case 'crash':
        await this.put(sms);
        throw new Error('crashed after the call');
    }
  }

  async history(question: Question): Promise<SmsOnRecord[]> {
    this.historyCalls += 1;
    if (this.historyDown) throw new Error('the operator cannot be asked');
    return this.arrived
      .filter((sms) => (question.to === undefined || sms.to === question.to) && sms.at > question.since && sms.at < question.until)
      .map((sms) => ({ operatorMessageId: sms.operatorMessageId, to: sms.to, text: sms.text, createdAt: sms.at, delivery: 'accepted' as const }));
  }

  private async put(sms: Outgoing): Promise<string> {
    const operatorMessageId = `${this.name}-${++this.count}`;
    this.arrived.push({ ...sms, operatorMessageId, at: await this.now() });
    return operatorMessageId;
  }
}
