import { PLAN, transition, type PlanEvent, type PlanState } from '@radslag/domain';
import { MoveRefused } from '@radslag/platform';

/** The state after an event, or 409 with the state and event it concerns. */
export function planAfter(state: PlanState, event: PlanEvent): PlanState {
  const moved = transition(PLAN, state, event);
  if (!moved.ok) throw new MoveRefused('family_plan', moved.from, moved.event);
  return moved.state;
}

/** Agreed on, and so to be lived by. */
export const isAccepted = (state: PlanState): boolean => state === 'accepted' || state === 'acceptedWithConditions';
