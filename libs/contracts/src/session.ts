import * as z from 'zod';
import { ROLES } from '@radslag/domain';
import { Id } from './text';
import { route } from './route';

export const Me = z
  .strictObject({
    userId: Id,
    name: z.string(),
    role: z.enum(ROLES),
    language: z.string(),
    municipality: z.strictObject({ id: Id, name: z.string() }),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof Me>;

/** `waitsForFamily`: a family has the room to itself, and whoever waits for it is not signed out for having nothing to press. */
export const Present = Me.extend({ waitsForFamily: z.boolean() }).meta({ id: 'Present' });
export type Present = z.output<typeof Present>;

/** With what has been tried at the account since its owner was last in: they are the one who knows whether it was them. */
export const SignedIn = Me.extend({ wrongTries: z.int() }).meta({ id: 'SignedIn' });
export type SignedIn = z.output<typeof SignedIn>;

export const SignIn = z.strictObject({
  email: z.email().max(200).toLowerCase(),
  password: z.string().min(1).max(200),
});

export const ANYONE_SIGNED_IN = ROLES;

export const sessionRoutes = {
  signIn: route('signIn', {
    method: 'POST', path: '/session', tag: 'session', summary: 'Sign in', access: { public: 'This is how one signs in; throttled.' },
    body: SignIn, response: SignedIn, status: 201, errors: ['wrong-credentials'],
  }),
  whoAmI: route('whoAmI', { method: 'GET', path: '/session', tag: 'session', summary: 'Who is signed in', access: ANYONE_SIGNED_IN, response: Present }),
  signOut: route('signOut', { method: 'DELETE', path: '/session', tag: 'session', summary: 'Sign out', access: ANYONE_SIGNED_IN }),
  setLanguage: route('setLanguage', {
    method: 'PUT', path: '/session/language', tag: 'session', summary: 'Choose the language of the screens', access: ANYONE_SIGNED_IN,
    body: z.strictObject({ language: z.enum(['sv', 'en']) }), response: Me,
  }),
  events: route('events', {
    method: 'GET', path: '/events', tag: 'session', summary: 'Server-sent events: what changed, ids only', access: ANYONE_SIGNED_IN, produces: 'text/event-stream',
  }),
};

/** One server-sent event, sent as `data:`. */
export const ChangeEvent = z.strictObject({
  what: z.string(),
  referralId: Id.optional(),
  conferenceId: Id.optional(),
}).meta({ id: 'ChangeEvent' });
export type ChangeEvent = z.output<typeof ChangeEvent>;
