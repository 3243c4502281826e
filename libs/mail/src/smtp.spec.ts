import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { SmtpCarrier, outcomeOf, smtpSettings } from './smtp';

/** A server that says what it is told to say, line by line. */
type Script = { rcpt?: string; data?: string; done?: string | 'hang up'; greeting?: string };
let server: Server;
let heard: string;
let mail: SmtpCarrier;
const sockets = new Set<Socket>();

async function serving({ greeting = '220 here', rcpt = '250 ok', data = '354 go on', done = '250 taken' }: Script): Promise<void> {
  server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    socket.on('error', () => undefined);
    socket.write(`${greeting}\r\n`);
    socket.on('data', (part: Buffer) => {
      heard += part.toString();
      if (inData) {
        if (!heard.endsWith('\r\n.\r\n')) return;
        inData = false;
        if (done === 'hang up') socket.destroy();
        else socket.write(`${done}\r\n`);
        return;
      }
      for (const line of part.toString().split('\r\n').filter(Boolean)) {
        if (/^DATA/i.test(line)) {
          inData = data.startsWith('354');
          socket.write(`${data}\r\n`);
        } else if (/^RCPT/i.test(line)) socket.write(`${rcpt}\r\n`);
        else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mail = new SmtpCarrier({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, secure: false, user: '', password: '', timeoutMs: 800 });
}
beforeEach(() => (heard = ''));
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});
const letter = { id: '01890000-0000-7000-8000-000000000001', from: 'svar@alnas.example', to: 'nora@post.example', subject: 'En fråga om en tid', text: 'Hej! Svara här: https://svar.example/r/abc', callbackUrl: 'http://127.0.0.1:9/x' };

describe('e-mail over SMTP', () => {
  it('is plain text with a neutral subject, and an id that is the same for every attempt', async () => {
    await serving({});
    expect(await mail.send(letter)).toEqual({ kind: 'accepted', operatorMessageId: '<01890000-0000-7000-8000-000000000001@alnas.example>' });
    expect(heard).toContain('Message-ID: <01890000-0000-7000-8000-000000000001@alnas.example>');
    expect(heard).toContain('Content-Type: text/plain; charset=utf-8');
    expect(heard).toContain('Auto-Submitted: auto-generated');
    expect(heard).toContain('Subject: =?UTF-8?Q?En_fr=C3=A5ga_om_en_tid?=');
    expect(heard).not.toMatch(/html|X-Mailer|nodemailer/i);
  });
  it.each([
    ['an address that there is none of', { rcpt: '550 nobody' }, { kind: 'refused', detail: 'smtp-550' }],
    ['a full mailbox', { rcpt: '452 full' }, { kind: 'retryable', detail: 'smtp-452' }],
    ['a text that is not taken', { done: '554 no' }, { kind: 'refused', detail: 'smtp-554' }],
    ['a server that is too busy', { greeting: '421 later' }, { kind: 'retryable' }],
    ['a server that wants no text just now', { data: '451 later' }, { kind: 'retryable', detail: 'smtp-451' }],
  ])('says what became of %s', async (_what, script, outcome) => {
    await serving(script);
    expect(await mail.send(letter)).toMatchObject(outcome);
  });
  it('is unknown when the line breaks after the text has left', async () => {
    await serving({ done: 'hang up' });
    expect(await mail.send(letter)).toMatchObject({ kind: 'unknown' });
  });
  it('is worth another try when nobody answers at all', async () => {
    await serving({});
    await new Promise((resolve) => server.close(resolve));
    expect(await mail.send(letter)).toMatchObject({ kind: 'retryable' });
    await serving({});
  });
  it('blames no address for a password of ours that is wrong', () => {
    expect(outcomeOf({ code: 'EAUTH', responseCode: 535, ours: true }, false)).toEqual({ kind: 'retryable', detail: 'smtp-535' });
  });
  it('is told where in one address', () => {
    expect(smtpSettings('smtps://u%40x:p%2Fw@mail.example')).toEqual({ host: 'mail.example', port: 465, secure: true, user: 'u@x', password: 'p/w' });
    expect(smtpSettings('smtp://127.0.0.1:2525')).toMatchObject({ port: 2525, secure: false, user: '' });
  });
});
