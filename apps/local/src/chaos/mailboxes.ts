import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { readMail } from '../mail/read-mail';
import type { Call } from './call';

/** `full`: not now. `nobody`: never. `cut`: taken, and nobody hears of it. `lost`: neither taken nor answered. */
export const MAIL_TREATMENTS = ['full', 'nobody', 'cut', 'lost'] as const;
export type MailTreatment = (typeof MAIL_TREATMENTS)[number];
const ANSWERS = { full: 'busy', nobody: 'refused', cut: 'never', lost: 'never', ok: 'created' } as const;
const CODES = { full: 452, nobody: 550 } as const;

/** The mail server of one seed, with every address there is: its record is what the judge believes. */
export class Mailboxes {
  readonly calls: Call[] = [];
  /** Addresses that were ever treated badly. */
  readonly treated = new Set<string>();
  private readonly treatments = new Map<string, MailTreatment>();
  private readonly server: SMTPServer;

  constructor(private readonly clock: () => number) {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      disableReverseLookup: true,
      onRcptTo: ({ address }, { envelope }, done) => {
        const as = this.treatments.get(address);
        if (as !== 'full' && as !== 'nobody') return done();
        // Refused before its text: whose it was is not known, and need not be.
        this.note(address, envelope.mailFrom === false ? '' : envelope.mailFrom.address, as, { text: '', subject: '', messageId: '' });
        done(Object.assign(new Error(as), { responseCode: CODES[as] }));
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const to = envelope.rcptTo[0]!.address;
          const as = this.treatments.get(to) ?? 'ok';
          this.note(to, envelope.mailFrom === false ? '' : envelope.mailFrom.address, as, readMail(Buffer.concat(parts).toString('latin1')));
          if (as === 'ok') done();
        });
      },
    });
    this.server.on('error', () => undefined);
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  treat(address: string, as: MailTreatment): void {
    this.treated.add(address);
    this.treatments.set(address, as);
  }

  treatWell(): void {
    this.treatments.clear();
  }

  listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', () => resolve());
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private note(to: string, from: string, as: MailTreatment | 'ok', { text, subject, messageId }: { text: string; subject: string; messageId: string }): void {
    this.calls.push({
      realAt: Date.now(), appAt: this.clock(), by: 'email', operator: 'smtp', to, from, text, subject, messageId: /^<([^@]+)@/.exec(messageId)?.[1] ?? '', accepted: as === 'ok' || as === 'cut', answer: ANSWERS[as],
      operatorId: as === 'ok' || as === 'cut' ? messageId : null,
    });
  }
}
