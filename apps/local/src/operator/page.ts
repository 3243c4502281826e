import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppClock } from './clock';
import { pageHtml, phonesHtml, clockHtml, operatorsHtml, type Accounts } from './page-html';
import { PAGE_SCRIPT } from './page-script';
import { PAGE_STYLE } from './page-style';
import { phonesOf } from './phones';
import { sendJson, sendText } from './respond';
import type { OperatorStore } from './store';

/** The phones, side by side. Rendered here; the script only fetches what has changed and sends what was typed. */
export class Page {
  private readonly watchers = new Set<ServerResponse>();
  private readonly forget: () => void;
  private readonly beat: NodeJS.Timeout;

  constructor(
    private readonly store: OperatorStore,
    private readonly clock: AppClock,
    private readonly accounts: Accounts,
  ) {
    this.forget = store.onChange(() => this.tell('event: changed\ndata:\n\n'));
    this.beat = setInterval(() => this.tell(': still here\n\n'), 20_000);
  }

  async handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    if (request.method !== 'GET') return sendText(response, 405, 'GET');
    switch (url.pathname) {
      case '/': {
        response.setHeader('content-security-policy', "default-src 'none'; img-src data:; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        response.setHeader('referrer-policy', 'no-referrer');
        response.setHeader('x-content-type-options', 'nosniff');
        return sendText(response, 200, pageHtml(phonesOf(this.store.kept), await this.clock.read(), this.operators()), 'text/html');
      }
      case '/phones':
        return sendJson(response, 200, { phones: phonesHtml(phonesOf(this.store.kept)), clock: clockHtml(await this.clock.read()), operators: this.operators() });
      case '/events':
        response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        response.write('retry: 1000\n\n');
        this.watchers.add(response);
        request.once('close', () => this.watchers.delete(response));
        return undefined;
      case '/operator.css':
        return sendText(response, 200, PAGE_STYLE, 'text/css');
      case '/operator.js':
        return sendText(response, 200, PAGE_SCRIPT, 'text/javascript');
      default:
        return sendText(response, 404, 'Det finns ingen sådan sida.');
    }
  }

  stop(): void {
    this.forget();
    clearInterval(this.beat);
    for (const watcher of this.watchers) watcher.end();
  }

  private operators(): string {
    return operatorsHtml(this.store.kept.behaviours, this.accounts);
  }

  private tell(text: string): void {
    for (const watcher of this.watchers) watcher.write(text);
  }
}
