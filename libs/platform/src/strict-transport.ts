/**
 * Tells browsers to come by https alone, for two years: a link opened on a strange network must not be led to a copy. Null where
 * the address is not https, as on a developer's machine: there it would shut the browser out of every other local service.
 */
export const strictTransport = (url: string): string | null => (url.startsWith('https://') ? 'max-age=63072000; includeSubDomains' : null);
