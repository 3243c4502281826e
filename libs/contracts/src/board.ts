import * as z from 'zod';
import { BOARD_COLUMNS, CHANNELS, COMING, MESSAGE_KINDS } from '@radslag/domain';
import { Id, instant } from './text';
import { route } from './route';

/** One invitation of a conference that is ahead. `lastAt`: when the latest message left or ended; `nextAt`: when the next one goes. */
export const BoardCard = z
  .strictObject({
    invitationId: Id,
    referralId: Id,
    conferenceId: Id,
    memberId: Id,
    reference: z.string(),
    initials: z.string(),
    shortName: z.string(),
    relation: z.string(),
    protected: z.boolean(),
    professional: z.boolean(),
    mustAttend: z.boolean(),
    channel: z.enum(CHANNELS),
    column: z.enum(BOARD_COLUMNS),
    coming: z.enum(COMING).nullable(),
    answeredAt: instant().nullable(),
    lastAt: instant().nullable(),
    nextAt: instant().nullable(),
    nextKind: z.enum(MESSAGE_KINDS).nullable(),
    /** The open task's kind and reason, coded. */
    task: z.strictObject({ kind: z.string(), reason: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'BoardCard' });
export type BoardCard = z.output<typeof BoardCard>;

export const boardRoutes = {
  readBoard: route('readBoard', {
    method: 'GET', path: '/invitations', tag: 'outreach', summary: 'Every invitation of conferences that are ahead, and where it stands', access: ['coordinator', 'manager'],
    query: z.strictObject({ scope: z.enum(['mine', 'unit']).default('mine') }),
    response: z.strictObject({ now: instant(), cards: z.array(BoardCard) }),
  }),
};
