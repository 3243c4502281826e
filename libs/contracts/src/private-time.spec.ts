import { PRIVATE_TIME, routes, writesContent, type AnyRoute } from '.';

const writes = Object.values(routes as Record<string, AnyRoute>).filter((route) => route.method !== 'GET');

describe('what may be written while a family has its own time', () => {
  it('says of every write endpoint whether it is content, and names none that does not exist', () => {
    expect(writes.length).toBeGreaterThan(60);
    expect(Object.keys(PRIVATE_TIME).sort()).toEqual(writes.map((route) => route.name).sort());
  });

  it('gives a reason for everything that passes', () => {
    for (const [name, rule] of Object.entries(PRIVATE_TIME)) if (rule !== 'content') expect(`${name}: ${rule.passes}`).toMatch(/: \S.{10,}\.$/);
  });

  it('takes an endpoint that nobody has thought of for content, and no reading', () => {
    expect(writesContent({ name: 'writeDiary', method: 'POST' }, {})).toBe(true);
    expect(writesContent(routes.readNetwork, undefined)).toBe(false);
  });

  it('lets a reply be marked as read and a call be noted, but no words with it', () => {
    expect(writesContent(routes.handleInboxItem, { how: 'read', note: '' })).toBe(false);
    expect(writesContent(routes.handleInboxItem, { how: 'read', note: ' \n' })).toBe(false);
    expect(writesContent(routes.handleInboxItem, { how: 'read', note: 'Mormor lät orolig.' })).toBe(true);
    expect(writesContent(routes.recordCall, { outcome: 'spoke' })).toBe(false);
    expect(writesContent(routes.recordCall, { outcome: 'spoke', note: 'Mormor lät orolig.' })).toBe(true);
    expect(writesContent(routes.recordPhase, { event: 'askForHelp' })).toBe(false);
  });
});
