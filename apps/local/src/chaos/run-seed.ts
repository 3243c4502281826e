import type { Nursery } from './children';
import type { Cluster } from './cluster';
import { gather } from './evidence';
import { judgeRun, type Violation } from './judge';
import { Play, type Played } from './play';
import type { RedisServer } from './redis-server';
import { writeScript, type Script } from './script';
import { FAMILY_URL, Stage, type Keys } from './stage';
import type { Deaths } from './crew';

export type Lane = { redis: RedisServer; nursery: Nursery };
export type Ground = { cluster: Cluster; template?: string; /** Of its databases' names. */ ending?: string };
export type Verdict = {
  seed: number;
  violations: Violation[];
  script: Script;
  played: Played[];
  seconds: number;
  counts: { messages: number; accepted: number; arrived: number };
  deaths: Deaths;
};

export async function runSeed(seed: number, { cluster, template, ending = '' }: Ground, lane: Lane, keys: Keys): Promise<Verdict> {
  const begun = performance.now();
  const script = writeScript(seed);
  const stage = new Stage(`seed_${seed}${ending}`, cluster, lane.redis, keys, lane.nursery, template);
  const play = new Play(stage, script);
  const violations: Violation[] = [];
  let counts = { messages: 0, accepted: 0, arrived: 0 };
  try {
    await stage.open(script.begins, script.workers);
    await play.perform();
    const evidence = await gather(stage, script, play.played, keys.link, FAMILY_URL);
    violations.push(...judgeRun(evidence));
    const accepted = evidence.calls.filter((call) => call.accepted);
    counts = { messages: evidence.messages.length, accepted: accepted.length, arrived: accepted.filter((call) => evidence.fates.get(call.operatorId!) === 'delivered').length };
  } catch (error) {
    violations.push({ rule: 'harness', what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    await stage.close().catch((error: unknown) => violations.push({ rule: 'harness', what: `closing: ${String(error)}` }));
  }
  violations.push(...play.faults.map((fault) => ({ rule: fault.split(' ')[0]!, what: fault.slice(fault.indexOf(' ') + 1) })));
  return { seed, violations, script, played: play.played, seconds: (performance.now() - begun) / 1000, counts, deaths: stage.crew.deaths };
}
