import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Keys for what a phone carries and is asked for, all derived from the link key, each for one purpose. */
export class FamilySecrets {
  private readonly cookieKey: Buffer;
  private readonly formKey: Buffer;
  private readonly addressKey: Buffer;

  constructor(readonly linkKey: Buffer) {
    const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', linkKey, Buffer.alloc(0), `radslag family ${purpose}`, 32));
    this.cookieKey = derive('cookie');
    this.formKey = derive('form');
    this.addressKey = derive('address');
  }

  cookieMac(payload: Buffer): Buffer {
    return createHmac('sha256', this.cookieKey).update(payload).digest().subarray(0, 16);
  }

  /** What every form of a session carries: another session's form is refused. */
  formToken(sessionToken: Buffer): string {
    return createHmac('sha256', this.formKey).update(sessionToken).digest('base64url').slice(0, 22);
  }

  /** Counters of guesses know an address only by this. */
  addressTag(address: string): string {
    return createHmac('sha256', this.addressKey).update(address).digest('base64url').slice(0, 22);
  }
}

/** Six digits have too few bits for a plain hash: bound to the invitation under the server's key, a dump alone opens nothing. */
export function stepCodeHash(linkKey: Buffer, invitationId: string, code: string): Buffer {
  return createHmac('sha256', linkKey).update(`code|${invitationId}|${code}`).digest();
}

export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
