import { pino, type Logger } from 'pino';

export type { Logger };

/** The logger's name among the providers of an app. */
export const LOGGER = Symbol('Logger');

/**
 * Structured logs. Callers log codes and ids only; what may hold personal data is cut here as well, since one slip is
 * one too many: bodies, cookies, tokens, names, numbers, and the secret part of a link's address.
 */
export function createLogger(app: string, level: string): Logger {
  return pino({
    level,
    base: { app },
    redact: {
      paths: ['*.phone', '*.name', '*.givenName', '*.familyName', '*.text', '*.body', '*.password', '*.token', '*.cookie', '*.authorization', 'phone', 'body', 'text', 'to', 'message', 'parameters', 'err.parameters', 'err.driverError', 'err.query', 'err.detail'],
      remove: true,
    },
    serializers: {
      err: (err: Error & { code?: unknown; status?: unknown }) => ({ type: err.name, message: safeMessage(err), code: err.code, status: err.status, stack: err.stack?.split('\n').slice(1, 8).join('\n') }),
    },
  });
}

/** Database errors quote values («Key (phone)=(…)»): keep the first clause without anything in brackets or quotes. */
function safeMessage(err: Error): string {
  return err.message.replace(/\([^)]*\)|"[^"]*"|'[^']*'|\d{5,}/g, '…').slice(0, 300);
}

/** A path fit for a log: ids stay, the secret of a link, a callback or a feed does not. */
export function loggablePath(url: string): string {
  return url.split('?')[0]!.replace(/^\/(r|k)\/[^/]+/, '/$1/…').replace(/\/(dlr|hooks)\/.*/, '/$1/…');
}
