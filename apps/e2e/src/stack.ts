/** The running product that a journey walks through: what `npm start -- --json` prints. */
export type Stack = {
  staff: string;
  family: string;
  operator: string;
  signIns: { municipality: string; name: string; role: string; email: string; password: string }[];
  operatorCredentials: { user: string; password: string };
  databaseUrl: string;
  ownerDatabaseUrl: string;
  redisUrl: string;
  /** Where the stack keeps its data and logs. */
  directory: string;
};

export function stack(): Stack {
  const json = process.env['RADSLAG_E2E'];
  if (!json) throw new Error('RADSLAG_E2E is not set: run the journeys with `npm test -- e2e`.');
  return JSON.parse(json) as Stack;
}

/** The demo person with a role in a municipality (the first, unless a name is given). */
export function signInOf(role: string, municipality = 'Alnäs', name?: string) {
  const found = stack().signIns.find((s) => s.role === role && s.municipality.startsWith(municipality) && (!name || s.name.startsWith(name)));
  if (!found) throw new Error(`no demo sign-in for ${role} in ${municipality}`);
  return found;
}

export type Arrival = { seq: number; to: string; from: string; message: string; at: string };

/** The simulated operator's control side: what reached a phone, how a number behaves, what time it is. */
export const phones = {
  async arrivals(number: string): Promise<Arrival[]> {
    return read<Arrival[]>(`/control/arrivals?to=${encodeURIComponent(number)}`);
  },
  async clock(): Promise<{ now: string; nextMessageAt: string | null }> {
    return read(`/control/clock`);
  },
  async moveClock(to: { to: string } | { next: true } | { offsetMs: number }): Promise<void> {
    await write('/control/clock', to);
  },
  async behave(number: string, behaviour: string): Promise<void> {
    await write('/control/behaviours', { number, behaviour });
  },
  async reply(from: string, message: string): Promise<void> {
    await write('/control/inbound', { from, message });
  },
  /** Where the record stands now: what comes later has a higher number. */
  async mark(): Promise<number> {
    return (await read<Arrival[]>('/control/arrivals')).at(-1)?.seq ?? 0;
  },
  /** Waits until a text that matches has reached the phone. */
  async waitFor(number: string, matches: (message: string) => boolean, since = 0, ms = 30_000): Promise<Arrival> {
    const until = performance.now() + ms;
    for (;;) {
      const found = (await phones.arrivals(number)).findLast((a) => a.seq > since && matches(a.message));
      if (found) return found;
      if (performance.now() > until) throw new Error(`nothing that matches reached ${number}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  },
};

async function read<T>(path: string): Promise<T> {
  const answer = await fetch(stack().operator + path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function write(path: string, body: unknown): Promise<void> {
  const answer = await fetch(stack().operator + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** The link in a text. */
/** A text that has arrived, as the staff web shows it: the secret of its link is masked at its own length. */
export const asStaffSee = (message: string): string => message.replace(/\/r\/[0-9A-Za-z]{22}/g, `/r/${'*'.repeat(22)}`);
export const linkIn = (message: string): string => /https?:\/\/\S+\/r\/\w+/.exec(message)![0];
