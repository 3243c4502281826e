import type { MessageView } from '@radslag/contracts';
import type { Message, MessageAttempt, NetworkMember } from '@radslag/db';
import { allowedEvents, formatPhone, maskLinks, MESSAGE } from '@radslag/domain';
import type { Foreseen } from './proof/foresee';
import type { Rendered } from './render';

/** States in which the text is still to be made; what is shown is what would be sent now. */
export const UNSENT: readonly Message['state'][] = ['planned', 'held', 'queued'];
/** What a coordinator may do with a message by hand; the other events belong to the machine. */
const BY_HAND: readonly string[] = ['cancel'];

type Addressed = Pick<NetworkMember, 'phone' | 'email' | 'protected' | 'delegateId'>;

/** `goBetween`: who takes messages for the person, when somebody does. `tries`: in order. `foreseen`: what the gate says of one that has not left. */
export type Around = { rendered?: Rendered | undefined; foreseen?: Foreseen | undefined; tries: readonly MessageAttempt[]; goBetween?: Pick<NetworkMember, 'phone'> | undefined };

export function toMessageView(message: Message, member: Addressed, { rendered, foreseen, tries, goBetween }: Around): MessageView {
  const templateKey = rendered?.templateKey ?? message.templateKey;
  const templateVersion = rendered?.version ?? message.templateVersion;
  return {
    id: message.id, memberId: message.memberId, kind: message.kind, channel: message.channel, state: message.state, reason: message.reason,
    dueAt: message.dueAt.toISOString(), notAfter: message.notAfter.toISOString(), acceptedAt: iso(message.acceptedAt), deliveredAt: iso(message.deliveredAt), endedAt: iso(message.endedAt),
    ahead: foreseen === undefined ? null : { at: foreseen.at.toISOString(), stopped: foreseen.goes ? null : foreseen.reason },
    // Opening as staff is the marked way alone: a living link is never shown.
    text: rendered === undefined ? null : maskLinks(rendered.text),
    language: rendered?.language ?? message.language,
    template: templateKey === null ? null : `${templateKey}.v${templateVersion}`,
    segments: rendered?.sms.segments ?? message.segments,
    characters: rendered?.sms.characters ?? null,
    alphabet: rendered?.sms.alphabet ?? null,
    recipient: recipientOf(message, member, goBetween),
    attempts: message.attempts,
    tries: tries.map((one) => ({ operator: one.operator, at: one.startedAt.toISOString(), outcome: one.outcome as MessageView['tries'][number]['outcome'] })),
    allowed: allowedEvents(MESSAGE, message.state).filter((event) => BY_HAND.includes(event)),
  };
}

function recipientOf(message: Message, member: Addressed, goBetween: Pick<NetworkMember, 'phone'> | undefined): string {
  if (member.protected) return '';
  if (message.channel === 'email') return member.email ?? '';
  const phone = member.delegateId === null ? member.phone : (goBetween?.phone ?? null);
  return phone === null ? '' : formatPhone(phone);
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;
