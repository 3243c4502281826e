/**
 * Whether somebody has read on their page what it has said since a moment; `s` and `i` are the aliases of session and invitation. Behind a
 * second step nothing is read before it is passed, and what a member of staff has open for them is nobody's own reading.
 */
export const readSince = (s: string, i: string, since: string): string =>
  `${s}.recorded_by IS NULL AND CASE WHEN ${i}.second_step = 'none' THEN ${s}.created_at ELSE ${s}.step_passed_at END > ${since}`;
