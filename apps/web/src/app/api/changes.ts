import { Injectable, signal } from '@angular/core';
import type { ChangeEvent } from '@radslag/contracts';

export type Change = ChangeEvent | { what: 'reconnected'; referralId?: undefined; conferenceId?: undefined };
const RETRY_MS = 5_000;

/**
 * One stream of "something changed there" for the whole window. Pages listen and read again; the stream itself carries ids only.
 * What was missed while the line was down is unknown, so everyone reads again when it is back.
 */
@Injectable({ providedIn: 'root' })
export class Changes {
  private readonly listeners = new Set<(change: Change) => void>();
  private source: EventSource | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private wasOpen = false;
  readonly connected = signal(true);

  start(): void {
    if (this.source !== null) return;
    const source = new EventSource('/api/v1/events');
    this.source = source;
    source.onopen = () => {
      this.connected.set(true);
      if (this.wasOpen) this.tell({ what: 'reconnected' });
      this.wasOpen = true;
    };
    source.onmessage = (event: MessageEvent<string>) => {
      const change = parse(event.data);
      if (change !== null) this.tell(change);
    };
    source.onerror = () => {
      this.connected.set(false);
      // The browser reconnects by itself unless the server refused: then try again, calmly.
      if (source.readyState !== EventSource.CLOSED) return;
      this.source = null;
      this.retry = setTimeout(() => this.start(), RETRY_MS);
    };
  }

  stop(): void {
    clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
    this.wasOpen = false;
    this.connected.set(true);
  }

  /** Returns how to stop listening. */
  listen(listener: (change: Change) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}

function parse(data: string): Change | null {
  try {
    const change = JSON.parse(data) as Change;
    return typeof change.what === 'string' ? change : null;
  } catch {
    return null;
  }
}
