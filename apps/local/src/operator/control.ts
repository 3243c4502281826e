import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { OPERATORS } from '@radslag/domain';
import { formatBehaviour, parseBehaviour } from './behaviour';
import type { AppClock, Moved } from './clock';
import type { Exchange } from './exchange';
import { toE164 } from './form';
import { phonesOf, senderTo } from './phones';
import { replyNumber } from './reply-number';
import { readBody, sendJson } from './respond';
import type { OperatorStore } from './store';
import { instantOfWritten } from './stockholm';

const phoneNumber = z.string().transform((written, context) => {
  const number = toE164(written);
  if (number === undefined) context.addIssue({ code: 'custom', message: 'Skriv ett telefonnummer, till exempel 070-174 06 05.' });
  return number ?? z.NEVER;
});
const behaviour = z.string().transform((text, context) => {
  const parsed = parseBehaviour(text);
  if (parsed === undefined) context.addIssue({ code: 'custom', message: `"${text}" är inget beteende.` });
  return parsed ?? z.NEVER;
});
const SetBehaviour = z.strictObject({ number: phoneNumber, behaviour });
const SetOperator = z.strictObject({ operator: z.enum(OPERATORS), behaviour });
const SetLabel = z.strictObject({ number: phoneNumber, label: z.string().max(80) });
const Inbound = z.strictObject({ from: phoneNumber, message: z.string().min(1).max(1600), to: z.string().optional() });
const MoveClock = z.union([z.strictObject({ to: z.string() }), z.strictObject({ offsetMs: z.number() }), z.strictObject({ next: z.literal(true) })]);

/** For the page, for scripts and for tests: what the phones show, how numbers behave, what time it is. */
export class Control {
  constructor(
    private readonly store: OperatorStore,
    private readonly exchange: Exchange,
    private readonly clock: AppClock,
    private readonly municipalityNumber: (sender: string) => Promise<string | undefined>,
  ) {}

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { kept } = this.store;
    const to = url.searchParams.get('to');
    const number = to === null ? undefined : (toE164(to) ?? to);
    const since = Number(url.searchParams.get('since') ?? 0);
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /control/phones':
        return sendJson(response, 200, phonesOf(kept));
      case 'GET /control/messages':
        return sendJson(response, 200, kept.messages.filter((message) => number === undefined || message.to === number || message.from === number));
      case 'GET /control/arrivals':
        return sendJson(response, 200, kept.arrivals.filter((arrival) => arrival.seq > since && (number === undefined || arrival.to === number)));
      case 'GET /control/attempts':
        return sendJson(response, 200, kept.attempts.filter((attempt) => number === undefined || attempt.to === number));
      case 'GET /control/behaviours':
        return sendJson(response, 200, kept.behaviours);
      case 'GET /control/clock':
        return sendJson(response, 200, await this.clock.read());
      case 'POST /control/clock':
        return this.reading(request, response, MoveClock, async (wish) => this.clockAnswer(response, await this.move(wish)));
      case 'POST /control/behaviours':
        return this.reading(request, response, SetBehaviour, (wish) => {
          this.exchange.setBehaviour(wish.number, wish.behaviour);
          sendJson(response, 200, { number: wish.number, behaviour: formatBehaviour(wish.behaviour) });
        });
      case 'POST /control/operators':
        return this.reading(request, response, SetOperator, (wish) => {
          this.exchange.setBehaviour(wish.operator, wish.behaviour);
          sendJson(response, 200, { operator: wish.operator, behaviour: formatBehaviour(wish.behaviour) });
        });
      case 'POST /control/labels':
        return this.reading(request, response, SetLabel, (wish) => {
          kept.labels[wish.number] = wish.label;
          this.store.changed();
          sendJson(response, 200, wish);
        });
      case 'POST /control/inbound':
        return this.reading(request, response, Inbound, async (wish) => {
          const recipient = wish.to ?? (await replyNumber(senderTo(kept, wish.from), this.municipalityNumber));
          sendJson(response, 201, this.exchange.reply(wish.from, wish.message, recipient));
        });
      case 'POST /control/reset':
        return this.reading(request, response, z.strictObject({}), () => {
          this.store.reset();
          sendJson(response, 200, {});
        });
      default:
        return sendJson(response, 404, { sentence: 'Det finns ingenting här.' });
    }
  }

  private move(wish: z.infer<typeof MoveClock>): Promise<Moved> {
    if ('next' in wish) return this.clock.moveToNextMessage();
    if ('offsetMs' in wish) return this.clock.setOffset(wish.offsetMs);
    return this.clock.moveTo(instantOfWritten(wish.to) ?? NaN);
  }

  private clockAnswer(response: ServerResponse, moved: Moved): void {
    if (moved.ok) this.store.changed();
    sendJson(response, moved.ok ? 200 : 409, moved.ok ? moved.clock : { sentence: moved.sentence });
  }

  /** JSON only: a page elsewhere on the web cannot post that here without asking the browser first. */
  private async reading<S extends z.ZodType>(
    request: IncomingMessage,
    response: ServerResponse,
    schema: S,
    act: (wish: z.output<S>) => void | Promise<void>,
  ): Promise<void> {
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return sendJson(response, 415, { sentence: 'Skicka JSON.' });
    const body = await readBody(request, 64 * 1024);
    let value: unknown;
    try {
      value = JSON.parse(body ?? '');
    } catch {
      return sendJson(response, 400, { sentence: 'Det där är inte JSON.' });
    }
    const read = schema.safeParse(value);
    if (!read.success) return sendJson(response, 400, { sentence: read.error.issues.map(({ message }) => message).join(' ') });
    await act(read.data);
  }
}
