import type { DayView } from '@radslag/contracts';
import { wallTime } from '../ui/dates';

/** The day as a line: what has been, what is, and where on it we are. Wall times are laid out as if they were UTC. */
export type PhaseKey = 'information' | 'privateTime' | 'presentation' | 'decision';
export type PhaseState = { key: PhaseKey; state: 'none' | 'half' | 'full'; from: string | null; to: string | null };
export type Stretch = { key: Exclude<PhaseKey, 'decision'>; left: number; width: number };
export type DayLine = { stretches: Stretch[]; now: number | null; ticks: { place: number; wall: string }[] };

const HOUR = 3_600_000;
const BEGINS: Readonly<Record<string, Exclude<PhaseKey, 'decision'>>> = { startInformation: 'information', startPrivateTime: 'privateTime', endPrivateTime: 'presentation' };

/** When each part began and ended; private time taken twice counts from its last beginning. */
export function spans(events: DayView['events']): { key: Exclude<PhaseKey, 'decision'>; from: string; to: string | null }[] {
  const result: { key: Exclude<PhaseKey, 'decision'>; from: string; to: string | null }[] = [];
  for (const event of [...events].sort((a, b) => (a.at < b.at ? -1 : 1))) {
    if (event.kind === 'askForHelp') continue;
    const open = result.at(-1);
    if (open !== undefined && open.to === null) open.to = event.at;
    const begins = BEGINS[event.kind];
    if (begins !== undefined) result.push({ key: begins, from: event.at, to: null });
  }
  return result;
}

export function phaseStates(view: DayView): PhaseState[] {
  const all = spans(view.events);
  const ended = view.conference.phase === 'ended';
  const parts = (['information', 'privateTime', 'presentation'] as const).map((key): PhaseState => {
    const last = all.filter((span) => span.key === key).at(-1);
    if (last === undefined) return { key, state: 'none', from: null, to: null };
    return { key, state: last.to === null ? 'half' : 'full', from: last.from, to: last.to };
  });
  return [...parts, { key: 'decision', state: ended ? 'half' : 'none', from: null, to: null }];
}

export function dayLine(view: DayView, now: Date): DayLine | null {
  const { startsLocal, endsLocal } = view.conference;
  if (startsLocal === null || endsLocal === null) return null;
  const at = (wall: string) => Date.parse(`${wall}Z`);
  const ofInstant = (instant: string | Date) => at(wallTime(new Date(instant)));
  const all = spans(view.events);
  const starts = [at(startsLocal), ...all.map((span) => ofInstant(span.from))];
  const ends = [at(endsLocal), ...all.flatMap((span) => (span.to === null ? [] : [ofInstant(span.to)]))];
  const from = Math.floor(Math.min(...starts) / HOUR) * HOUR;
  const to = Math.ceil(Math.max(...ends) / HOUR) * HOUR;
  const place = (ms: number) => Math.round((Math.min(Math.max(ms, from), to) - from) / (to - from) * 10_000) / 100;
  const here = ofInstant(now);
  const step = Math.max(1, Math.ceil((to - from) / HOUR / 6)) * HOUR;
  const hours = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
  return {
    stretches: all.map((span) => {
      const left = place(ofInstant(span.from));
      return { key: span.key, left, width: Math.round((place(span.to === null ? here : ofInstant(span.to)) - left) * 100) / 100 };
    }),
    now: here < from || here > to ? null : place(here),
    ticks: hours.map((ms) => ({ place: place(ms), wall: new Date(ms).toISOString().slice(0, 16) })),
  };
}

/** Whole hours and minutes between two instants; never below nothing. */
export function lasted(from: string, to: string): { hours: number; minutes: number } {
  const minutes = Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / 60_000));
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** A part that nobody has ended in so long is hardly under way: private time may last five hours, no part lasts seven. */
const LONGEST = 7 * HOUR;
export const mayBeForgotten = (from: string, now: Date): boolean => now.getTime() - Date.parse(from) >= LONGEST;
