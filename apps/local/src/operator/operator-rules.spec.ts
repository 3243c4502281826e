import { BEHAVIOURS, formatBehaviour, parseBehaviour, treatmentOf } from './behaviour';
import { offsetFor } from './clock';
import { asWritten, checkSendForm, toE164 } from './form';
import { historyPage } from './history';
import { elksTime, type OperatorMessage } from './message';
import { escapeHtml, linkify } from './page-html';
import { replyNumber } from './reply-number';
import { countParts } from './segments';
import { instantOfWritten, wallTime } from './stockholm';

const sms = (id: string, to: string, created: string): OperatorMessage => ({
  id, direction: 'outgoing', from: 'Raadslag', to, message: id, created, parts: 1, cost: 3500, status: 'delivered',
});

describe('history', () => {
  const messages = [
    sms('a', '+46701740605', '2026-11-20T08:00:00.000Z'),
    sms('b', '+46701740606', '2026-11-20T09:00:00.000Z'),
    sms('c', '+46701740605', '2026-11-20T10:00:00.000Z'),
  ];
  const ids = (query: Parameters<typeof historyPage>[1]) => historyPage(messages, query).data.map(({ id }) => id);

  it('has the newest first', () => expect(ids({})).toEqual(['c', 'b', 'a']));
  it('narrows to a recipient', () => expect(ids({ to: '+46701740605' })).toEqual(['c', 'a']));
  it('reads start as before and end as after, as 46elks does', () => {
    expect(ids({ start: '2026-11-20T10:00:00' })).toEqual(['b', 'a']);
    expect(ids({ end: '2026-11-20T08:00:00' })).toEqual(['c', 'b']);
    expect(ids({ start: '2026-11-20T10:00:00.000000', end: '2026-11-20T08:00:00.000000' })).toEqual(['b']);
  });
  it('takes a time with a zone as that instant', () => expect(ids({ start: '2026-11-20T10:00:00+01:00' })).toEqual(['a']));
  it('pages, and says where the next page starts', () => {
    const page = historyPage(messages, { limit: '2' });
    expect(page.data.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(historyPage(messages, { start: elksTime(page.next ?? '') }).data.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('behaviours', () => {
  it.each(BEHAVIOURS)('%s is read back as it is written', (name) => {
    const timed = name === 'delay' || name === 'slow';
    const written = timed ? `${name}:1500` : name;
    const parsed = parseBehaviour(written);
    expect(parsed).toEqual({ name, delayMs: timed ? 1500 : 0 });
    expect(parsed && formatBehaviour(parsed)).toBe(written);
  });
  it.each(['', 'slow', 'slowly', 'ok:3', 'delay', 'delay:', 'delay:-1', 'delay:1:2'])('refuses %j', (text) => expect(parseBehaviour(text)).toBeUndefined());

  it('never lights up a phone for a message that was not taken', () => {
    for (const name of BEHAVIOURS) {
      const { accepted, arrivesAfterMs, receipts } = treatmentOf({ name, delayMs: 0 });
      if (!accepted) expect([arrivesAfterMs, receipts]).toEqual([null, []]);
    }
  });
  it('says delivered only of messages that light up a phone', () => {
    for (const name of BEHAVIOURS) {
      const { arrivesAfterMs, receipts } = treatmentOf({ name, delayMs: 0 });
      if (arrivesAfterMs === null) expect(receipts.map(({ status }) => status)).not.toContain('delivered');
    }
  });
  it('reorder has delivered come before sent', () => {
    const inOrder = [...treatmentOf({ name: 'reorder', delayMs: 0 }).receipts].sort((a, b) => a.afterMs - b.afterMs);
    expect(inOrder.map(({ status }) => status)).toEqual(['delivered', 'sent']);
  });
});

describe('the form of a sent SMS', () => {
  const body = (change: Record<string, string | undefined>) => {
    const fields = { from: 'Raadslag', to: '+46701740605', message: 'Hej', ...change };
    return new URLSearchParams(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined));
  };
  it('takes a good one', () => expect(checkSendForm(body({ dryrun: 'yes' }))).toMatchObject({ ok: true, form: { dryrun: true } }));
  it.each([
    [{ to: undefined }, 'Missing key to'],
    [{ from: undefined }, 'Missing key from'],
    [{ to: '0701740605' }, '"0701740605" is not a valid phone number.'],
    [{ from: 'TwelveLetter' }, 'is not a valid sender'],
    [{ from: 'Rådslag' }, 'is not a valid sender'],
    [{ message: '' }, 'Message must not be empty'],
    [{ whendelivered: 'javascript:1' }, 'whendelivered is not a valid URL'],
  ])('refuses %j', (change, text) => expect(checkSendForm(body(change))).toMatchObject({ ok: false, status: 403, text: expect.stringContaining(text) }));
});

describe('numbers', () => {
  it.each(['070-174 06 05', '0701740605', '+46 70 174 06 05', '0046701740605'])('%s is one and the same phone', (written) => expect(toE164(written)).toBe('+46701740605'));
  it('is no number when it is none', () => expect(toE164('mormor')).toBeUndefined());
  it('is shown as Swedes write it', () => expect(asWritten('+46701740605')).toBe('070-174 06 05'));
});

describe('a reply', () => {
  const none = () => Promise.resolve(undefined);
  it('goes to the number that wrote', async () => expect(await replyNumber('+46701740650', none)).toBe('+46701740650'));
  it('goes to the municipality behind a text sender', async () =>
    expect(await replyNumber('Svara', (sender) => Promise.resolve(sender === 'Svara' ? '+46701740651' : undefined))).toBe('+46701740651'));
  it('goes to nobody when nobody wrote', async () => expect([await replyNumber(undefined, none), await replyNumber('Svara', none)]).toEqual(['+46701740699', '+46701740699']));
});

describe('parts of a message', () => {
  it('fits 160 letters in one, å ä ö among them, and 153 in each of several', () => {
    expect(countParts('ö'.repeat(160))).toBe(1);
    expect(countParts('ö'.repeat(161))).toBe(2); // 161 / 153
    expect(countParts('ö'.repeat(307))).toBe(3); // 307 / 153
  });
  it('counts a bracket twice', () => expect(countParts(`${'a'.repeat(159)}[`)).toBe(2)); // 159 + 2 = 161
  it('fits 70 in one and 67 in each of several as soon as one letter is not in the alphabet', () => {
    expect(countParts(`${'a'.repeat(69)}–`)).toBe(1);
    expect(countParts(`${'a'.repeat(70)}–`)).toBe(2);
    expect(countParts('م'.repeat(135))).toBe(3); // 135 / 67
  });
});

describe('the clock', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');
  it('goes ahead of the real time', () => expect(offsetFor(now + 60_000, now)).toBe(60_000));
  it('never goes behind it', () => expect(offsetFor(now - 1, now)).toBeUndefined());
  it('refuses what is no time', () => expect(offsetFor(NaN, now)).toBeUndefined());
  it('reads a wall time as Swedish, on both sides of the change', () => {
    expect(instantOfWritten('2027-03-27T10:00')).toBe(Date.parse('2027-03-27T09:00:00Z'));
    expect(instantOfWritten('2027-03-28T10:00')).toBe(Date.parse('2027-03-28T08:00:00Z'));
    expect(instantOfWritten('2026-11-21T12:00:00Z')).toBe(now);
    expect(instantOfWritten('i morgon')).toBeUndefined();
    expect(wallTime('2026-11-21T12:00:00Z')).toBe('2026-11-21T13:00');
  });
});

describe('what a phone shows', () => {
  it('makes links of addresses, and leaves the full stop to the sentence', () => {
    expect(linkify('Svara: http://localhost:3001/r/abc. Hälsningar')).toBe(
      'Svara: <a href="http://localhost:3001/r/abc" target="_blank" rel="noopener noreferrer">http://localhost:3001/r/abc</a>. Hälsningar',
    );
  });
  it('never lets a message become markup', () => {
    expect(linkify('<img src=x> http://a/"onclick="x')).not.toMatch(/<img|"onclick=/);
    expect(escapeHtml(`<&>"'`)).toBe('&#60;&#38;&#62;&#34;&#39;');
  });
});
