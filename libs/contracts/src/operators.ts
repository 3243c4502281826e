import * as z from 'zod';
import { OPERATORS } from '@radslag/domain';
import { instant } from './text';
import { route } from './route';

/** The last reply that came to it, within an hour; and what came with the right secret and was not taken. */
const Heard = { heardAt: instant().nullable(), refused: z.int(), refusedAt: instant().nullable() };

export const OperatorView = z
  .strictObject({
    operator: z.enum(OPERATORS),
    /** The municipality has an account of its own there. */
    own: z.boolean(),
    enabled: z.boolean(),
    weight: z.int(),
    credentialsSetAt: instant().nullable(),
    /** How it stands now: its part of the next messages, 0 to 1. */
    share: z.number(),
    state: z.enum(['well', 'resting', 'recovering', 'off']),
    why: z.enum(['errors', 'slow']).nullable(),
    /** In the last half hour. */
    calls: z.int(),
    errors: z.int(),
    medianMs: z.number().nullable(),
    /** The address that it posts replies to, by its number, and those before it that something is to be said of. */
    address: z.strictObject({ version: z.int(), madeAt: instant().nullable(), ...Heard }),
    before: z.array(z.strictObject({ version: z.int(), until: instant(), heard: z.boolean(), ...Heard })),
    /** The Auth Token from before is still taken for a signature. */
    formerUntil: instant().nullable(),
  })
  .meta({ id: 'OperatorView' });
export type OperatorView = z.output<typeof OperatorView>;

/** `shared`: no own account is in use, so that the service's own at 46elks carries everything. */
export const OperatorsView = z.strictObject({ operators: z.array(OperatorView), shared: z.boolean(), now: instant() }).meta({ id: 'OperatorsView' });
export type OperatorsView = z.output<typeof OperatorsView>;

/** Credentials can be written, never read; left out, what is there stays. */
export const SaveOperator = z.strictObject({
  enabled: z.boolean(),
  weight: z.int().min(0).max(100),
  credentials: z.strictObject({ user: z.string().trim().min(1).max(100), password: z.string().min(1).max(200) }).optional(),
});
export type SaveOperator = z.output<typeof SaveOperator>;

/** A secret: whoever has it can write as anybody's phone to this municipality. Shown when asked for, and the log says to whom. */
export const ReplyAddress = z.strictObject({ url: z.string() }).meta({ id: 'ReplyAddress' });
export type ReplyAddress = z.output<typeof ReplyAddress>;

const ofOperator = z.strictObject({ operator: z.enum(OPERATORS) });

export const operatorRoutes = {
  readOperators: route('readOperators', { method: 'GET', path: '/operators', tag: 'settings', summary: 'The municipality’s SMS operators and how they stand', access: ['administrator'], response: OperatorsView }),
  saveOperator: route('saveOperator', {
    method: 'PUT', path: '/operators/:operator', tag: 'settings', summary: 'An operator’s part of the traffic, on or off, and its credentials', access: ['administrator'],
    params: ofOperator, body: SaveOperator, response: OperatorsView, errors: ['credentials-missing', 'last-operator', 'not-an-account-sid'],
  }),
  readReplyAddress: route('readReplyAddress', { method: 'GET', path: '/operators/:operator/reply-address', tag: 'settings', summary: 'The address to set at the operator for replies; logged', access: ['administrator'], params: ofOperator, response: ReplyAddress }),
  changeReplyAddress: route('changeReplyAddress', {
    method: 'POST', path: '/operators/:operator/reply-address', tag: 'settings', summary: 'A new address; or, with `end`, no more of what came before it', access: ['administrator'],
    params: ofOperator, body: z.strictObject({ end: z.boolean() }), response: OperatorsView,
  }),
};
