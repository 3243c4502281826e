import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { Pool } from 'pg';
import { MailCatcher } from '../mail/catcher';
import type { OperatorSettings } from '../settings';
import { AppClock } from './clock';
import { Control } from './control';
import { ElksApi } from './elks-api';
import { Errands } from './errands';
import { Exchange } from './exchange';
import { Page } from './page';
import { addressSetAtOperator, municipalityNumber } from './reply-number';
import { sendJson, sendText } from './respond';
import { TwilioApi } from './twilio-api';
import { TWILIO_ACCOUNT } from './operators';
import { OperatorStore } from './store';

/** A name that resolves to us from elsewhere (DNS rebinding) is no way in to people's phones. */
const isLocal = (host: string | undefined): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');

export async function startOperator(settings: OperatorSettings): Promise<{ port: number; stop: () => Promise<void> }> {
  const { port, smtpPort, file, user, password } = settings;
  const store = new OperatorStore(file);
  const owner = new Pool({ connectionString: settings.ownerDatabaseUrl, max: 2, connectionTimeoutMillis: 3000 });
  // a database that restarts is asked again at the next question
  owner.on('error', () => {});
  const clock = new AppClock(owner);
  await clock.read();
  const errands = new Errands(store);
  const exchange = new Exchange(store, errands, () => clock.stamp(), (operator, number) => settings.hooks && addressSetAtOperator(owner, settings.hooks, operator, number));
  const elks = new ElksApi(store, exchange, { user, password });
  const twilio = new TwilioApi(store, exchange);
  const control = new Control(store, exchange, clock, (sender) => municipalityNumber(owner, sender));
  const page = new Page(store, clock, { '46elks': { user, password }, twilio: TWILIO_ACCOUNT });
  const mail = new MailCatcher(file && join(dirname(file), 'mail.json'), () => clock.stamp());
  if (smtpPort !== undefined) await mail.listen(smtpPort);
  // another process may have moved the clock, a test for instance
  const watch = setInterval(() => void clock.read(), 2000);

  const route = (request: IncomingMessage, response: ServerResponse): Promise<void> | void => {
    const url = new URL(request.url ?? '/', 'http://operator.local');
    if (url.pathname.startsWith('/health/')) return sendJson(response, 200, { status: 'ok' });
    if (!isLocal(request.headers.host)) return sendText(response, 403, 'Only from this machine');
    if (url.pathname.startsWith('/a1/')) return elks.handle(request, response, url);
    if (url.pathname.startsWith('/2010-04-01/')) return twilio.handle(request, response, url);
    if (url.pathname.startsWith('/control/')) return control.handle(request, response, url);
    if (/^\/mail(\.json)?$/.test(url.pathname)) return mail.handle(request, response, url);
    return page.handle(request, response, url);
  };
  const server = createServer((request, response) => {
    Promise.resolve()
      .then(() => route(request, response))
      .catch((error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        if (!response.headersSent) sendJson(response, 500, { sentence: 'Något gick fel i simulatorn.' });
        else response.end();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  errands.schedule();
  exchange.schedule();

  const stop = async (): Promise<void> => {
    clearInterval(watch);
    errands.stop();
    exchange.stop();
    page.stop();
    await mail.stop();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    store.persist();
    await owner.end();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, stop };
}
