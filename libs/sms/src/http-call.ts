import { Agent as HttpAgent, request as httpRequest, type ClientRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';

export type HttpAnswer = { status: number; body: string };
/** `sent`: bytes of the request may have reached the other side, so that nobody knows what became of it. */
export class CallFailed extends Error {
  constructor(
    readonly code: string,
    readonly sent: boolean,
  ) {
    super(`the operator did not answer: ${code}`);
  }
}

export type HttpCall = (target: URL, init: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string; timeoutMs: number }) => Promise<HttpAnswer>;

const MAX_ANSWER = 1024 * 1024;

/**
 * One call over kept connections. Not `fetch`: that does not tell whether the connection was ever made, which is the
 * whole difference between "try again" and "ask first".
 */
export function httpCaller(maxSockets = 64): { call: HttpCall; close: () => void } {
  const agents = { 'http:': new HttpAgent({ keepAlive: true, maxSockets }), 'https:': new HttpsAgent({ keepAlive: true, maxSockets }) };
  const call: HttpCall = (target, { method, headers, body, timeoutMs }) =>
    new Promise((resolve, reject) => {
      let connected = false;
      const secure = target.protocol === 'https:';
      const options = { method, headers: { ...headers, ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }) } };
      const request: ClientRequest = secure ? httpsRequest(target, { ...options, agent: agents['https:'] }) : httpRequest(target, { ...options, agent: agents['http:'] });
      const fail = (code: string) => {
        clearTimeout(timer);
        reject(new CallFailed(code, connected));
        request.destroy();
      };
      const timer = setTimeout(() => fail('timeout'), timeoutMs);
      request.on('socket', (socket: Socket) => {
        if (request.reusedSocket || !socket.connecting) connected = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true));
      });
      request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'error'));
      request.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > MAX_ANSWER) fail('answer-too-large');
        });
        response.on('aborted', () => fail('aborted'));
        response.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? 'error'));
        response.on('end', () => {
          clearTimeout(timer);
          resolve({ status: response.statusCode ?? 0, body: text });
        });
      });
      request.end(body);
    });
  return {
    call,
    close: () => {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}
