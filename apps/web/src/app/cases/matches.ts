/** "2026-14", "e.a.", "EA" or "014" find E.A. 2026-014. */
export function matches(one: { initials: string; reference: string }, typed: string): boolean {
  const wanted = fold(typed);
  if (wanted === '') return true;
  return fold(one.initials).includes(wanted) || one.reference.includes(typed.trim()) || number(one.reference) === number(typed);
}

function fold(text: string): string {
  return text.toLocaleLowerCase('sv').replace(/[.\s]/g, '').replace(/(?<=\p{L})och(?=\p{L})/u, '');
}
/** 2026-014 and 2026-14 are the same case, as people say it. */
function number(reference: string): string | null {
  const parts = /^\s*(\d{4})-0*(\d+)\s*$/.exec(reference);
  return parts === null ? null : `${parts[1]}-${parts[2]}`;
}
