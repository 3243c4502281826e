import type { FastifyRequest } from 'fastify';

/**
 * A form may only come from our own pages. Our pages send no referrer, and browsers then write `Origin: null`, so null is
 * not a fault; where the browser says nothing at all (old phones), the form's token alone decides.
 */
export function isFromOurPages(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return true;
  try {
    return new URL(origin).host === request.headers.host;
  } catch {
    return false;
  }
}
