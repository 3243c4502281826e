import { pino, type DestinationStream, type Logger } from 'pino';

export type { Logger };

/** The logger's name among the providers of an app. */
export const LOGGER = Symbol('Logger');

/**
 * Structured logs. Callers log codes and ids only; what may hold personal data is cut here as well, since one slip is
 * one too many: bodies, cookies, tokens, names, numbers, and the secret part of an address.
 */
export function createLogger(app: string, level: string, to?: DestinationStream): Logger {
  const options = {
    level,
    base: { app },
    redact: {
      paths: ['*.phone', '*.name', '*.givenName', '*.familyName', '*.text', '*.body', '*.password', '*.token', '*.cookie', '*.authorization', 'phone', 'body', 'text', 'to', 'message', 'parameters', 'err.parameters', 'err.driverError', 'err.query', 'err.detail'],
      remove: true,
    },
    serializers: {
      err: (err: Error & { code?: unknown; status?: unknown }) => ({ type: err.name, message: safeMessage(err), code: err.code, status: err.status, stack: safeStack(err.stack) }),
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
}

/**
 * Database errors quote values («Key (phone)=(…)»): keep the first clause without anything in brackets or quotes. A framework's
 * "Cannot GET /…" and a client's "cannot reach https://user:password@…" hold addresses.
 */
function safeMessage(err: Error): string {
  const { message } = err;
  return message
    .replace(/\S*:\/\/\S*/g, '…')
    .replace(/(?<=^|\s)\/\S*/g, (path) => loggablePath(path))
    .replace(/\([^)]*\)|"[^"]*"|'[^']*'|\d{5,}/g, '…')
    .slice(0, 300);
}

/** Frames alone: a message of several lines stands in a stack again. */
const safeStack = (stack: string | undefined): string | undefined => stack?.split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 7).join('\n');

/** What comes after these is a secret: of a link, of a member of staff's way in, of an operator's callback. */
const BEFORE_SECRETS = /^(r|s|k|dlr|hooks|inbound)$/;
/** What addresses are made of that may be read: plain words, ids of rows, small numbers, files of the web. */
const READABLE = /^(?:[a-z]{1,24}(?:-[a-z]{1,24})*|v\d|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{1,4}|[\w-]+\.(?:js|css|woff2|svg|png|ico|json|html|txt|webmanifest))?$/;

/**
 * A path fit for a log. What is known to be readable is kept, not what is known to be secret cut: a route that somebody adds, or
 * an address written in another way (%72 for r), keeps its secret too.
 */
export function loggablePath(url: string): string {
  const kept: string[] = [];
  for (const segment of url.split(/[?#;]/)[0]!.split('/')) {
    kept.push(READABLE.test(segment) ? segment : '…');
    if (BEFORE_SECRETS.test(segment)) return `${kept.join('/')}/…`;
  }
  return kept.join('/');
}
