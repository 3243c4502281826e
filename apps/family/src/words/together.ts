import { isolated } from '@radslag/family-texts';

/** Read by staff, in Swedish; what they read aloud to the person stands on the pages that follow, in the person's language. */
export const TOGETHER = {
  h1: 'Svara tillsammans på telefon',
  lead: 'Du ser samma sidor som personen. Läs upp frågorna och fyll i det du hör. Svaret märks som sagt på telefon, med ditt namn.',
  begin: 'Börja',
  over: 'Adressen har redan använts eller blivit för gammal. Öppna den igen från rådslaget.',
  /** Two lines: a name that ends in an initial has a full stop of its own. */
  banner: (who: string) => `Du fyller i åt ${isolated(who)}\nSvaret märks som sagt på telefon.`,
} as const;
