import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Arrival, Attempt, Errand, OperatorMessage } from './message';

interface Kept {
  messages: OperatorMessage[];
  arrivals: Arrival[];
  attempts: Attempt[];
  errands: Errand[];
  /** messages still on their way, and when the phone lights up or the message is lost */
  pending: { messageId: string; dueAt: number; lost: boolean }[];
  behaviours: Record<string, string>;
  labels: Record<string, string>;
}
const nothing = (): Kept => ({ messages: [], arrivals: [], attempts: [], errands: [], pending: [], behaviours: {}, labels: {} });

/** Everything the operator knows, in one file, so that phones keep their messages over a restart. */
export class OperatorStore {
  kept: Kept;
  private scheduled: NodeJS.Immediate | undefined;
  private dirty = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly file: string | undefined) {
    this.kept = nothing();
    if (file !== undefined && existsSync(file)) this.kept = { ...nothing(), ...(JSON.parse(readFileSync(file, 'utf8')) as Partial<Kept>) };
  }

  /** Call after every change. */
  changed(): void {
    this.dirty = true;
    this.scheduled ??= setImmediate(() => {
      this.scheduled = undefined;
      this.persist();
      for (const listener of this.listeners) listener();
    });
  }

  /** What has been answered must survive a kill, so whoever answers writes first. */
  persist(): void {
    if (!this.dirty || this.file === undefined) return;
    this.dirty = false;
    writeFileSync(`${this.file}.new`, JSON.stringify(this.kept), { mode: 0o600 });
    renameSync(`${this.file}.new`, this.file);
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  message(id: string): OperatorMessage | undefined {
    return this.kept.messages.find((message) => message.id === id);
  }

  reset(): void {
    const { labels } = this.kept;
    this.kept = { ...nothing(), labels };
    this.changed();
  }
}
