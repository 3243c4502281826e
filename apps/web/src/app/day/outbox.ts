import { signal } from '@angular/core';
import type { DayView } from '@radslag/contracts';
import { ApiProblem, asProblem } from '../api/problem';

type Person = DayView['people'][number];
export type TapEvent = 'arrived' | 'left' | 'undo';
/** A tick that the server has not answered yet: ids and a moment, nothing that says who. `id` is its idempotency key, so that sent twice it counts once. */
export type Tap = { id: string; userId: string; conferenceId: string; memberId: string; event: TapEvent; at: string };
export type Refused = { tap: Tap; problem: ApiProblem };

/** Where taps outlive a reload. */
export type TapStorage = Pick<Storage, 'getItem' | 'setItem'>;
export type OutboxParts = { storage: () => TapStorage; send: (tap: Tap) => Promise<void>; retryMs?: number };

const KEY = 'radslag.day.taps';
const RETRY_MS = 4_000;

/**
 * Ticks that wait for the network, in the order they were made. They are kept in the browser before anything is sent and taken
 * out when the server has answered: a dead spot, a reload or a flat battery loses none. What the server refuses is taken out too,
 * and said.
 */
export class Outbox {
  readonly waiting = signal<readonly Tap[]>([]);
  readonly refused = signal<readonly Refused[]>([]);
  /** False: this browser keeps nothing, and a reload loses what waits. */
  readonly kept = signal(true);
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private owner: { userId: string; conferenceId: string } | null = null;

  constructor(private readonly parts: OutboxParts) {}

  /** Whose taps, and of which day: another's on the same tablet are left for them. */
  open(userId: string, conferenceId: string): void {
    this.owner = { userId, conferenceId };
    this.waiting.set(this.stored().filter((tap) => this.isMine(tap)));
    void this.flush();
  }
  add(tap: Tap): Promise<void> {
    this.waiting.update((taps) => [...taps, tap]);
    this.store((all) => [...all, tap]);
    return this.flush();
  }
  /** Undone before it was sent: as if it had not been made. False when there was none, or it may be on its way. */
  takeBack(memberId: string): boolean {
    const last = this.waiting().findLast((tap) => tap.memberId === memberId);
    if (last === undefined || last.id === this.sending) return false;
    this.drop(last);
    return true;
  }
  forgetRefused(): void {
    this.refused.set([]);
  }
  /** Sends what waits, one at a time and in order; comes back when all is sent or the network is gone. */
  flush(): Promise<void> {
    return (this.running ??= this.sendAll().finally(() => (this.running = null)));
  }
  close(): void {
    clearTimeout(this.timer);
    this.owner = null;
  }

  private sending: string | null = null;
  private async sendAll(): Promise<void> {
    clearTimeout(this.timer);
    for (let tap = this.waiting()[0]; tap !== undefined && this.owner !== null; tap = this.waiting()[0]) {
      this.sending = tap.id;
      try {
        await this.parts.send(tap);
      } catch (error) {
        const problem = asProblem(error);
        if (mayPass(problem)) {
          this.timer = setTimeout(() => void this.flush(), this.parts.retryMs ?? RETRY_MS);
          return;
        }
        const { id } = tap;
        this.refused.update((list) => [...list.filter((one) => one.tap.id !== id), { tap: tap!, problem }]);
      } finally {
        this.sending = null;
      }
      this.drop(tap);
    }
  }
  private drop({ id }: Tap): void {
    this.waiting.update((taps) => taps.filter((one) => one.id !== id));
    this.store((all) => all.filter((one) => one.id !== id));
  }
  private isMine(tap: Tap): boolean {
    return tap.userId === this.owner?.userId && tap.conferenceId === this.owner.conferenceId;
  }
  private stored(): Tap[] {
    try {
      const all = JSON.parse(this.parts.storage().getItem(KEY) ?? '[]') as unknown;
      return Array.isArray(all) ? all.filter(isTap) : [];
    } catch {
      return [];
    }
  }
  private store(change: (all: Tap[]) => Tap[]): void {
    try {
      this.parts.storage().setItem(KEY, JSON.stringify(change(this.stored())));
      this.kept.set(true);
    } catch {
      this.kept.set(false);
    }
  }
}

/** Nobody answered, signed out meanwhile, too many at once, or the service is down: it is tried again. Anything else is an answer. */
const mayPass = ({ offline, status }: ApiProblem): boolean => offline || status === 401 || status === 408 || status === 423 || status === 429 || status >= 500;

function isTap(value: unknown): value is Tap {
  const tap = value as Partial<Record<keyof Tap, unknown>> | null;
  return typeof tap === 'object' && tap !== null && (['id', 'userId', 'conferenceId', 'memberId', 'event', 'at'] as const).every((key) => typeof tap[key] === 'string');
}

/** The list as it will be when what waits has been sent. */
export function withTaps(people: readonly Person[], taps: readonly Tap[]): (Person & { waiting: boolean })[] {
  return people.map((person) => {
    const mine = taps.filter((tap) => tap.memberId === person.memberId);
    return { ...mine.reduce(afterTap, person), waiting: mine.length > 0 };
  });
}

function afterTap(person: Person, { event, at }: Tap): Person {
  switch (event) {
    case 'arrived':
      return { ...person, arrivedAt: person.arrivedAt ?? at, leftAt: null, whereabouts: 'inRoom' };
    case 'left':
      return { ...person, leftAt: at, whereabouts: 'hasLeft' };
    case 'undo':
      return person.leftAt === null ? { ...person, arrivedAt: null, whereabouts: 'expected' } : { ...person, leftAt: null, whereabouts: 'inRoom' };
  }
}

export type DayStatus = { kind: 'waiting'; n: number; online: boolean } | { kind: 'offline' } | { kind: 'saved'; at: Date } | { kind: 'fetched'; at: Date } | { kind: 'none' };

/** What the top of the page says of the state of things. Nothing is called saved that was not sent from here and answered. */
export function dayStatus(of: { online: boolean; waiting: number; savedAt: Date | null; fetchedAt: Date | null }): DayStatus {
  if (of.waiting > 0) return { kind: 'waiting', n: of.waiting, online: of.online };
  if (!of.online) return { kind: 'offline' };
  if (of.savedAt !== null) return { kind: 'saved', at: of.savedAt };
  return of.fetchedAt === null ? { kind: 'none' } : { kind: 'fetched', at: of.fetchedAt };
}
