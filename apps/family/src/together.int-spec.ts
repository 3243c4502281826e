import 'reflect-metadata';
import { FillInTogether } from '@radslag/conferences';
import { anInvitation, LINK_KEY } from './an-invitation.fixture';
import { NOW, Site } from './site.fixture';

let site: Site;
beforeAll(async () => {
  site = await Site.start();
  const key = LINK_KEY.toString('base64');
  Object.assign(process.env, { RADSLAG_MODE: 'test', RADSLAG_DATABASE_URL: site.t.appUrl, RADSLAG_REDIS_URL: 'redis://127.0.0.1:1', RADSLAG_MASTER_KEY: key, RADSLAG_LINK_KEY: key, RADSLAG_CALLBACK_KEY: key });
});
afterAll(() => site.close());

const entranceOf = async (url: string) => new URL(url).pathname;
const aCall = async (facts: Parameters<typeof anInvitation>[2] = {}) => {
  const invitation = await anInvitation(site.t.db, site.municipality, { secondStep: 'birthYear', ...facts });
  const { url } = await new FillInTogether(site.t.db).execute(invitation.coordinator, invitation.invitationId);
  return { invitation, entrance: await entranceOf(url) };
};

describe('a coordinator with somebody on the phone', () => {
  it('comes to the person’s own pages without the second step, sees whose they are, and the answer is marked', async () => {
    const { invitation, entrance } = await aCall();
    const desk = site.phone();
    const before = await site.everything();
    expect((await desk.get(entrance)).body).toContain('Svara tillsammans på telefon');
    expect(await site.everything()).toBe(before);
    expect((await desk.post(entrance)).location).toBe('/2');
    const page = await desk.get('/2');
    expect(page.body).toMatch(/lang=\"sv\" dir=\"ltr\">[^§]*Du fyller i åt <bdi>[^<]*<\/bdi><br\/?>Svaret märks som sagt på telefon\./);
    expect(page.body).not.toContain('Jag är inte rätt person');
    await desk.post('/2', { k: 'yes' });
    await desk.get('/3');
    await desk.post('/3', { t0: 'yes', t1: 'yes', t2: 'no', t3: 'ifNeedBe' });
    await desk.post('/4', { h: 'inPerson' });
    await desk.post('/5', { b: 'inget' });
    await desk.post('/6', { o: 'no' });
    expect((await desk.post('/7')).location).toBe('/8');
    const [answer] = await site.rows<{ source: string; recorded_by: string }>('SELECT source, recorded_by FROM answer WHERE invitation_id = $1', [invitation.invitationId]);
    expect(answer).toEqual({ source: 'phone', recorded_by: invitation.coordinator.userId });
    const audited = await site.rows<{ action: string; actor_kind: string; actor_id: string | null }>(`SELECT action, actor_kind, actor_id FROM audit_entry WHERE action IN ('answer.give', 'link.together') ORDER BY seq`, []);
    for (const action of ['answer.give', 'link.together']) expect(audited).toContainEqual({ action, actor_kind: 'staff', actor_id: invitation.coordinator.userId });
  });

  it('has an address that works once, for two minutes, and only if it is ours', async () => {
    const { entrance } = await aCall();
    expect((await site.phone().post(entrance)).location).toBe('/2');
    expect((await site.phone().post(entrance)).status).toBe(404);
    await site.t.moveClockTo(NOW);
    const late = await aCall();
    await site.t.moveClockTo(new Date(NOW.getTime() + 3 * 60_000));
    expect((await site.phone().post(late.entrance)).status).toBe(404);
    for (const token of ['x', 'A'.repeat(54), `${'_'.repeat(54)}`]) expect((await site.phone().post(`/s/${token}`)).status).toBe(404);
  });

  it('the address in the text is another secret: neither opens the other’s door', async () => {
    const { invitation, entrance } = await aCall();
    expect((await site.phone().get(`/r/${entrance.slice(3)}`)).status).toBe(404);
    expect((await site.phone().post(`/s/${invitation.token}`)).status).toBe(404);
  });
});
