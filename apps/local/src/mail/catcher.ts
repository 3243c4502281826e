import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SMTPServer } from 'smtp-server';
import { sendJson, sendText } from '../operator/respond';
import { mailHtml } from './mail-html';
import { readMail, type Mail } from './read-mail';

const MOST_KEPT = 300;
const LARGEST = 256 * 1024;

/**
 * Takes every e-mail that is sent on this machine and shows it beside the phones; none leaves. An address says how it behaves,
 * before the @: `…+nej` is nobody's, `…+full` takes nothing just now, `…+tyst` takes it and the line is cut.
 */
export class MailCatcher {
  private kept: Mail[] = [];
  private readonly server: SMTPServer;

  constructor(
    private readonly file: string | undefined,
    private readonly stamp: () => string,
  ) {
    this.kept = readKept(file);
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      size: LARGEST,
      onRcptTo: ({ address }, _session, done) => {
        if (/\+nej@/i.test(address)) return done(Object.assign(new Error('Nobody here'), { responseCode: 550 }));
        if (/\+full@/i.test(address)) return done(Object.assign(new Error('Mailbox full'), { responseCode: 452 }));
        done();
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = envelope.rcptTo.map(({ address }) => address).join(', ');
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          this.keep({ id: randomUUID(), at: this.stamp(), from, to, ...readMail(Buffer.concat(parts).toString('latin1')) });
          // Taken, and nobody hears of it: what the worker must not send again blindly.
          if (!/\+tyst@/i.test(to)) done();
        });
      },
    });
    this.server.on('error', (error: Error) => process.stderr.write(`mail: ${error.message}\n`));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  /** `/mail` for people, `/mail.json` for scripts and tests. */
  handle(request: IncomingMessage, response: ServerResponse, url: URL): void {
    if (request.method !== 'GET') return sendText(response, 405, 'GET');
    if (url.pathname === '/mail.json') {
      const to = url.searchParams.get('to');
      return sendJson(response, 200, to === null ? this.kept : this.kept.filter((mail) => mail.to === to));
    }
    response.setHeader('content-security-policy', "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-content-type-options', 'nosniff');
    return sendText(response, 200, mailHtml(this.kept), 'text/html');
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private keep(mail: Mail): void {
    this.kept = [mail, ...this.kept].slice(0, MOST_KEPT);
    if (this.file !== undefined) writeFileSync(this.file, JSON.stringify(this.kept));
  }
}

function readKept(file: string | undefined): Mail[] {
  try {
    return file === undefined ? [] : (JSON.parse(readFileSync(file, 'utf8')) as Mail[]);
  } catch {
    return [];
  }
}
