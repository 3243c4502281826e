import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBySms } from '@radslag/conferences';
import { createDataSource, Database } from '@radslag/db';
import type { OperatorName } from '@radslag/domain';
import { ApplyReceipts, RecordInbound, RecordReceipt, type AtPoint } from '@radslag/outreach';
import type { Env } from '@radslag/platform';
import { signedByTwilio } from '@radslag/sms';

/** What the API does with what the operator posts, in a process that can be killed: stored, answered, applied afterwards. */
export async function startHooks(settings: Env, at: AtPoint): Promise<{ stop: () => Promise<void>; port: number }> {
  const source = createDataSource(settings.database.url, 5, 'chaos-hooks');
  await source.initialize();
  const db = new Database(source, settings.keys.master);
  const record = new RecordReceipt(db, settings.keys.callback, at);
  const apply = new ApplyReceipts(db, () => undefined, at);
  const inbound = new RecordInbound(db, settings.keys.callback, answerBySms);

  const take = async (path: string, body: string, signature: string | undefined): Promise<void> => {
    // /api/v1/hooks/<operator>/dlr/<municipality>/<version>/<message>/<mac> or …/<operator>/inbound/<municipality>/<version>/<mac>
    const [operator, kind, municipalityId, written, ...rest] = path.split('/').slice(4) as [OperatorName, string, string, string, ...string[]];
    const form = Object.fromEntries(new URLSearchParams(body));
    const version = Number(written);
    const signedWith = (tokens: readonly string[]) => signedByTwilio({ url: `${settings.callbackUrl}${path}`, form: body, body: Buffer.from(body), signature }, tokens);
    if (kind === 'inbound') {
      const sms = operator === 'twilio' ? { id: form['MessageSid']!, from: form['From']!, to: form['To']!, message: form['Body']! } : { id: form['id']!, from: form['from']!, to: form['to']!, message: form['message']!, created: form['created'] };
      return inbound.execute({ ...sms, operator, address: { municipalityId, version }, mac: rest[0]!, signedWith });
    }
    const [messageId, mac] = rest as [string, string];
    await record.execute({ operator, municipalityId, version, messageId, mac, signedWith, id: (form['id'] ?? form['MessageSid'])!, status: (form['status'] ?? form['MessageStatus'])! });
    setImmediate(() => void apply.execute(municipalityId).catch(() => undefined));
  };
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      const signature = request.headers['x-twilio-signature'];
      await take(request.url!, body, typeof signature === 'string' ? signature : undefined);
    })().then(
      () => response.writeHead(204).end(),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await source.destroy();
  };
  return { stop, port: (server.address() as AddressInfo).port };
}
