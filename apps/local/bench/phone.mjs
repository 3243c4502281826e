import { connect } from 'node:net';

/** One request over a connection of its own, answered to the last byte: what a phone on a slow network waits for. */
export function exchange(port, request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(10_000, () => socket.destroy(new Error(`no answer to ${request.split('\r\n')[0]}`)));
    socket.on('data', (part) => parts.push(part));
    socket.once('error', reject);
    socket.once('end', () => {
      const answer = Buffer.concat(parts);
      const head = answer.indexOf('\r\n\r\n');
      const headers = answer.toString('latin1', 0, head);
      resolve({ status: Number(headers.slice(9, 12)), headers, body: answer.subarray(head + 4), bytes: answer.length });
    });
  });
}

/** A relative's phone: keeps its cookie, fills in the forms that it is shown. */
export class Phone {
  #cookie;
  #formToken = '';

  constructor(port) {
    this.port = port;
  }

  /** 'name=value', once a page has set it. */
  get cookie() {
    return this.#cookie;
  }

  /** The request as bytes, so that it can be sent a thousand times. */
  request(method, path, { fields, keepAlive = false, encoding } = {}) {
    const body = fields === undefined ? '' : new URLSearchParams({ t: this.#formToken, ...fields }).toString();
    const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${this.port}`, `connection: ${keepAlive ? 'keep-alive' : 'close'}`];
    if (encoding) lines.push(`accept-encoding: ${encoding}`);
    if (this.#cookie) lines.push(`cookie: ${this.#cookie}`);
    if (fields) lines.push('content-type: application/x-www-form-urlencoded', `content-length: ${Buffer.byteLength(body)}`);
    return `${lines.join('\r\n')}\r\n\r\n${body}`;
  }

  async #send(...request) {
    const answer = await exchange(this.port, this.request(...request));
    this.#cookie = /^set-cookie: ([^;]+)/im.exec(answer.headers)?.[1] ?? this.#cookie;
    const location = /^location: (\S+)/im.exec(answer.headers)?.[1];
    const text = answer.body.toString();
    this.#formToken = /name="t" value="([\w-]+)"/.exec(text)?.[1] ?? this.#formToken;
    return { ...answer, location, text };
  }

  get(path, options) {
    return this.#send('GET', path, options);
  }

  async post(path, fields = {}) {
    const answer = await this.#send('POST', path, { fields });
    if (answer.status !== 303) throw new Error(`POST ${path.replace(/\/r\/.*/, '/r/…')} answered ${answer.status}`);
    return answer;
  }

  /** From the link in the text to the page that it leads to. */
  async open(token) {
    const { location } = await this.post(`/r/${token}`);
    return this.get(location);
  }
}
