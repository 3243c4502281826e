import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { OperatorName } from '@radslag/domain';
import { parseBehaviour } from '../operator/behaviour';
import { ElksApi } from '../operator/elks-api';
import { Errands } from '../operator/errands';
import { Exchange, type InboundUrl, type SendOutcome } from '../operator/exchange';
import type { SendForm } from '../operator/form';
import { sendText } from '../operator/respond';
import { OperatorStore } from '../operator/store';
import { TwilioApi } from '../operator/twilio-api';
import type { Call } from './call';
import { LATE_MS, Lateness } from './lateness';

export const CREDENTIALS = { user: 'chaos', password: 'chaos' };

const messageOf = (callback: string | undefined): string => callback?.split('/').at(-2) ?? '';

class WatchedExchange extends Exchange {
  readonly calls: Call[] = [];
  onAccepted: (() => void) | undefined;

  constructor(
    private readonly own: OperatorStore,
    errands: Errands,
    private readonly clock: () => number,
    inboundUrl: InboundUrl,
  ) {
    super(own, errands, () => new Date(clock()).toISOString(), inboundUrl);
  }

  override send(form: SendForm): SendOutcome {
    const outcome = super.send(form);
    const attempt = this.own.kept.attempts.at(-1)!;
    const accepted = attempt.messageId !== undefined;
    this.calls.push({
      realAt: Date.now(), appAt: this.clock(), by: 'sms', operator: form.operator ?? '46elks', to: form.to, from: form.from, text: form.message, messageId: messageOf(form.whendelivered), accepted,
      answer: outcome.answer === 'dryrun' ? 'refused' : outcome.answer, operatorId: attempt.messageId ?? null,
    });
    if (accepted) this.onAccepted?.();
    return outcome;
  }
}

/** The simulated operators of one seed: they outlive every worker, and their record is what the judge believes. */
export class Phones {
  historyAway = false;
  /** Numbers that were ever treated badly, and operators: what may excuse a message that did not arrive. */
  readonly treated = new Set<string>();
  readonly badOperators = new Set<OperatorName>();
  private readonly store = new OperatorStore(undefined);
  private readonly errands: Errands;
  private readonly exchange: WatchedExchange;
  private readonly server: Server;
  private readonly late = new Lateness();

  constructor(
    clock: () => number,
    inboundUrl: InboundUrl,
    /** Carries a receipt or a reply to whoever takes them just now; false: try again. */
    post: (path: string, form: Record<string, string>, signature?: string) => Promise<boolean>,
  ) {
    this.errands = new Errands(this.store, (url, form, signature) => post(new URL(url).pathname, form, signature));
    this.exchange = new WatchedExchange(this.store, this.errands, clock, inboundUrl);
    const elks = new ElksApi(this.store, this.exchange, CREDENTIALS);
    const twilio = new TwilioApi(this.store, this.exchange);
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://operator.local');
      if (this.away(request, response)) return;
      this.timeAnswer(response);
      void (url.pathname.startsWith('/a1/') ? elks : twilio).handle(request, response, url).catch(() => response.destroy());
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get calls(): readonly Call[] {
    return this.exchange.calls;
  }

  /** What became of each accepted message, by the operator's id. */
  get fates(): ReadonlyMap<string, 'created' | 'sent' | 'delivered' | 'failed'> {
    return new Map(this.store.kept.messages.filter((m) => m.direction === 'outgoing').map((m) => [m.id, m.status]));
  }

  /** When we were too slow to be an operator. */
  get lateness(): readonly { from: number; to: number }[] {
    return this.late.periods;
  }

  /** Nothing is on its way to a phone, and every receipt has been taken. */
  get idle(): boolean {
    return this.store.kept.pending.length === 0 && this.store.kept.errands.length === 0;
  }

  onceAccepted(act: (() => void) | undefined): void {
    this.exchange.onAccepted = act && (() => {
      this.exchange.onAccepted = undefined;
      act();
    });
  }

  treat(number: string, as: string): void {
    this.treated.add(number);
    this.exchange.setBehaviour(number, parseBehaviour(as)!);
  }

  treatWell(number?: string): void {
    for (const one of number === undefined ? this.treated : [number]) this.exchange.setBehaviour(one, { name: 'ok', delayMs: 0 });
  }

  treatOperator(operator: OperatorName, as: string): void {
    this.badOperators.add(operator);
    this.exchange.setBehaviour(operator, parseBehaviour(as)!);
  }

  operatorWell(operator: OperatorName): void {
    this.exchange.setBehaviour(operator, { name: 'ok', delayMs: 0 });
  }

  /** The operator's id of it. */
  reply(phone: string, text: string, to: string): string {
    return this.exchange.reply(phone, text, to).id;
  }

  listen(): Promise<void> {
    this.late.start();
    return new Promise((resolve, reject) => this.server.once('error', reject).listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.late.stop();
    this.errands.stop();
    this.exchange.stop();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** From when it was read until it was answered; one that is to be slow or silent by the script is not late by us. */
  private timeAnswer(response: ServerResponse): void {
    const from = Date.now();
    response.once('finish', () => {
      const to = Date.now();
      if (to - from > LATE_MS && !this.badOperators.size) this.late.note(from, to);
    });
  }

  private away(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method === 'GET' && this.historyAway) {
      sendText(response, 503, 'Service Unavailable');
      return true;
    }
    return false;
  }
}
