import { Injectable, signal } from '@angular/core';
import type { BodyInputOf, ParamsOf, Problem, QueryOf, ResponseOf } from '@radslag/contracts';
import { addressOf, Values } from './address';
import { Contract, EndpointName, ENDPOINTS } from './endpoints';
import { ApiProblem } from './problem';

export type Answer<N extends EndpointName> = ResponseOf<Contract[N]>;
export type Body<N extends EndpointName> = BodyInputOf<Contract[N]>;
type Params<N extends EndpointName> = ParamsOf<Contract[N]>;

type Given<N extends EndpointName> = (Record<string, never> extends Params<N> ? { params?: undefined } : { params: Params<N> }) &
  ([Body<N>] extends [undefined] ? { body?: undefined } : { body: Body<N> }) & {
    query?: Partial<QueryOf<Contract[N]>>;
    abort?: AbortSignal;
    /** The same key on a repeat makes the second call answer as the first. Left out: a new one. */
    idempotencyKey?: string;
  };
type Arguments<N extends EndpointName> = Record<string, never> extends Params<N> ? ([Body<N>] extends [undefined] ? [given?: Given<N>] : [given: Given<N>]) : [given: Given<N>];

/**
 * `api.call('readCase', { params: { referralId } })`: everything typed from the contract, refusals as `ApiProblem`.
 * Unsafe methods carry a header no other site can set, and POST a key, so that a repeat after a lost answer is no second act.
 */
@Injectable({ providedIn: 'root' })
export class Api {
  /** False after a call that nobody answered, true after the next that somebody did. */
  readonly online = signal(true);
  /** Server time minus ours, in ms, when the server tells it: screens speak of its day, not the computer's. */
  readonly clockSkew = signal(0);
  /** Set by whoever watches the screen: seconds since a person last touched it. */
  idleSeconds: () => number = () => 0;
  /** Set by the session: what to do when the server no longer knows us. */
  onSignedOut: () => void = () => undefined;

  constructor() {
    // The browser may know before any call has failed; that it is back only a call can tell.
    globalThis.addEventListener?.('offline', () => this.online.set(false));
    if (globalThis.navigator?.onLine === false) this.online.set(false);
  }

  async call<N extends EndpointName>(name: N, ...[given]: Arguments<N>): Promise<Answer<N>> {
    const response = await this.send(name, (given ?? {}) as Given<EndpointName>);
    if (response.status === 204) return undefined as Answer<N>;
    return (await response.json()) as Answer<N>;
  }

  /** What an endpoint makes that is no JSON: a PDF. */
  async file<N extends EndpointName>(name: N, ...[given]: Arguments<N>): Promise<Blob> {
    return (await this.send(name, (given ?? {}) as Given<EndpointName>)).blob();
  }

  /** Where a file of an endpoint is, for a link or a download. */
  addressOf<N extends EndpointName>(name: N, params: Params<N>, query: Values = {}): string {
    return addressOf(ENDPOINTS[name][1], params as Values, query);
  }

  private async send(name: EndpointName, given: Given<EndpointName>): Promise<Response> {
    const [method, path] = ENDPOINTS[name];
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
    headers['x-radslag-idle'] = String(this.idleSeconds());
    if (method !== 'GET') headers['x-radslag'] = '1';
    if (method === 'POST') headers['idempotency-key'] = given.idempotencyKey ?? crypto.randomUUID();
    const body = given.body as unknown;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store', signal: given.abort ?? null };
    if (body !== undefined) init.body = JSON.stringify(body);
    let response: Response;
    try {
      response = await fetch(addressOf(path, given.params as Values | undefined, given.query as Values | undefined), init);
    } catch (error) {
      if (given.abort?.aborted) throw error;
      this.online.set(false);
      throw new ApiProblem({ code: 'offline', status: 0, params: { written: method !== 'GET' } });
    }
    this.online.set(true);
    const told = response.headers.get('radslag-now');
    if (told !== null) this.clockSkew.set(Date.parse(told) - Date.now());
    if (response.ok) return response;
    const problem = await problemOf(response);
    if (problem.code === 'not-signed-in') this.onSignedOut();
    throw problem;
  }
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const json = (response.headers.get('content-type') ?? '').includes('json');
  const problem = json ? ((await response.json().catch(() => null)) as Problem | null) : null;
  if (problem?.code !== undefined) return new ApiProblem(problem);
  return new ApiProblem({ code: response.status >= 500 ? 'unavailable' : 'unexpected', status: response.status });
}
