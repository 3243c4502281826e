import { crc32, deflateRawSync, constants } from 'node:zlib';
import { heads, TAIL } from './head';

/**
 * gzip of a page whose beginning is one of a few known heads, and whose end is that of all pages (sheet and script are three
 * quarters of a page). Both are deflated once, on byte boundaries; each page adds only what is its own, with the head as
 * dictionary, so that it packs about as tightly as a page compressed whole. One gzip stream, as any reader knows it.
 */
type Prepared = { text: string; plain: Buffer; deflated: Buffer; crc: number };

const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** More follows. */
const ON = constants.Z_SYNC_FLUSH;
const END = constants.Z_FINISH;
let prepared: { heads: Prepared[]; tail: Prepared } | undefined;

function prepare(text: string, finishFlush: number): Prepared {
  const plain = Buffer.from(text);
  return { text, plain, deflated: deflateRawSync(plain, { level: 9, finishFlush }), crc: crc32(plain) };
}

export function gzipPage(html: string): Buffer {
  prepared ??= { heads: [...heads()].map((text) => prepare(text, ON)), tail: prepare(TAIL, END) };
  const head = prepared.heads.find((one) => html.startsWith(one.text)) ?? EMPTY;
  const tail = html.endsWith(TAIL) ? prepared.tail : EMPTY;
  const own = Buffer.from(html.slice(head.text.length, html.length - tail.text.length));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(tail.plain, crc32(own, head.crc)), 0);
  trailer.writeUInt32LE(head.plain.length + own.length + tail.plain.length, 4);
  const deflated = deflateRawSync(own, { level: 6, finishFlush: tail === EMPTY ? END : ON, ...(head === EMPTY ? {} : { dictionary: head.plain }) });
  return Buffer.concat([GZIP_HEADER, head.deflated, deflated, tail.deflated, trailer]);
}
const EMPTY: Prepared = { text: '', plain: Buffer.alloc(0), deflated: Buffer.alloc(0), crc: 0 };
