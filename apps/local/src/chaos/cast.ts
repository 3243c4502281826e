/** Who is in each case, and when they may meet: what the script and what plays it agree on. */
export type Range = { startsLocal: string; endsLocal: string };

export const PEOPLE = 5;
/** Takes the texts of another on their own phone; has their texts taken; is written to by e-mail first. */
export const GO_BETWEEN = 2;
export const SERVED = 3;
export const WRITES_EMAIL = 4;
/** To which no machine has an answer. */
export const FREE_TEXT = 'Kan jag ta med hunden?';
export const CLOCKS = ['09:00', '10:00', '13:30', '16:30', '17:30'];
export const rangeOn = (date: string, clock: string): Range => ({ startsLocal: `${date}T${clock}`, endsLocal: `${date}T${String(Number(clock.slice(0, 2)) + 3).padStart(2, '0')}${clock.slice(2)}` });
