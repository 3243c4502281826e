import { crc32, deflateRawSync, constants } from 'node:zlib';
import { heads } from './head';

/**
 * gzip of a page whose beginning is one of a few known heads (the sheet is two thirds of a page). The head is deflated once,
 * flushed to a byte boundary; each page adds only its own rest, with the head as dictionary, so that it packs as tightly as a
 * page compressed whole. One gzip stream, as any reader knows it.
 */
type Prepared = { text: string; plain: Buffer; deflated: Buffer; crc: number };

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
let prepared: Prepared[] | undefined;

function prepare(text: string): Prepared {
  const plain = Buffer.from(text);
  return { text, plain, deflated: deflateRawSync(plain, { level: 9, finishFlush: constants.Z_SYNC_FLUSH }), crc: crc32(plain) };
}

export function gzipPage(html: string): Buffer {
  prepared ??= [...heads()].map(prepare);
  const head = prepared.find((one) => html.startsWith(one.text)) ?? EMPTY;
  const rest = Buffer.from(html.slice(head.text.length));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(rest, head.crc), 0);
  trailer.writeUInt32LE(head.plain.length + rest.length, 4);
  const body = deflateRawSync(rest, head.plain.length > 0 ? { level: 6, dictionary: head.plain } : { level: 6 });
  return Buffer.concat([GZIP_HEADER, head.deflated, body, trailer]);
}
const EMPTY: Prepared = { text: '', plain: Buffer.alloc(0), deflated: Buffer.alloc(0), crc: 0 };
