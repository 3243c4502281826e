import type { InvitationPage } from '@radslag/access';
import { AT, landing, mayAnswer } from './answer-state';

/** The page that must come instead of the one asked for; null: go ahead. */
export function detour(page: InvitationPage, at: string): string | null {
  if (isOpen(page, at)) return null;
  const to = landing(page);
  return to === at ? null : to;
}

function isOpen(page: InvitationPage, at: string): boolean {
  if (at === AT.wrong) return true;
  if (page.wrongPerson) return false;
  if (page.secondStep.required) return at === AT.code;
  const { state } = page.conference;
  const isPolled = state === 'planning' || state === 'polling';
  switch (at) {
    case AT.code:
      return page.secondStep.birthYear || page.secondStep.code;
    case AT.worry:
    case AT.told:
      return true;
    case AT.privacy:
    case AT.access:
      return page.secondStep.passed;
    case AT.check:
      return isPolled;
    case AT.done:
      return isPolled && page.answer !== null;
    case '/80':
      return isPolled && page.answer !== null;
    case AT.meeting:
      return !isPolled;
    case '/90':
      return state === 'confirmed' || state === 'inProgress';
    case AT.plan:
      return page.planReleased;
    default:
      return mayAnswer(page);
  }
}
