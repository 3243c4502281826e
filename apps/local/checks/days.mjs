/** Days on which programs that know the date go wrong, as instants. */
export const DAYS = {
  'Christmas Eve': '2026-12-24T09:00:00Z',
  // 01.50 in Sweden: ten minutes later it is 03.00
  'the night that loses an hour': '2027-03-28T00:50:00Z',
  // 02.30 in Sweden, for the first time of two
  'the night that has an hour twice': '2027-10-31T00:30:00Z',
  'leap day': '2028-02-29T10:00:00Z',
  // the night before Sunday: no text may leave, and all that counts working days finds none
  'a Saturday night': '2027-06-05T21:45:00Z',
};

/** How many files of integration specs are run on the drawn day, so that every run can afford it. */
export const SAMPLED_SPECS = 8;

const FIRST = Date.parse('2026-12-01T00:00:00Z');
const MINUTE = 60_000;
const SEVEN_YEARS = (7 * 365 + 2) * 24 * 60;

/** Numbers in [0, 1) that a seed decides (mulberry32). */
function numbersOf(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Some minute of the seven years from December 2026. */
export const dayOf = (seed) => new Date(FIRST + Math.floor(numbersOf(seed)() * SEVEN_YEARS) * MINUTE);

/** `count` of the files, which ones the seed decides; `sample` is `seed:count`, or undefined for all. */
export function sampleOf(files, sample) {
  if (sample === undefined) return [...files];
  const [seed, count] = sample.split(':').map(Number);
  const next = numbersOf(seed);
  return [...files]
    .sort()
    .map((file) => ({ file, drawn: next() }))
    .sort((a, b) => a.drawn - b.drawn)
    .slice(0, count)
    .map(({ file }) => file);
}
