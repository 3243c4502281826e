import { DEFAULT_OUTREACH_POLICY, instantOf, SWEDISH_ZONE } from '@radslag/domain';
import { SERVED, WRITES_EMAIL } from './cast';
import type { Cluster } from './cluster';
import { Changes } from './changes';
import { pause } from './clockwork';
import type { Lane } from './run-seed';
import { writeScript } from './script';
import { Stage, type Keys } from './stage';
import { aCrowd } from './world.fixture';

const CROWD = 60;
const EACH = 12;
/** A claim takes five hundred rows, half of them the large one's: whoever is due a second later is still in the first. */
const WITHIN = 400;
const PATIENCE_MS = 60_000;

/** I12: four messages of one municipality, due a second after seven hundred of another. */
export async function playFairness(cluster: Cluster, lane: Lane, keys: Keys): Promise<string[]> {
  const stage = new Stage('fairness', cluster, lane.redis, keys, lane.nursery);
  try {
    const script = writeScript(1);
    await stage.open(`${script.begins.slice(0, 10)}T12:00`, 2);
    const [large, small] = stage.world;
    await stage.observer.ask(`INSERT INTO outreach_policy (municipality_id, id, version, policy, changed_by, changed_at) SELECT $1, gen_random_uuid(), 1, $2, id, now() FROM staff_user WHERE municipality_id = $1 ORDER BY id LIMIT 1`, [
      large!.id, JSON.stringify({ ...DEFAULT_OUTREACH_POLICY, mostPerWeek: 1_000, ladder: [] }),
    ]);
    large!.people.push(...(await aCrowd(stage.db, large!, CROWD)));
    await new Changes(stage).begin(script);
    large!.people.splice(-CROWD);
    const noon = instantOf({ local: `${script.begins.slice(0, 10)}T13:00`, zone: SWEDISH_ZONE });
    await stage.observer.ask(
      `INSERT INTO message (municipality_id, id, referral_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, channel, state, idempotency_key, due_at, not_after, epoch, attempts, created_at)
       SELECT m.municipality_id, gen_random_uuid(), m.referral_id, m.conference_id, m.member_id, m.invitation_id, m.consent_id, m.kind, m.schedule_version, m.channel, 'planned', m.idempotency_key || ':backlog' || n, m.due_at, m.not_after, 0, 0, m.created_at
       FROM message m, generate_series(2, $2::int) n WHERE m.municipality_id = $1 AND m.kind = 'invitation'`,
      [large!.id, EACH],
    );
    await stage.observer.ask(`UPDATE message SET due_at = $1::timestamptz + CASE WHEN municipality_id = $2 THEN interval '0' ELSE interval '1 second' END WHERE kind = 'invitation'`, [noon, large!.id]);
    const numbers = new Set(small!.people.filter((_, index) => index !== SERVED && index !== WRITES_EMAIL).map(({ phone }) => phone));
    await stage.observer.setClock(noon.getTime() + 2_000);
    const places = () => [...numbers].map((number) => stage.phones.calls.findIndex((call) => call.accepted && call.to === number)).filter((place) => place >= 0);
    const deadline = performance.now() + PATIENCE_MS;
    while (places().length < numbers.size && performance.now() < deadline) await pause(20);
    if (places().length < numbers.size) return [`${places().length} of ${numbers.size} messages of the small municipality were sent within ${PATIENCE_MS / 1000} s`];
    return places().some((place) => place > WITHIN) ? [`messages of the small municipality stood at ${places().join(', ')} of ${stage.phones.calls.length}`] : [];
  } finally {
    await stage.close();
  }
}
