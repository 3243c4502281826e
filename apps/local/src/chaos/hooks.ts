import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBySms } from '@radslag/conferences';
import { createDataSource, Database } from '@radslag/db';
import { ApplyReceipts, RecordInbound, RecordReceipt, type AtPoint, type InboundSms } from '@radslag/outreach';
import type { Env } from '@radslag/platform';

/** What the API does with what the operator posts, in a process that can be killed: stored, answered, applied afterwards. */
export async function startHooks(settings: Env, at: AtPoint): Promise<{ stop: () => Promise<void>; port: number }> {
  const source = createDataSource(settings.database.url, 5, 'chaos-hooks');
  await source.initialize();
  const db = new Database(source, settings.keys.master);
  const record = new RecordReceipt(db, settings.keys.callback, at);
  const apply = new ApplyReceipts(db, () => undefined, at);
  const inbound = new RecordInbound(db, settings.keys.callback, answerBySms);

  const take = async (path: string, form: Record<string, string>): Promise<void> => {
    // /api/v1/hooks/<operator>/dlr/<municipality>/<message>/<mac> or …/<operator>/inbound/<mac>
    const [operator, kind, ...rest] = path.split('/').slice(4) as [string, string, ...string[]];
    if (kind === 'inbound') return inbound.execute(operator === 'twilio' ? { mac: rest[0]!, operator, id: form['MessageSid']!, from: form['From']!, to: form['To']!, message: form['Body']! } : ({ mac: rest[0]!, ...form } as InboundSms));
    const [municipalityId, messageId, mac] = rest as [string, string, string];
    await record.execute({ operator, municipalityId, messageId, mac, id: (form['id'] ?? form['MessageSid'])!, status: (form['status'] ?? form['MessageStatus'])! });
    setImmediate(() => void apply.execute(municipalityId).catch(() => undefined));
  };
  const server = createServer((request, response) => {
    void (async () => {
      let body = '';
      for await (const chunk of request) body += String(chunk);
      await take(request.url!, Object.fromEntries(new URLSearchParams(body)));
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
