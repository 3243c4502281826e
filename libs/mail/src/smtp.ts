import { Readable } from 'node:stream';
import type { Carrier, Outgoing, SendOutcome } from '@radslag/sms';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

export type SmtpSettings = { host: string; port: number; /** TLS from the first byte; else STARTTLS, which only a server on this machine may do without. */ secure: boolean; user: string; password: string; timeoutMs?: number };

/** From `smtps://user:password@mail.example:465`. */
export function smtpSettings(url: string): SmtpSettings {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  return { host: hostname, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, user: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/** The way out for e-mail, for the worker's `Ways`; none where no server is set. */
export const smtpWay = (url: string | undefined, timeoutMs?: number): { carrier: Carrier; weight: number }[] => (url === undefined ? [] : [{ carrier: new SmtpCarrier({ ...smtpSettings(url), timeoutMs }), weight: 1 }]);

/** All of a conversation: shorter than the lease of the row that waits for it. */
const CONVERSATION_MS = 30_000;

/**
 * E-mail as plain as a text: no HTML, no pictures, nothing that tells us it was read. A server keeps no record that it could be
 * asked for, so what is unknown is left to a person; the Message-ID is the same for every attempt, for servers that compare.
 */
export class SmtpCarrier implements Carrier {
  readonly name = 'smtp';

  constructor(private readonly settings: SmtpSettings) {}

  async send(message: Outgoing): Promise<SendOutcome> {
    const raw = await compose(message);
    return new Promise((resolve) => {
      // From here on the server may have all of it, whatever the line does then.
      let handingOver = false;
      const { host, port, secure, timeoutMs = CONVERSATION_MS } = this.settings;
      const connection = new SMTPConnection({
        host, port, secure, requireTLS: !secure && !isThisMachine(host), connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs, dnsTimeout: timeoutMs,
      });
      const end = (outcome: SendOutcome) => {
        clearTimeout(tooLong);
        if (outcome.kind === 'accepted') connection.quit();
        else connection.close();
        resolve(outcome);
      };
      const failed = (error: unknown) => end(outcomeOf(error as SmtpFailure, handingOver));
      const tooLong = setTimeout(() => failed({ code: 'ETIMEDOUT' }), timeoutMs + 1_000);
      connection.on('error', failed);
      // Said before the reason is: the answer that ended it comes in the same breath.
      connection.once('end', () => setImmediate(failed, { code: 'ECONNECTION' }));

      const hand = () => {
        const body = Readable.from((function* () {
          handingOver = true;
          yield raw;
        })());
        connection.send({ from: message.from, to: [message.to] }, body, (error) => (error ? failed(error) : end({ kind: 'accepted', operatorMessageId: messageIdOf(message) })));
      };
      connection.connect((error) => {
        if (error) return failed(error);
        const { user, password } = this.settings;
        if (user === '') return hand();
        connection.login({ user, credentials: { user, pass: password } }, (refused) => (refused ? failed(Object.assign(refused, { ours: true })) : hand()));
      });
    });
  }
}

type SmtpFailure = { code?: string; responseCode?: number; /** The fault is in our own settings, and passes when they are mended. */ ours?: boolean };

/** 5xx stays no, 4xx may pass. No answer at all: a no for as long as the text had not begun to leave. */
export function outcomeOf({ code = 'error', responseCode, ours = false }: SmtpFailure, handingOver: boolean): SendOutcome {
  if (responseCode !== undefined && responseCode >= 400) return { kind: responseCode >= 500 && !ours ? 'refused' : 'retryable', detail: `smtp-${responseCode}` };
  return { kind: handingOver ? 'unknown' : 'retryable', detail: `smtp-${code.toLowerCase()}` };
}

const isThisMachine = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]', '::1'].includes(host);
const messageIdOf = ({ id, from }: Outgoing): string => `<${id}@${from.split('@').at(-1) ?? 'localhost'}>`;

function compose(message: Outgoing): Promise<Buffer> {
  const mail = new MailComposer({
    from: message.from, to: message.to, subject: message.subject ?? '', text: message.text, messageId: messageIdOf(message), xMailer: false,
    // Nobody's holiday reply is asked for, and no server writes back that nobody is there.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
  return mail.compile().build();
}
