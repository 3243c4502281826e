import type { Moment } from './instruments';
import type { Call } from './call';
import type { Played } from './play';
import type { Script } from './script';
import type { Said, Stage } from './stage';
import type { Municipality } from './world.fixture';

export type MessageRow = {
  id: string; municipality_id: string; conference_id: string; member_id: string; invitation_id: string; consent_id: string; kind: string; schedule_version: number; idempotency_key: string;
  state: string; reason: string | null; due_at: Date; not_after: Date; ended_at: Date | null; lease_until: Date | null; attempts: number;
};
export type TaskRow = { kind: string; member_id: string | null; reason: string | null };

/** What a finished run is judged by: the operator's record and the order of commits first, our own rows beside them. */
export type Evidence = {
  script: Pick<Script, 'seed'>;
  world: readonly Municipality[];
  moments: readonly Moment[];
  calls: readonly Call[];
  fates: ReadonlyMap<string, string>;
  messages: readonly MessageRow[];
  tasks: readonly TaskRow[];
  played: readonly Played[];
  outages: readonly { from: number; to: number }[];
  jumps: readonly { from: number; to: number }[];
  poisoned: ReadonlySet<string>;
  /** Numbers and addresses that were ever treated badly, and operators that ever were bad. */
  treated: ReadonlySet<string>;
  badOperators: ReadonlySet<string>;
  /** What was written on phones, by the operator's id. */
  said: ReadonlyMap<string, Said>;
  linkKey: Buffer;
  familyUrl: string;
  /** On the clock that can be moved. */
  endedAt: number;
  /** On the machine's clock: when the operator's side, which is we ourselves, could answer nobody in time. */
  lateness: readonly { from: number; to: number }[];
};

type RawMoment = Omit<Moment, 'seq'> & { seq: string };

export async function gather(stage: Stage, script: Script, played: readonly Played[], linkKey: Buffer, familyUrl: string): Promise<Evidence> {
  const { observer, phones, mail } = stage;
  const moments = await observer.ask<RawMoment>('SELECT seq, at, app_at AS "appAt", what, id, facts FROM chaos_moment ORDER BY seq');
  return {
    script, world: stage.world, played, linkKey, familyUrl,
    moments: moments.map((moment) => ({ ...moment, seq: Number(moment.seq) })),
    calls: [...phones.calls, ...mail.calls].sort((a, b) => a.realAt - b.realAt),
    fates: phones.fates,
    messages: await observer.ask<MessageRow>(
      `SELECT id, municipality_id, conference_id, member_id, invitation_id, consent_id, kind, schedule_version, idempotency_key, state, reason, due_at, not_after, ended_at, lease_until, attempts FROM message ORDER BY id`,
    ),
    tasks: await observer.ask<TaskRow>('SELECT kind, member_id, reason FROM task'),
    outages: stage.outages,
    jumps: observer.jumps,
    poisoned: stage.poisoned,
    treated: new Set([...phones.treated, ...mail.treated]),
    badOperators: phones.badOperators,
    said: stage.said,
    endedAt: observer.now(),
    lateness: phones.lateness,
  };
}
