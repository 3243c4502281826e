import { boardColumn, type OnTheBoard } from './board';

const row = (over: Partial<OnTheBoard> = {}): OnTheBoard => ({ state: 'sent', coming: null, openTask: false, channel: 'sms', lastAsking: 'delivered', ...over });

describe('the board of invitations', () => {
  it.each<[string, Partial<OnTheBoard>, string]>([
    ['one that has arrived waits for its answer', {}, 'waiting'],
    ['one that the operator has taken waits too', { lastAsking: 'accepted' }, 'waiting'],
    ['one that is planned is on its way', { state: 'notSent', lastAsking: 'planned' }, 'onItsWay'],
    ['one that did not arrive needs a person', { lastAsking: 'failed' }, 'needsYou'],
    ['so does one that nobody knows the end of', { lastAsking: 'unknown' }, 'needsYou'],
    ['so does one with a call to make', { openTask: true }, 'needsYou'],
    ['one by letter, nothing sent and nothing asked for', { state: 'notSent', channel: 'letter', lastAsking: null }, 'notSent'],
    ['an answer settles it, whatever became of the messages', { coming: 'no', lastAsking: 'failed', openTask: true }, 'answered'],
    ['a stopped repeat leaves it where the question put it', { lastAsking: 'cancelled' }, 'waiting'],
  ])('%s', (_, over, column) => expect(boardColumn(row(over))).toBe(column));
});
