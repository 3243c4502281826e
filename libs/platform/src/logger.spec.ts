import { createLogger, loggablePath } from './logger';

const CANARY = 'CaNaRy7c4n4ryCaNaRy999';
const lineOf = (err: unknown): string => {
  let line = '';
  createLogger('spec', 'info', { write: (written: string) => (line += written) }).error({ err }, 'failed');
  return line;
};

describe('a path in a log', () => {
  it.each([
    `/r/${CANARY}`, `/r/${CANARY}?s=ar`, `/r/${CANARY}/more`, `//r/${CANARY}`, `/%72/${CANARY}`, `/R/${CANARY}`, `/r/plainlowercaseword`,
    `/s/${CANARY}`, '/s/plainlowercaseword', `/k/${CANARY}`, `/kod?brevkod=${CANARY}`, `/kod;${CANARY}`, `/kod#${CANARY}`, `/new-route/${CANARY}`,
    `/api/v1/hooks/46elks/dlr/01a1b2c3-0000-7000-8000-000000000000/01a1b2c3-0000-7000-8000-000000000001/${CANARY}`, `/api/v1/hooks/twilio/inbound/${CANARY}`, `/api/v1/calendar/${CANARY}.ics`,
    `/${CANARY}`, `/x/${CANARY.toLowerCase()}`, `/x/${encodeURIComponent('åäö')}${CANARY}`,
  ])('keeps no secret: %s', (path) => {
    expect(loggablePath(path)).not.toMatch(/canary|plainlowercaseword/i);
  });

  it.each([
    ['/api/v1/conferences/01a1b2c3-0000-7000-8000-000000000000/cancel', '/api/v1/conferences/01a1b2c3-0000-7000-8000-000000000000/cancel'],
    ['/om/alnas', '/om/alnas'], ['/51', '/51'], ['/', '/'], ['/health/ready', '/health/ready'], ['/kod', '/kod'],
    ['/r/abc', '/r/…'], ['/s/abc', '/s/…'], ['/api/v1/hooks/46elks/inbound/x', '/api/v1/hooks/…'], ['/main-AB12CD.js', '/main-AB12CD.js'],
  ])('still says where: %s', (path, said) => expect(loggablePath(path)).toBe(said));
});

describe('an error in a log', () => {
  it.each([
    `Cannot GET /r/${CANARY}`, `Cannot POST /s/${CANARY}?x=1`, `connect to redis://:${CANARY}@cache:6379 failed`, `request to https://user:${CANARY}@sms.example/a failed`,
    `Key (token)=(${CANARY}) exists`, `invalid "${CANARY}"`, `two lines\n${CANARY.length} /r/${CANARY}`,
  ])('keeps no secret of an address or a value: %s', (message) => expect(lineOf(new Error(message))).not.toContain(CANARY));

  it('keeps its kind, and where it was thrown', () => {
    const line = lineOf(new TypeError('no such thing'));
    expect(line).toContain('TypeError');
    expect(line).toContain('no such thing');
    expect(line).toContain('logger.spec');
  });
});
