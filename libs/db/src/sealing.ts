import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';

/**
 * Personal text at rest. AES-256-GCM under the municipality's data key, which the master key wraps. The additional data
 * is municipality | table | row | column, so a ciphertext moved to another place does not open.
 * Layout: format (1 byte) · key number (2) · nonce (12) · tag (16) · ciphertext.
 */

const FORMAT = 1;
const HEADER = 3;
const NONCE = 12;
const TAG = 16;

export type Place = { municipalityId: string; table: string; rowId: string; column: string };

const additionalData = (p: Place) => Buffer.from(`${p.municipalityId}|${p.table}|${p.rowId}|${p.column}`);

export class SealBroken extends Error {
  constructor(readonly place: Place) {
    super(`a sealed value does not open: ${place.table}.${place.column}`);
  }
}

function encrypt(key: KeyObject | Buffer, keyNumber: number, plain: Buffer, aad: Buffer): Buffer {
  const header = Buffer.alloc(HEADER);
  header[0] = FORMAT;
  header.writeUInt16BE(keyNumber, 1);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(aad);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body]);
}

function decrypt(key: KeyObject | Buffer, sealed: Buffer, aad: Buffer): Buffer {
  const nonce = sealed.subarray(HEADER, HEADER + NONCE);
  const tag = sealed.subarray(HEADER + NONCE, HEADER + NONCE + TAG);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(aad);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(HEADER + NONCE + TAG)), decipher.final()]);
}

/** The data keys of one municipality, newest used for sealing, all for opening. */
export class MunicipalityKeys {
  private readonly indexKey: KeyObject;
  /** Key objects: handing raw bytes to every call costs several times the call itself. */
  private readonly keys: ReadonlyMap<number, KeyObject>;
  private readonly newest: number;

  constructor(
    private readonly municipalityId: string,
    keys: ReadonlyMap<number, Buffer>,
  ) {
    this.keys = new Map([...keys].map(([number, key]) => [number, createSecretKey(key)]));
    this.newest = Math.max(...keys.keys());
    // From the first key, so that a rotation does not orphan the index.
    const first = keys.get(Math.min(...keys.keys()))!;
    this.indexKey = createSecretKey(Buffer.from(hkdfSync('sha256', first, Buffer.from(municipalityId), 'radslag blind index', 32)));
  }

  seal(table: string, rowId: string, column: string, text: string): Buffer {
    const place = { municipalityId: this.municipalityId, table, rowId, column };
    return encrypt(this.keys.get(this.newest)!, this.newest, Buffer.from(text, 'utf8'), additionalData(place));
  }

  open(table: string, rowId: string, column: string, sealed: Buffer): string {
    const place = { municipalityId: this.municipalityId, table, rowId, column };
    const key = sealed[0] === FORMAT && sealed.length >= HEADER + NONCE + TAG ? this.keys.get(sealed.readUInt16BE(1)) : undefined;
    if (!key) throw new SealBroken(place);
    try {
      return decrypt(key, sealed, additionalData(place)).toString('utf8');
    } catch {
      throw new SealBroken(place);
    }
  }

  /** For equality only: the same value gives the same 32 bytes within the municipality. */
  blindIndex(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.indexKey).update(`${purpose}|${value}`).digest();
  }
}

const wrapPlace = (municipalityId: string, keyNumber: number) => Buffer.from(`${municipalityId}|municipality_key|${keyNumber}|wrapped`);

export function wrapDataKey(master: Buffer, municipalityId: string, keyNumber: number, dataKey: Buffer): Buffer {
  return encrypt(master, 0, dataKey, wrapPlace(municipalityId, keyNumber));
}

export function unwrapDataKey(master: Buffer, municipalityId: string, keyNumber: number, wrapped: Buffer): Buffer {
  return decrypt(master, wrapped, wrapPlace(municipalityId, keyNumber));
}
