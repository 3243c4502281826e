import { linkToken, linkUrl } from '@radslag/access';
import { messageValues, renderMessage, toGsm7Friendly } from '@radslag/domain';
import type { Evidence, MessageRow } from './evidence';
import type { Moment } from './instruments';
import { judgeRun } from './judge';
import type { Call } from './call';

/** One person, one invitation, one call that is as it should be; each test spoils one thing. */
const LINK_KEY = Buffer.alloc(32, 1);
const NOON = Date.parse('2027-03-02T11:00:00Z');
const at = (ms: number) => new Date(NOON + ms);
const moment = (seq: number, what: Moment['what'], id: string, facts: Record<string, unknown>, ms = seq): Moment => ({ seq, at: at(ms), appAt: at(ms), what, id, facts });
const WELL = { removed: false, protected: false, noSms: false, channel: 'sms', others: [], lastReachedBy: null, hasPhone: true, hasEmail: false, number: '\\x20', language: 'sv', goBetween: null, hoursFrom: null, hoursTo: null };
const MOMENTS: Moment[] = [
  moment(1, 'network_member', 'person', WELL),
  moment(2, 'consent', 'consent', { member: 'person', withdrawn: false }),
  moment(3, 'conference', 'conference', { state: 'polling', version: 1, startsLocal: null, endsLocal: null }),
  moment(4, 'invitation', 'invitation', { member: 'person', conference: 'conference', revoked: false, rotation: 0 }),
  moment(10, 'message_attempt', 'attempt', { message: 'message', operator: '46elks' }),
];
const TEXT = toGsm7Friendly(renderMessage('invitation', 'sv', messageValues({ link: linkUrl('https://svara.example', linkToken(LINK_KEY, 'invitation', 0)), phone: '+46701740605' }, 'sv')).text);
const MESSAGE: MessageRow = {
  id: 'message', municipality_id: 'municipality', conference_id: 'conference', member_id: 'person', invitation_id: 'invitation', consent_id: 'consent', kind: 'invitation', schedule_version: 1,
  idempotency_key: 'invitation:invitation:1', state: 'delivered', reason: null, due_at: at(0), not_after: at(86_400_000), ended_at: null, lease_until: null, attempts: 1,
};
const CALL: Call = { realAt: NOON + 20, appAt: NOON + 20, by: 'sms', operator: '46elks', to: '+46701740620', from: 'Svara', text: TEXT, messageId: 'message', accepted: true, answer: 'created', operatorId: 'op-1' };

function evidence(change: Partial<Evidence>): Evidence {
  const people = [{ memberId: 'person', consentId: 'consent', phone: '+46701740620', spare: '+46701740630', email: '', language: 'sv' }];
  return {
    script: { seed: 1 }, world: [{ id: 'municipality', smsNumber: '+46701740698', theCase: {} as never, whomToCall: '+46701740605', people, numbers: { '\\x20': '+46701740620', '\\x21': '+46701740621' }, operators: 2 }],
    moments: MOMENTS, calls: [CALL], fates: new Map([['op-1', 'delivered']]), messages: [MESSAGE], tasks: [], played: [], outages: [], jumps: [], poisoned: new Set(), treated: new Set(), badOperators: new Set(), said: new Map(),
    linkKey: LINK_KEY, familyUrl: 'https://svara.example', endedAt: NOON + 86_400_000, lateness: [], ...change,
  };
}
const rules = (change: Partial<Evidence>): string[] => [...new Set(judgeRun(evidence(change)).violations.map(({ rule }) => rule))];
const changed = (seq: number, what: Moment['what'], id: string, facts: object): Moment[] => [...MOMENTS, moment(seq, what, id, { ...MOMENTS.find((m) => m.id === id)!.facts, ...facts })].sort((a, b) => a.seq - b.seq);

