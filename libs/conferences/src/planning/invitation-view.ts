import type { StaffAccess } from '@radslag/access';
import type { InvitationView } from '@radslag/contracts';
import type { Invitation } from '@radslag/db';
import { allowedEvents, INVITATION } from '@radslag/domain';
import type * as z from 'zod';
import { mayReopen } from './contact';

export type InvitationShape = z.output<typeof InvitationView>;

/** What a coordinator presses; sending and answering happen by themselves. */
const BUTTONS = ['revoke', 'rotate', 'reopen'] as const;

export function toInvitationView(staff: StaffAccess, invitation: Invitation, contact: Parameters<typeof mayReopen>[1] | null = null): InvitationShape {
  const events = allowedEvents(INVITATION, invitation.state).filter((event) => event !== 'reopen' || (contact !== null && mayReopen(invitation, contact)));
  return {
    id: invitation.id,
    memberId: invitation.memberId,
    state: invitation.state,
    secondStep: invitation.secondStep as InvitationShape['secondStep'],
    sentAt: invitation.sentAt?.toISOString() ?? null,
    answeredAt: invitation.answeredAt?.toISOString() ?? null,
    expiresAt: invitation.expiresAt.toISOString(),
    allowed: staff.role === 'coordinator' ? BUTTONS.filter((event) => events.includes(event)) : [],
  };
}
