import * as z from 'zod';
import { FAMILY_LANGUAGES } from '@radslag/domain';
import { route } from './route';
import { instant } from './text';

/** What the family pages say: the built-in texts of every language, the municipality's own, and who has read them. */

export const FAMILY_TEXT_MAX = 600;
export const LOGO_MAX = 5600;

export const FamilyTextView = z
  .strictObject({
    /** Where it stands: `start.facts.never`. */
    path: z.string(),
    swedish: z.string(),
    builtIn: z.string(),
    /** The language has no text of its own here, and shows this one's. */
    fallsBackTo: z.enum(FAMILY_LANGUAGES).nullable(),
    /** The municipality's own, in use; null: the built-in one is shown. */
    text: z.string().nullable(),
    /** The municipality's own as somebody proposes it: shown to nobody until another has read it. */
    proposed: z.string().nullable(),
    version: z.int(),
    /** `proposed`: a second person is to read it; `alone`: in use on one person's word, from before two were needed. */
    standing: z.enum(['original', 'reviewed', 'draft', 'proposed', 'alone']),
    outdated: z.boolean(),
    /** What is filled in, in braces. */
    places: z.array(z.string()),
    /** May be seen before the second step: no word in it may tell what the meeting is. */
    openToAll: z.boolean(),
    mine: z.boolean(),
    changedBy: z.string().nullable(),
    changedAt: instant().nullable(),
    reviewedBy: z.string().nullable(),
    reviewedAt: instant().nullable(),
  })
  .meta({ id: 'FamilyTextView' });
export type FamilyTextView = z.output<typeof FamilyTextView>;

export const FamilyTextsView = z
  .strictObject({ language: z.enum(FAMILY_LANGUAGES), texts: z.array(FamilyTextView), name: z.string(), logo: z.string().nullable() })
  .meta({ id: 'FamilyTextsView' });
export type FamilyTextsView = z.output<typeof FamilyTextsView>;

const path = z.string().regex(/^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+){0,3}$/, { error: 'not-a-place' });
const version = z.int().min(0);
const ofLanguage = z.strictObject({ language: z.enum(FAMILY_LANGUAGES) });
const KEEPERS = ['manager', 'administrator'] as const;

export const familySiteRoutes = {
  readFamilyTexts: route('readFamilyTexts', { method: 'GET', path: '/family-site/texts/:language', tag: 'family-site', summary: 'Every text of the family pages in a language, with the Swedish beside it', access: KEEPERS, params: ofLanguage, response: FamilyTextsView }),
  correctFamilyText: route('correctFamilyText', {
    method: 'PUT', path: '/family-site/texts/:language', tag: 'family-site', summary: 'Propose the municipality’s own words, which are in use when somebody else has read them; or go back to the built-in text at once', access: KEEPERS, params: ofLanguage,
    body: z.strictObject({ path, text: z.string().normalize('NFC').trim().max(FAMILY_TEXT_MAX).nullable(), version }), response: FamilyTextView, errors: ['family-text-faulty', 'family-text-revealing', 'stale-version'],
  }),
  reviewFamilyTexts: route('reviewFamilyTexts', {
    method: 'POST', path: '/family-site/texts/:language/review', tag: 'family-site', summary: 'These texts have been read against the Swedish ones, by another than who wrote them; what was proposed is in use', access: KEEPERS, params: ofLanguage,
    body: z.strictObject({ texts: z.array(z.strictObject({ path, version })).min(1).max(400) }), response: z.strictObject({ texts: z.array(FamilyTextView) }), errors: ['own-text', 'stale-version', 'family-text-faulty', 'family-text-revealing'],
  }),
  setLogo: route('setLogo', { method: 'PUT', path: '/family-site/logo', tag: 'family-site', summary: 'The municipality’s mark on the family pages, as a small PNG or WebP', access: KEEPERS, body: z.strictObject({ logo: z.string().max(LOGO_MAX).nullable() }), errors: ['logo-faulty'] }),
};
