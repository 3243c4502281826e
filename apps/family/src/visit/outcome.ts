import type { FastifyReply } from 'fastify';

/** What a page's handler comes to: a page, another address, or a file. */
export type Outcome = { html: string; status?: number; retryAfter?: number } | { to: string } | { calendar: string };

export const show = (html: string, status = 200): Outcome => ({ html, status });
/** A secret that opened nothing: not found, or `wait` seconds to wait. */
export const dead = (html: string, wait: number | null): Outcome => (wait === null ? show(html, 404) : { html, status: 429, retryAfter: wait });
export const go = (to: string): Outcome => ({ to });

export function send(reply: FastifyReply, outcome: Outcome): void {
  if ('to' in outcome) {
    reply.status(303).header('location', outcome.to).send('');
  } else if ('calendar' in outcome) {
    reply.header('content-type', 'text/calendar; charset=utf-8').header('content-disposition', 'attachment; filename="mote.ics"').send(outcome.calendar);
  } else {
    if (outcome.retryAfter !== undefined) reply.header('retry-after', outcome.retryAfter);
    reply.status(outcome.status ?? 200).header('content-type', 'text/html; charset=utf-8').send(outcome.html);
  }
}
