import type { Partly, Spoken, Written } from '@radslag/messages';
import type { sv } from './texts/sv';

/** A whole language: every text of the Swedish original. */
export type Catalogue = Written<typeof sv>;
/** A language that says some things its own way and the rest as the next of its chain does. */
export type PartOfCatalogue = Partly<typeof sv>;
/** The texts as pages use them: a string, or a function of what it takes to say it. */
export type Words = Spoken<typeof sv>;
