import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Answer = { status: number; body: string; location: string; cookie: string | undefined; headers: Record<string, unknown> };

/** A phone: it keeps its cookie and posts the forms it was shown. */
export class Phone {
  cookie: string | undefined;
  formToken = '';
  constructor(private readonly site: NestFastifyApplication) {}

  async get(url: string, method: 'GET' | 'HEAD' = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
    return this.keep(await this.site.inject({ method, url, headers: { ...this.headers(), ...headers } }));
  }
  async post(url: string, fields: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<Answer> {
    const payload = new URLSearchParams({ t: this.formToken, ...fields }).toString();
    return this.keep(await this.site.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...this.headers(), ...headers } }));
  }
  /** Presses Continue, and looks at the page it comes to. */
  async open(token: string): Promise<Answer> {
    const entered = await this.post(`/r/${token}`);
    return this.get(entered.location);
  }
  private headers(): Record<string, string> {
    return this.cookie === undefined ? {} : { cookie: `__Host-moete=${this.cookie}` };
  }
  private keep(response: { statusCode: number; body: string; headers: Record<string, unknown> }): Answer {
    const set = /__Host-moete=([^;]*)/.exec(String(response.headers['set-cookie'] ?? ''))?.[1];
    if (set !== undefined) this.cookie = set === '' ? undefined : set;
    this.formToken = /name="t" value="([\w-]{22})"/.exec(response.body)?.[1] ?? this.formToken;
    return { status: response.statusCode, body: response.body, location: String(response.headers['location'] ?? ''), cookie: set, headers: response.headers };
  }
}
