/** Where a family link's secret stands in an address, and how long it is. */
const SECRET = /(\/r\/)[0-9A-Za-z]{22}(?![0-9A-Za-z])/g;
const MASK = '*'.repeat(22);

/**
 * A text as staff may see it: a living link opens the pages of a relative to whoever has it, so its secret is for the relative alone.
 * Of the same length in characters and bytes: what is shown differs from what is sent in nothing else.
 */
export const maskLinks = (text: string): string => text.replace(SECRET, (_, path: string) => `${path}${MASK}`);
