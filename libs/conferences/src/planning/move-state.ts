import { MoveRefused } from '@radslag/platform';
import { CONFERENCE, INVITATION, transition, type ConferenceEvent, type ConferenceState, type InvitationEvent, type InvitationState } from '@radslag/domain';

/** The state after an event, or 409 with the state and event it concerns. */
export function conferenceAfter(state: ConferenceState, event: ConferenceEvent): ConferenceState {
  const moved = transition(CONFERENCE, state, event);
  if (!moved.ok) throw new MoveRefused('conference', moved.from, moved.event);
  return moved.state;
}

export function invitationAfter(state: InvitationState, event: InvitationEvent): InvitationState {
  const moved = transition(INVITATION, state, event);
  if (!moved.ok) throw new MoveRefused('invitation', moved.from, moved.event);
  return moved.state;
}
