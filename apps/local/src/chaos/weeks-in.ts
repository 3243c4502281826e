import type { Moment } from './instruments';

const WEEK_MS = 7 * 86_400_000;

/** Conferences that were invited to, booked, moved and cancelled within seven days, as the commits say. */
export function weeksIn(moments: readonly Moment[]): number {
  const conferences = Map.groupBy(moments.filter(({ what }) => what === 'conference'), ({ id }) => id);
  return [...conferences].filter(([id, about]) => {
    const invited = moments.find(({ what, facts }) => what === 'invitation' && facts['conference'] === id);
    const cancelled = about.find(({ facts }) => facts['state'] === 'cancelled');
    const times = new Set(about.filter(({ facts }) => facts['state'] === 'confirmed').map(({ facts }) => facts['startsLocal']));
    return invited !== undefined && cancelled !== undefined && times.size > 1 && cancelled.appAt.getTime() - invited.appAt.getTime() <= WEEK_MS;
  }).length;
}
