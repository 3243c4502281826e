import { OPERATORS } from '@radslag/domain';
import { WRITES_EMAIL } from './cast';
import { Changes } from './changes';
import { pause } from './clockwork';
import type { Fault, Script, Step, Tick, Where, Whom } from './script';
import type { Stage } from './stage';

const MINUTE = 60_000;
/** Longer than anything that is done without Redis takes, also on a busy machine. */
const HANGS_MS = 15_000;

export type Played = { step: Step; came: string };

/** Plays a script to its end, lets everything settle, and returns what came of each step. */
export class Play {
  readonly played: Played[] = [];
  /** What no invariant words: a worker that does not leave, one that starts on an unsafe Redis, something due and never done. */
  readonly faults: string[] = [];
  private readonly changes: Changes;

  constructor(
    private readonly stage: Stage,
    private readonly script: Script,
  ) {
    this.changes = new Changes(stage);
  }

  async perform(): Promise<void> {
    const { crew, redis } = this.stage;
    crew.mendRedis = async () => redis.up && (await redis.setPolicy('noeviction'));
    await this.changes.begin(this.script);
    for (const step of this.script.steps) this.played.push({ step, came: await this.take(step) });
    await this.restoreAll();
    if (!(await this.stage.clockwork.settle())) this.faults.push(`I1 something due was never done, although nothing stood in its way: ${this.stage.clockwork.stuckOn}`);
    this.faults.push(...this.stage.crew.complaints.map((complaint) => `I14 ${complaint}`));
  }

  private async take(step: Step): Promise<string> {
    switch (step.do) {
      case 'tick':
        return this.tick(step);
      case 'race': {
        const other = step.with.do === 'tick' ? this.tick(step.with) : this.fault(step.with);
        await pause(step.jitterMs);
        const [came, beside] = await Promise.all([this.changes.make(step.change), other]);
        return `${came} beside ${beside}`;
      }
      case 'confirm':
      case 'move':
      case 'cancel':
      case 'remove':
      case 'protect':
      case 'decline':
      case 'accept':
      case 'withdraw':
      case 'stop':
      case 'revoke':
      case 'rotate':
      case 'say':
      case 'noSms':
      case 'goBetween':
      case 'renumber':
      case 'share':
      case 'hours':
        return this.changes.make(step);
      default:
        return this.fault(step);
    }
  }

  private async tick(tick: Tick): Promise<string> {
    const { clockwork, crew } = this.stage;
    await crew.ready();
    const target = 'to' in tick ? await clockwork.nextDue() : clockwork.now() + tick.minutes * MINUTE;
    if (target === null) return 'nothing is planned';
    if (!(await clockwork.advance(target + 500))) this.faults.push(`I5 something due was not done by a living worker at ${new Date(clockwork.now()).toISOString()}: ${clockwork.stuckOn}`);
    return new Date(clockwork.now()).toISOString();
  }

