import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What Twilio posted, as it came: `url` is the whole public address that Twilio was given, query and all, and never what a proxy or a
 * Host header makes of it. `form`: null where the body is not a form; its hash then stands in the address and is signed with it.
 */
export type TwilioRequest = { url: string; form: string | null; body: Buffer; signature: string | undefined };

/**
 * Twilio's own way of signing (its page on webhook security): HMAC-SHA1 under the account's Auth Token over the address followed by
 * every parameter, sorted by name, name and value without anything between. Of a name that comes several times each different value
 * is taken once, sorted.
 */
export function twilioSignature(authToken: string, url: string, form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort();
  const parts = names.flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => `${name}${value}`));
  return createHmac('sha1', authToken).update(`${url}${parts.join('')}`).digest('base64');
}

/** Whether one of these tokens signed it. All of them are tried, whatever the first says. */
export function signedByTwilio({ url, form, body, signature }: TwilioRequest, authTokens: readonly string[]): boolean {
  if (signature === undefined || (form === null && !hashesTo(body, url))) return false;
  const params = new URLSearchParams(form ?? '');
  const expected = authTokens.flatMap((token) => withAndWithoutPort(url).map((address) => twilioSignature(token, address, params)));
  return expected.map((one) => same(one, signature)).includes(true);
}

function hashesTo(body: Buffer, url: string): boolean {
  const given = new URL(url).searchParams.getAll('bodySHA256');
  return given.length === 1 && same(createHash('sha256').update(body).digest('hex'), given[0]!.toLowerCase());
}

/** Twilio's systems do not agree on whether the port that goes without saying is said; its own libraries take either. */
function withAndWithoutPort(url: string): string[] {
  const parts = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(url);
  if (parts === null) return [url];
  const [, scheme, host, rest] = parts as unknown as [string, string, string, string];
  const port = scheme.toLowerCase() === 'https' ? ':443' : ':80';
  const bare = host.endsWith(port) ? host.slice(0, -port.length) : host;
  return /:\d+$/.test(bare) ? [url] : [`${scheme}://${bare}${rest}`, `${scheme}://${bare}${port}${rest}`];
}

function same(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
