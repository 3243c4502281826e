import { linkToken, linkUrl } from '@radslag/access';
import { messageValues, renderMessage, toGsm7Friendly, type FamilyLanguage, type MessageKind } from '@radslag/domain';
import type { Call } from '../call';
import type { Evidence, MessageRow } from '../evidence';
import { History } from '../history';
import type { Moment } from '../instruments';
import { toldOf } from './told';

/** One relative who is told 9 March, then 12 March, and then that it is off; each test leaves something out. */
const LINK_KEY = Buffer.alloc(32, 1);
const [FIRST, SECOND] = ['2027-03-09T10:00', '2027-03-12T13:30'];
const endOf = (starts: string) => `${starts.slice(0, 11)}${String(Number(starts.slice(11, 13)) + 3)}${starts.slice(13)}`;
const at = (hours: number) => new Date(Date.parse('2027-03-02T08:00:00Z') + hours * 3_600_000);
const moment = (seq: number, what: Moment['what'], id: string, facts: Record<string, unknown>): Moment => ({ seq, at: at(seq), appAt: at(seq), what, id, facts });
const WELL = { removed: false, protected: false, noSms: false, goBetween: null, number: '\\x20', hasPhone: true, language: 'sv' };
const conference = (seq: number, version: number, state: string, startsLocal: string | null) => moment(seq, 'conference', 'conference', { state, version, startsLocal, endsLocal: startsLocal === null ? null : endOf(startsLocal) });
const task = (seq: number, facts: object) => moment(seq, 'task', 'task', { kind: 'callMember', member: 'person', conference: 'conference', about: 'cancelled', urgent: true, open: true, ...facts });
const BEGINNING = [moment(1, 'network_member', 'person', WELL), conference(2, 1, 'polling', null), moment(3, 'invitation', 'invitation', { member: 'person', conference: 'conference', revoked: false, rotation: 0 })];
const STORY = [...BEGINNING, conference(10, 2, 'confirmed', FIRST), conference(20, 3, 'confirmed', SECOND), conference(30, 4, 'cancelled', SECOND)];

let calls = 0;
function text(hours: number, kind: MessageKind, startsLocal: string, more: Partial<Call> & { language?: FamilyLanguage; invitation?: string } = {}): Call {
  const { language = 'sv', invitation = 'invitation', ...rest } = more;
  const values = messageValues({ link: linkUrl('https://svara.example', linkToken(LINK_KEY, invitation, 0)), phone: '+46701740605', opening: '', date: startsLocal.slice(0, 10), from: startsLocal.slice(11), to: endOf(startsLocal).slice(11) }, language);
  calls += 1;
  return {
    realAt: at(hours).getTime(), appAt: at(hours).getTime(), by: 'sms', operator: '46elks', to: '+46701740620', from: 'Svara', text: toGsm7Friendly(renderMessage(kind, language, values).text), messageId: `${kind} ${startsLocal}`, accepted: true, answer: 'created',
    operatorId: `op-${calls}`, ...rest,
  };
}
const SET = text(11, 'timeSet', FIRST);
const MOVED = text(21, 'timeMoved', SECOND);
const OFF = text(31, 'cancelled', SECOND);

function judged(moments: readonly Moment[], heard: readonly Call[], change: Partial<Evidence> = {}) {
  const row = (id: string, kind: string, schedule_version: number) => ({ id, invitation_id: 'invitation', member_id: 'person', kind, schedule_version }) as MessageRow;
  const messages = [row(`timeSet ${FIRST}`, 'timeSet', 2), row(`timeMoved ${SECOND}`, 'timeMoved', 3), row(`cancelled ${SECOND}`, 'cancelled', 4), row(`cancelled ${FIRST}`, 'cancelled', 4)];
  const people = ['person', 'second'].map((memberId) => ({ memberId, consentId: '', phone: '+46701740620', spare: '', email: '', language: 'sv' }));
  const evidence = {
    calls: heard, fates: new Map<string, string>(), messages, moments, outages: [], endedAt: at(40).getTime(), linkKey: LINK_KEY, familyUrl: 'https://svara.example',
    world: [{ id: 'municipality', smsNumber: '', theCase: {} as never, whomToCall: '+46701740605', people, numbers: {}, operators: 2 }], ...change,
  } as unknown as Evidence;
  return toldOf(evidence, new History([...moments].sort((a, b) => a.seq - b.seq)));
}
const says = (...of: Parameters<typeof judged>): string[] => judged(...of).violations.map(({ what }) => what);
const LEFT = [expect.stringContaining('nobody is asked to tell them')];
const REVEALED = [expect.stringContaining('had never been told it')];