  private async fault(fault: Fault): Promise<string> {
    const { crew, redis, phones, mail, cluster, clockwork } = this.stage;
    switch (fault.do) {
      case 'killAt':
        if (fault.point === 'callAccepted') phones.onceAccepted(() => crew.kill('all', 'callAccepted'));
        else await crew.arm(fault.point, fault.nth);
        break;
      case 'holdAt':
        await crew.hold(fault.point, fault.ms);
        break;
      case 'freezeAt':
        await crew.freeze(fault.point, fault.nth);
        break;
      case 'killNow':
        crew.kill(fault.all ? 'all' : 'one');
        break;
      case 'rollingRestart':
        await crew.rollingRestart();
        break;
      case 'flush':
        if (redis.up) await redis.flush();
        break;
      case 'redisStop':
        await redis.stop();
        break;
      case 'redisStart':
        await redis.start();
        break;
      case 'redisHang':
        return this.redisHang(fault);
      case 'redisSnapshot':
        if (redis.up) await redis.snapshot();
        break;
      case 'redisOldSnapshot':
        await redis.stop();
        await redis.start('old');
        break;
      case 'wrongEviction':
        return fault.under === 'start' ? this.wrongEviction() : this.evicting();
      case 'postgresCrash':
        await cluster.server.crash();
        break;
      case 'treat':
        for (const phone of this.phonesOf(fault)) phones.treat(phone, fault.as);
        break;
      case 'treatWell':
        for (const phone of this.phonesOf(fault)) phones.treatWell(phone);
        break;
      case 'treatOperator':
        phones.treatOperator(fault.operator, fault.as);
        break;
      case 'operatorWell':
        phones.operatorWell(fault.operator);
        break;
      case 'treatMail':
        mail.treat(this.stage.world[fault.at]!.people[WRITES_EMAIL]!.email, fault.as);
        break;
      case 'historyAway':
        phones.historyAway = true;
        break;
      case 'historyBack':
        phones.historyAway = false;
        break;
      case 'workerClock':
        await crew.shiftClocks(fault.shiftMinutes * MINUTE);
        break;
      case 'outage':
        await crew.outage(async () => {
          const from = clockwork.now();
          await this.stage.observer.setClock(from + fault.hours * 60 * MINUTE);
          this.stage.outages.push({ from, to: clockwork.now() });
        });
        break;
      case 'poison':
        this.stage.poisoned.add(this.stage.world[fault.at]!.people[fault.person]!.memberId);
        // Nobody can read it any more: neither number nor text can come of it.
        await this.stage.observer.ask(`UPDATE network_member SET phone = '\\x00' WHERE id = $1 AND phone IS NOT NULL`, [this.stage.world[fault.at]!.people[fault.person]!.memberId]);
        break;
    }
    return 'so it is';
  }

  /** With `due`, what is next goes out of Postgres while Redis says nothing: nobody waits for it to come back. */
  private async redisHang({ ms, due }: { ms: number; due: boolean }): Promise<string> {
    const { redis, crew, clockwork } = this.stage;
    if (!redis.up || redis.hanging) return 'it is away';
    if (!due) {
      redis.hang(ms);
      return 'so it is';
    }
    await crew.ready();
    redis.hang(HANGS_MS);
    try {
      const target = await clockwork.nextDue();
      if (target === null) return 'nothing is planned';
      const went = await clockwork.advance(target + 500);
      if (!redis.hanging || !went) this.faults.push(`I6 what was due waited ${HANGS_MS / 1000} s for a Redis that hangs: ${clockwork.stuckOn}`);
      return `${new Date(clockwork.now()).toISOString()} without it`;
    } finally {
      redis.wake();
    }
  }

  private async wrongEviction(): Promise<string> {
    const { redis, crew } = this.stage;
    redis.wake();
    if (!redis.up) await redis.start();
    await crew.ready();
    // A worker that is started meanwhile would have Redis put right, under the one that is tried.
    const mend = crew.mendRedis;
    crew.mendRedis = undefined;
    await redis.setPolicy('allkeys-lru');
    const outcome = await crew.tryToStart();
    await redis.setPolicy('noeviction');
    crew.mendRedis = mend;
    if (outcome !== 'started' && /noeviction/.test(outcome.refused)) return 'refused to start';
    this.faults.push(`I6 a worker and a Redis with allkeys-lru: ${outcome === 'started' ? 'it started' : outcome.refused}`);
    return 'started';
  }

  /** Everything is thrown away as soon as it is written, or refused: what a cache is set to. */
  private async evicting(): Promise<string> {
    const { redis } = this.stage;
    if (!redis.up) return 'it is away';
    redis.wake();
    await redis.evict();
    return 'so it is';
  }

  private async restoreAll(): Promise<void> {
    const { crew, redis, phones, mail } = this.stage;
    phones.onceAccepted(undefined);
    phones.treatWell();
    for (const operator of OPERATORS) phones.operatorWell(operator);
    mail.treatWell();
    phones.historyAway = false;
    redis.wake();
    await redis.start();
    await redis.setPolicy('noeviction');
    await crew.shiftClocks(0);
    await crew.ready();
  }

  private phonesOf({ at, person }: { at: Where; person: Whom }): string[] {
    return this.stage.world[at]!.people.filter((_, index) => person === 'everybody' || person === index).flatMap(({ phone, spare }) => [phone, spare]);
  }
}
