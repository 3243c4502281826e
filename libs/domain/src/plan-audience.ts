import type { PlanScope, ReleasedHow } from './vocabulary';

/** Why a plan may never be somebody's to read. */
export const PLAN_READER_REFUSALS = ['personRemoved', 'notAgreed', 'noConsent'] as const;
export type PlanReaderRefusal = (typeof PLAN_READER_REFUSALS)[number];

export function planReaderRefusal(person: { removed: boolean; agreed: boolean; consents: boolean }): PlanReaderRefusal | null {
  if (person.removed) return 'personRemoved';
  if (!person.agreed) return 'notAgreed';
  return person.consents ? null : 'noConsent';
}

/**
 * What somebody gets when a plan is accepted, before anybody chooses: whoever was there has heard it. Whoever was not and has a part in
 * it gets that part, or they would promise and check without knowing. The rest is for staff to choose, one by one.
 */
export function releasedAtAcceptance(person: { refusal: PlanReaderRefusal | null; came: boolean; hasPart: boolean }): { scope: PlanScope; how: ReleasedHow } | null {
  if (person.refusal !== null) return null;
  if (person.came) return { scope: 'all', how: 'attended' };
  return person.hasPart ? { scope: 'own', how: 'part' } : null;
}
