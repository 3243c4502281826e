import type { Nursery } from './children';
import type { Cluster } from './cluster';
import { pause } from './clockwork';
import { gather, type Evidence } from './evidence';
import { judgeRun, type Judgement, type Violation } from './judge';
import { Play, type Played } from './play';
import type { RedisServer } from './redis-server';
import { writeScript, type Script } from './script';
import { FAMILY_URL, Stage, type Keys } from './stage';
import type { Deaths } from './crew';
import { weeksIn } from './weeks-in';

export type Lane = { redis: RedisServer; nursery: Nursery };
export type Ground = { cluster: Cluster; template?: string; /** Of its databases' names. */ ending?: string };
export type Verdict = {
  seed: number;
  violations: Violation[];
  script: Script;
  played: Played[];
  seconds: number;
  counts: Counts;
  deaths: Deaths;
};

/** `told`: phones that were told a time which did not stay. `weeks`: cases that were invited, booked, moved and cancelled within seven days. */
export type Counts = { messages: number; accepted: number; arrived: number; told: number; weeks: number; hangs: number; late: number };
const NOTHING: Counts = { messages: 0, accepted: 0, arrived: 0, told: 0, weeks: 0, hangs: 0, late: 0 };
/** What only the sweepers see to has had its turns by then, on any machine. */
const SWEPT_MS = 15_000;

/** Judged when the sweepers are done: a task that is still to be written is not missing yet. */
async function judged(evidenceNow: () => Promise<Evidence>): Promise<{ evidence: Evidence; judgement: Judgement }> {
  for (const deadline = performance.now() + SWEPT_MS; ; await pause(300)) {
    const evidence = await evidenceNow();
    const judgement = judgeRun(evidence);
    if (judgement.violations.every(({ rule }) => rule !== 'I16') || performance.now() > deadline) return { evidence, judgement };
  }
}

export async function runSeed(seed: number, { cluster, template, ending = '' }: Ground, lane: Lane, keys: Keys): Promise<Verdict> {
  const begun = performance.now();
  const script = writeScript(seed);
  const stage = new Stage(`seed_${seed}${ending}`, cluster, lane.redis, keys, lane.nursery, template);
  const play = new Play(stage, script);
  const violations: Violation[] = [];
  let counts = NOTHING;
  try {
    await stage.open(script.begins, script.workers);
    await play.perform();
    const { evidence, judgement } = await judged(() => gather(stage, script, play.played, keys.link, FAMILY_URL));
    violations.push(...judgement.violations);
    const accepted = evidence.calls.filter((call) => call.accepted);
    counts = {
      messages: evidence.messages.length, accepted: accepted.length, arrived: accepted.filter((call) => evidence.fates.get(call.operatorId!) === 'delivered').length,
      told: judgement.told, weeks: weeksIn(evidence.moments), hangs: lane.redis.hangs, late: evidence.lateness.length,
    };
  } catch (error) {
    violations.push({ rule: 'harness', what: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    await stage.close().catch((error: unknown) => violations.push({ rule: 'harness', what: `closing: ${String(error)}` }));
  }
  violations.push(...play.faults.map((fault) => ({ rule: fault.split(' ')[0]!, what: fault.slice(fault.indexOf(' ') + 1) })));
  return { seed, violations, script, played: play.played, seconds: (performance.now() - begun) / 1000, counts, deaths: stage.crew.deaths };
}