describe('everybody who was told is told', () => {
  it('has nothing against a week in which each text came', () => expect(judged(STORY, [SET, MOVED, OFF])).toEqual({ judged: 1, violations: [] }));

  it('reads every language, and counts the phones that were told a time which did not stay', () => {
    expect(judged(STORY, [text(11, 'timeSet', FIRST, { language: 'ar' }), text(21, 'timeMoved', SECOND, { language: 'ti' }), text(31, 'cancelled', SECOND, { language: 'so' })])).toEqual({ judged: 1, violations: [] });
    expect(judged(STORY.slice(0, 4), [SET])).toEqual({ judged: 0, violations: [] });
    expect(judged(STORY.slice(0, 5), [SET, { ...MOVED, to: '+46701740621' }])).toEqual({ judged: 2, violations: [] });
  });

  it('wants a cancellation to reach whoever was told', () => {
    expect(says(STORY, [SET, MOVED])).toEqual(LEFT);
    expect(says(STORY, [SET, MOVED, { ...OFF, accepted: false, operatorId: null }])).toEqual(LEFT);
    expect(says(STORY, [SET, MOVED, OFF], { fates: new Map([[OFF.operatorId!, 'failed']]) })).toEqual(LEFT);
  });

  it('wants a move to reach whoever was told, also by a reminder', () => {
    expect(says(STORY.slice(0, 5), [SET])).toEqual(LEFT);
    expect(says(STORY.slice(0, 5), [text(12, 'reminderWeek', FIRST)])).toEqual(LEFT);
    expect(says(STORY.slice(0, 5), [SET, MOVED, text(22, 'reminderDay', FIRST)])).toEqual(LEFT);
    expect(says(STORY.slice(0, 5), [SET, text(22, 'reminderDay', SECOND)])).toEqual([]);
  });

  it('wants called off what they believe, and not another day', () => {
    expect(says(STORY, [SET, text(31, 'cancelled', FIRST)])).toEqual([]);
    expect(says([...STORY, moment(25, 'message_attempt', 'gate', { message: `timeMoved ${SECOND}`, operator: '46elks' })], [SET, OFF])).toEqual(LEFT);
  });

  it('is content with an open, urgent task that says what they do not know', () => {
    expect(says([...STORY, task(32, {})], [SET, MOVED])).toEqual([]);
    for (const facts of [{ open: false }, { urgent: false }, { about: 'timeMoved' }, { about: 'reminderDay' }, { member: 'other' }, { conference: 'other' }, { kind: 'inboundMessage' }]) expect(says([...STORY, task(32, facts)], [SET, MOVED])).toEqual(LEFT);
    expect(says([...STORY, task(32, {}), task(33, { open: false })], [SET, MOVED])).toEqual(LEFT);
    expect(says([...STORY.slice(0, 5), task(22, { about: 'timeMoved' })], [SET])).toEqual([]);
    expect(says([...STORY.slice(0, 5), task(22, {})], [SET])).toEqual(LEFT);
  });

  it('looks when the time comes, and not later', () => {
    const long = { endedAt: at(24 * 30).getTime() };
    expect(says(STORY, [SET, MOVED, text(24 * 12, 'cancelled', SECOND)], long)).toEqual(LEFT);
    expect(says([...STORY, task(24 * 12, {})], [SET, MOVED], long)).toEqual(LEFT);
    expect(says([...STORY, task(32, {}), task(24 * 12, { open: false })], [SET, MOVED], long)).toEqual([]);
    expect(says([...STORY.slice(0, 5), conference(24 * 12, 4, 'cancelled', SECOND)], [SET, MOVED], long)).toEqual([]);
  });

  it('lets those be who are out of it, and whom nobody could reach', () => {
    const removed = moment(25, 'network_member', 'person', { ...WELL, removed: true });
    const revoked = moment(25, 'invitation', 'invitation', { member: 'person', conference: 'conference', revoked: true, rotation: 0 });
    const no = moment(25, 'answer', 'answer', { invitation: 'invitation', coming: 'no', about: [{ startsLocal: SECOND, endsLocal: endOf(SECOND), value: 'no' }] });
    expect(says([...STORY, removed], [SET, MOVED])).toEqual([]);
    for (const out of [removed, revoked, no]) expect(says([...STORY.slice(0, 5), out], [SET])).toEqual([]);
    for (const out of [revoked, no]) expect(says([...STORY, out], [SET, MOVED])).toEqual(LEFT);
    expect(says([...STORY, moment(25, 'network_member', 'person', { ...WELL, noSms: true })], [SET, MOVED])).toEqual(LEFT);
    expect(says(STORY, [SET, MOVED], { outages: [{ from: at(31).getTime(), to: at(50).getTime() }] })).toEqual([]);
  });

  it('knows each of two on one phone by their link', () => {
    const two = [...STORY, moment(4, 'network_member', 'second', WELL), moment(5, 'invitation', 'second-invitation', { member: 'second', conference: 'conference', revoked: false, rotation: 0 })];
    const theirs = text(11, 'timeSet', FIRST, { invitation: 'second-invitation', messageId: 'theirs' });
    expect(says(two, [SET, theirs, MOVED, OFF])).toEqual([expect.stringMatching(/^cond was told/)]);
  });

  it('allows nobody to learn of a time by its being called off', () => {
    expect(says(STORY, [OFF])).toEqual(REVEALED);
    expect(says(STORY, [SET, text(30, 'cancelled', FIRST), OFF])).toContainEqual(REVEALED[0]);
    const gate = moment(21, 'message_attempt', 'gate', { message: `timeMoved ${SECOND}`, operator: '46elks' });
    expect(says([...STORY, gate], [OFF])).toEqual([]);
    expect(says([...STORY, gate], [{ ...MOVED, accepted: false, answer: 'refused', operatorId: null }, OFF])).toEqual(REVEALED);
    expect(says([...STORY, gate], [{ ...MOVED, accepted: false, answer: 'never', operatorId: null }, OFF])).toEqual([]);
  });
});