describe('the judge', () => {
  it('has nothing against a message that went as it should', () => expect(rules({})).toEqual([]));

  it('I1 wants every message ended, and the truth about it', () => {
    expect(rules({ messages: [{ ...MESSAGE, state: 'queued' }] })).toContain('I1');
    expect(rules({ calls: [], moments: MOMENTS.slice(0, 4) })).toContain('I1');
    expect(rules({ messages: [{ ...MESSAGE, state: 'cancelled' }] })).toContain('I1');
  });

  it('I1 wants somebody asked about what came too late, until it matters no more', () => {
    const late = { calls: [], moments: MOMENTS.slice(0, 4), outages: [{ from: 0, to: at(86_400_000).getTime() }], messages: [{ ...MESSAGE, state: 'expired', reason: 'tooLate', ended_at: at(86_400_000) }] };
    expect(rules(late)).toEqual(['I1']);
    expect(rules({ ...late, tasks: [{ kind: 'callMember', member_id: 'person', reason: 'tooLate' }] })).toEqual([]);
    expect(rules({ ...late, moments: [...late.moments, moment(9, 'answer', 'answer', { invitation: 'invitation', coming: 'yes' })] })).toEqual([]);
  });

  it('I2 counts what the operator took, for a row and for what the row repeats', () => {
    expect(rules({ calls: [CALL, { ...CALL, operatorId: 'op-2' }] })).toEqual(['I2']);
    const again = { ...MESSAGE, id: 'resent', idempotency_key: `${MESSAGE.idempotency_key}:resent` };
    const twice = { messages: [MESSAGE, again], calls: [CALL, { ...CALL, messageId: 'resent', operatorId: 'op-2' }], moments: [...MOMENTS, moment(11, 'message_attempt', 'attempt-2', { message: 'resent', operator: '46elks' })] };
    expect(rules({ ...twice, fates: new Map([['op-1', 'delivered'], ['op-2', 'delivered']]) })).toEqual(['I2']);
    expect(rules({ ...twice, fates: new Map([['op-1', 'failed'], ['op-2', 'delivered']]) })).not.toContain('I2');
  });

  it('I3 allows a gate that was committed before the removal, and none after it', () => {
    expect(rules({ moments: changed(11, 'network_member', 'person', { removed: true }) })).toEqual([]);
    expect(rules({ moments: changed(9, 'network_member', 'person', { removed: true }) })).toEqual(['I3']);
    expect(rules({ moments: changed(9, 'consent', 'consent', { withdrawn: true }) })).toEqual(['I3']);
    expect(rules({ moments: MOMENTS.slice(0, 4) })).toEqual(['I3']);
  });

  it('I4 reads the text itself', () => {
    expect(rules({ calls: [{ ...CALL, text: 'Något annat' }] })).toEqual(['I4']);
    expect(rules({ moments: changed(9, 'invitation', 'invitation', { rotation: 1 }) })).toEqual(['I4']);
    expect(rules({ moments: changed(9, 'conference', 'conference', { state: 'cancelled' }) })).toEqual(['I4']);
  });

  it('I5 tells a refusal from our own slowness, and a worker that gives up too soon from both', () => {
    const refused = { calls: [], messages: [{ ...MESSAGE, state: 'failed', reason: 'operatorRefused' }], tasks: [{ kind: 'callMember', member_id: 'person', reason: null }] };
    expect(rules(refused)).toEqual(['I5']);
    expect(rules({ ...refused, lateness: [{ from: NOON + 100, to: NOON + 400 }] })).toEqual([]);
    expect(rules({ ...refused, lateness: [{ from: NOON + 5_000, to: NOON + 5_400 }] })).toEqual(['I5']);
    expect(rules({ ...refused, calls: [{ ...CALL, accepted: false, answer: 'refused', operatorId: null }], lateness: [{ from: NOON + 100, to: NOON + 400 }] })).toEqual(['I5']);
  });

  it('I8 wants delivered what came, whatever the order of the receipts', () => expect(rules({ messages: [{ ...MESSAGE, state: 'accepted' }] })).toEqual(['I8']));

  it('I9 and I10 look at the clock of the gate', () => {
    const gateAt = (ms: number) => [...MOMENTS.slice(0, 4), { ...MOMENTS[4]!, appAt: at(ms) }];
    expect(rules({ moments: gateAt(10 * 3_600_000) })).toEqual(['I9']);
    expect(rules({ moments: gateAt(86_400_001) })).toEqual(['I9']);
    expect(rules({ moments: gateAt(-60_000) })).toEqual(['I10']);
  });

  it('I11 allows no call after one that was not known or refused', () => expect(rules({ calls: [{ ...CALL, accepted: false, answer: 'refused', operatorId: null }, CALL] })).toEqual(['I11']));

  it('I11 lets another operator take over after a definite no, and nothing else', () => {
    const busy: Call = { ...CALL, accepted: false, answer: 'busy', operatorId: null };
    const other: Call = { ...CALL, realAt: NOON + 60, operator: 'twilio' };
    const tried = [...MOMENTS, moment(11, 'message_attempt', 'attempt-2', { message: 'message', operator: 'twilio' }, 40)];
    expect(rules({ calls: [busy, other], moments: tried })).toEqual([]);
    expect(rules({ calls: [{ ...busy, answer: 'never' }, other], moments: tried })).toEqual(['I11']);
    expect(rules({ calls: [CALL, { ...other, operatorId: 'op-2' }], moments: tried })).toEqual(['I2']);
    expect(rules({ calls: [busy, { ...CALL, realAt: NOON + 60 }], moments: [...MOMENTS, moment(11, 'message_attempt', 'attempt-2', { message: 'message', operator: '46elks' }, 40)] })).toEqual(['I11']);
  });

  it('I3 knows whose phone stands for whom', () => {
    const served = [...changed(4, 'network_member', 'person', { goBetween: 'other' }), moment(2, 'network_member', 'other', { ...WELL, number: '\\x21' }), moment(3, 'consent', 'consent-2', { member: 'other', withdrawn: false })].sort((a, b) => a.seq - b.seq);
    const there = { ...CALL, to: '+46701740621' };
    expect(rules({ moments: served, calls: [there] })).toEqual([]);
    expect(judgeRun(evidence({ moments: served })).violations.map(({ what }) => what)).toEqual([expect.stringContaining('own number although a go-between stands')]);
    for (const [what, id, facts] of [['network_member', 'other', { ...WELL, removed: true }], ['network_member', 'other', { ...WELL, noSms: true }], ['consent', 'consent-2', { member: 'other', withdrawn: true }]] as const) {
      expect(rules({ moments: [...served.slice(0, -1), moment(9, what, id, facts), served.at(-1)!], calls: [there] })).toEqual(['I3']);
    }
  });

  it('I9 keeps to a person’s own hours, and a text to no SMS', () => {
    expect(rules({ moments: changed(9, 'network_member', 'person', { hoursFrom: '16:00', hoursTo: '19:00' }) })).toEqual(['I9']);
    expect(rules({ moments: changed(9, 'network_member', 'person', { hoursFrom: '11:00', hoursTo: '13:00' }) })).toEqual([]);
    expect(rules({ moments: changed(9, 'network_member', 'person', { noSms: true }) })).toEqual(['I3']);
  });

  it('I7 wants every reply kept once, and I3 none taken for somebody’s who may not have written it', () => {
    const said = new Map([['in-1', { memberId: 'person', phone: '+46701740620', word: 'JA' }]]);
    const reply = (seq: number, facts: object) => moment(seq, 'inbound_message', 'reply', { operatorId: 'in-1', kind: 'answer', number: '\\x20', member: 'person', ...facts });
    expect(rules({ said })).toEqual(['I7']);
    expect(rules({ said, moments: [...MOMENTS, reply(12, {})] })).toEqual([]);
    expect(rules({ said, moments: [...MOMENTS, reply(12, { member: null })] })).toEqual(['I3']);
  });
});
