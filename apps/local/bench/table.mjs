import { median, ratioOf, spread } from './figures.mjs';

/** A row as it is printed and as `--json` tells it. `met` is null where there is no goal, only something worth knowing. */
export const row = ({ what, goal = '', figure, unit, floor = null, ratio = null, spread: apart = null, met = null, note = '' }) => ({ what, goal, figure, unit, floor, ratio, spread: apart, met, note });

/** Something that should be at least this share of its floor. Both are lists, one value a round. */
export function atLeast(share, { what, unit, figures, floors, note }) {
  const ratio = ratioOf(figures, floors);
  return row({ what, goal: `≥ ${share} × floor`, figure: median(figures), unit, floor: median(floors), ratio, spread: spread(figures), met: ratio >= share, note });
}

/** Something that should cost at most this many times its floor. */
export function atMost(times, { what, unit, figures, floors, note }) {
  const ratio = ratioOf(figures, floors);
  return row({ what, goal: `≤ ${times} × floor`, figure: median(figures), unit, floor: median(floors), ratio, spread: spread(figures), met: ratio <= times, note });
}

/** Something for which there is no floor, only a number that it may not pass. */
export const below = (limit, { what, unit, figure, note }) => row({ what, goal: `≤ ${shown(limit)} ${unit}`.trim(), figure, unit, met: figure <= limit, note });

export const known = ({ what, unit, figures, note }) => row({ what, figure: median(figures), unit, spread: spread(figures), note });

/** A part that could not be measured is short of its goal, with the reason: it must not look as if it had not been asked. */
export const unmeasured = (what, why) => row({ what, figure: null, unit: '', met: false, note: why });

export function shown(value) {
  if (value === null) return '';
  if (Math.abs(value) >= 1000) return Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, ' ');
  if (Math.abs(value) >= 100 || Number.isInteger(value)) return String(Math.round(value));
  return Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const HEADS = ['What', 'Goal', 'Figure', 'Floor', 'Ratio', '±', 'Met'];
const LEFT = new Set([0, 1, 6]);

function cells(one) {
  const unit = one.unit === '' ? '' : ` ${one.unit}`;
  return [
    one.what,
    one.goal,
    one.figure === null ? '–' : `${shown(one.figure)}${unit}`,
    one.floor === null ? '' : `${shown(one.floor)}${unit}`,
    one.ratio === null ? '' : `${one.ratio.toFixed(2)}×`,
    one.spread === null ? '' : `${Math.round(one.spread * 100)} %`,
    one.met === null ? '' : one.met ? 'yes' : 'NO',
  ];
}

export function tableOf(rows) {
  const lines = [HEADS, ...rows.map(cells)];
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const written = lines.map((line) => line.map((cell, column) => (LEFT.has(column) ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd());
  written.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '));
  const notes = rows.filter((one) => one.note !== '').map((one) => `  ${one.what}: ${one.note}`);
  return [...written, ...(notes.length > 0 ? ['', ...notes] : [])].join('\n');
}
