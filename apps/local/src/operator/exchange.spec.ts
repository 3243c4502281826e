import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseBehaviour } from './behaviour';
import { Errands } from './errands';
import { Exchange } from './exchange';
import { phonesOf } from './phones';
import { OperatorStore } from './store';

const PHONE = '+46701740605';
const form = (over: object = {}) => ({ from: 'Raadslag', to: PHONE, message: 'Hej', whendelivered: 'http://api.invalid/dlr', dryrun: false, ...over });

async function until(condition: () => boolean): Promise<void> {
  const deadline = performance.now() + 4000;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('It did not happen within four seconds.');
    await pause(10);
  }
}

describe('the exchange between the operator and the phones', () => {
  const directory = mkdtempSync(join(tmpdir(), 'radslag-operator-'));
  const file = join(directory, 'operator.json');
  const open: { stop(): void }[] = [];
  afterEach(() => {
    for (const part of open.splice(0)) part.stop();
    rmSync(file, { force: true });
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  function anOperator(answer: (url: string, form: Record<string, string>) => boolean = () => true) {
    const posted: { url: string; form: Record<string, string> }[] = [];
    const store = new OperatorStore(file);
    const errands = new Errands(store, (url, sent) => {
      posted.push({ url, form: sent });
      return Promise.resolve(answer(url, sent));
    });
    const exchange = new Exchange(store, errands, () => '2026-11-21T12:00:00.000Z', (operator) => (operator === 'twilio' ? 'http://api.invalid/twilio/inbound' : 'http://api.invalid/inbound'));
    open.push(errands, exchange);
    return { store, errands, exchange, posted, statuses: () => posted.map(({ form: { status } }) => status) };
  }
  const behave = (operator: ReturnType<typeof anOperator>, text: string) => {
    const behaviour = parseBehaviour(text);
    if (behaviour) operator.exchange.setBehaviour(PHONE, behaviour);
  };

  it('lights up the phone once, then says sent and delivered', async () => {
    const operator = anOperator();
    operator.exchange.send(form());
    await until(() => operator.posted.length === 2 && operator.store.kept.arrivals.length > 0);
    expect(operator.statuses()).toEqual(['sent', 'delivered']);
    expect(operator.store.kept.arrivals.map(({ to, message }) => [to, message])).toEqual([[PHONE, 'Hej']]);
  });

  it('brings a receipt again until it is taken', async () => {
    let refusals = 2;
    const operator = anOperator(() => refusals-- <= 0);
    behave(operator, 'ok');
    operator.exchange.send(form());
    await until(() => operator.store.kept.errands.length === 0);
    expect(operator.posted).toHaveLength(4); // 2 receipts + 2 refusals
  });

  it('tells every receipt twice when asked to, and lights up the phone once all the same', async () => {
    const operator = anOperator();
    behave(operator, 'duplicate');
    operator.exchange.send(form());
    await until(() => operator.posted.length === 4);
    expect(operator.statuses().sort()).toEqual(['delivered', 'delivered', 'sent', 'sent']);
    expect(operator.store.kept.arrivals).toHaveLength(1);
  });

  it('takes a message first and fails it later, and the phone says that something never came', async () => {
    const operator = anOperator();
    behave(operator, 'fail');
    expect(operator.exchange.send(form())).toMatchObject({ answer: 'created', message: { status: 'created' } });
    await until(() => operator.posted.length === 2);
    expect(operator.statuses()).toEqual(['sent', 'failed']);
    expect(phonesOf(operator.store.kept)).toMatchObject([{ number: PHONE, messages: [], lost: 1 }]);
  });

  it.each([
    ['refuse', 'refused', 0],
    ['hang', 'never', 0],
    ['error500AfterAccept', 'error', 1],
    ['hangAfterAccept', 'never', 1],
  ])('%s answers %s and the phone gets %d', async (behaviour, answer, arrivals) => {
    const operator = anOperator();
    behave(operator, behaviour);
    expect(operator.exchange.send(form()).answer).toBe(answer);
    await until(() => operator.store.kept.pending.length === 0);
    expect(operator.store.kept.arrivals).toHaveLength(arrivals);
    expect(operator.store.kept.attempts).toHaveLength(1);
  });

  it('only counts on a dry run', async () => {
    const operator = anOperator();
    expect(operator.exchange.send(form({ dryrun: true, message: 'a'.repeat(161) }))).toEqual({ answer: 'dryrun', parts: 2, cost: 7000 /* 2 * 3500 */ });
    expect([operator.store.kept.messages, operator.store.kept.pending]).toEqual([[], []]);
  });

  it('goes on after a kill with what it had taken: phones light up and receipts are brought', async () => {
    const before = anOperator();
    before.exchange.send(form());
    before.store.persist();
    before.errands.stop();
    before.exchange.stop();
    expect(existsSync(file)).toBe(true);

    const after = anOperator();
    after.errands.schedule();
    after.exchange.schedule();
    await until(() => after.posted.length === 2);
    expect(after.store.kept.arrivals).toHaveLength(1);
    expect(before.store.kept.arrivals).toHaveLength(0);
  });

  it('posts what somebody writes on a phone as an inbound SMS', async () => {
    const operator = anOperator();
    operator.exchange.reply(PHONE, 'Ja', '+46701740699');
    await until(() => operator.posted.length === 1);
    expect(operator.posted[0]).toMatchObject({
      url: 'http://api.invalid/inbound',
      form: { direction: 'incoming', from: PHONE, to: '+46701740699', message: 'Ja', created: '2026-11-21T12:00:00.000000' },
    });
  });

  it('brings a reply by the operator that the phone last had a text from, in that one’s own form', async () => {
    const operator = anOperator();
    operator.exchange.send(form({ operator: 'twilio' }));
    const { id } = operator.exchange.reply(PHONE, 'Ja', '+46701740699');
    await until(() => operator.posted.some(({ url }) => url.endsWith('/inbound')));
    expect(id).toMatch(/^SM/);
    expect(operator.posted.find(({ url }) => url.endsWith('/inbound'))).toMatchObject({
      url: 'http://api.invalid/twilio/inbound',
      form: { MessageSid: id, From: PHONE, To: '+46701740699', Body: 'Ja', NumSegments: '1' },
    });
  });
});
