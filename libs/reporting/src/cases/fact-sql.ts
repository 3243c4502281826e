/** The calendar date in Sweden of a moment, as text. */
export function swedishDay(column: string): string {
  return `(${column} AT TIME ZONE 'Europe/Stockholm')::date::text`;
}

/** A consent that holds on a day, of alias `c`; the day is the parameter `$3`. */
export const CONSENT_HOLDS = `c.withdrawn_at IS NULL AND c.given_on <= $3::date AND (c.valid_until IS NULL OR c.valid_until >= $3::date)`;
