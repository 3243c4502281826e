import type { Errand } from './message';
import type { OperatorStore } from './store';

/** 46elks tries for at least six hours; the first tries are quick, so that a test need not wait. */
const WAITS_MS = [200, 500, 1000, 2000, 5000, 15_000, 60_000, 300_000, 1_200_000, 3_600_000, 7_200_000, 10_800_000];

/** Posts forms to whoever waits for them, again and again until the answer is 200–204. */
export class Errands {
  private timer: NodeJS.Timeout | undefined;
  private readonly underway = new Set<string>();
  private stopped = false;

  constructor(
    private readonly store: OperatorStore,
    private readonly post: (url: string, form: Record<string, string>, signature?: string) => Promise<boolean> = postForm,
  ) {}

  add(errand: Errand): void {
    this.store.kept.errands.push(errand);
    this.store.changed();
    this.schedule();
  }

  schedule(): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    const waiting = this.store.kept.errands.filter((errand) => !this.underway.has(errand.id));
    if (waiting.length === 0) return;
    const next = Math.min(...waiting.map((errand) => errand.dueAt));
    this.timer = setTimeout(() => this.runDue(), Math.min(Math.max(next - Date.now(), 0), 60_000));
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private runDue(): void {
    const now = Date.now();
    for (const errand of this.store.kept.errands) {
      if (errand.dueAt <= now && !this.underway.has(errand.id)) void this.run(errand);
    }
    this.schedule();
  }

  private async run(errand: Errand): Promise<void> {
    this.underway.add(errand.id);
    const taken = await this.post(errand.url, errand.form, errand.signature).catch(() => false);
    this.underway.delete(errand.id);
    errand.attempts += 1;
    const wait = WAITS_MS[errand.attempts - 1];
    if (taken || wait === undefined) {
      this.store.kept.errands = this.store.kept.errands.filter(({ id }) => id !== errand.id);
    } else {
      errand.dueAt = Date.now() + wait;
    }
    this.store.changed();
    this.schedule();
  }
}

async function postForm(target: string, form: Record<string, string>, signature?: string): Promise<boolean> {
  const url = new URL(target);
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded', ...(signature === undefined ? {} : { 'x-twilio-signature': signature }) };
  if (url.username !== '') {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    headers['authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`;
    url.username = '';
    url.password = '';
  }
  const answer = await fetch(url, {
    method: 'POST',
    headers,
    body: new URLSearchParams(form).toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(10_000),
  });
  await answer.body?.cancel();
  return answer.status >= 200 && answer.status <= 204;
}
