import { inflateSync } from 'node:zlib';

/** The words of a letter as they stand in its PDF: enough of the format for what our own press writes. */
export function textOfPdf(file: Buffer): string {
  const pdf = file.toString('latin1');
  const objects = new Map([...pdf.matchAll(/(\d+) 0 obj([\s\S]*?)endobj/g)].map(([, id, body]) => [id!, body!]));
  const referred = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1];
  const stream = (id: string | undefined) => {
    const [, head, rest] = /([\s\S]*?)stream\r?\n([\s\S]*)/.exec(objects.get(id!)!)!;
    // By its length: what is packed may itself end in a line break.
    const body = rest!.slice(0, Number(/\/Length (\d+)/.exec(head!)![1]));
    return head!.includes('/FlateDecode') ? inflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body;
  };
  return [...objects.values()]
    .filter((body) => /\/Type \/Page\b/.test(body))
    .map((page) => {
      const fonts = new Map([...page.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, glyphs(stream(referred(objects.get(id!)!, 'ToUnicode')))]));
      return shown(stream(referred(page, 'Contents')), fonts);
    })
    .join('\n');
}

type Glyphs = Map<number, string>;

/** Which characters the glyphs of a font stand for. */
function glyphs(map: string): Glyphs {
  return new Map([...map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gim)].map(([, glyph, text]) => [parseInt(glyph!, 16), Buffer.from(text!, 'hex').swap16().toString('utf16le')]));
}

/** Strings in the order they are painted; each piece of text a line of its own. */
function shown(content: string, fonts: Map<string, Glyphs>): string {
  let font: Glyphs = new Map();
  let text = '';
  const says = (glyphIds: number[]) => void (text += glyphIds.map((glyph) => font.get(glyph) ?? '').join(''));
  const token = /\/(f\d+) [\d.]+ Tf|<([0-9A-Fa-f\s]*)>|\(|\bET\b/g;
  for (let found = token.exec(content); found; found = token.exec(content)) {
    const [whole, name, hex] = found;
    if (name !== undefined) font = fonts.get(name)!;
    else if (whole === 'ET') text += '\n';
    else if (hex !== undefined) says(glyphIdsOf(Buffer.from(hex.replace(/\s/g, ''), 'hex')));
    else {
      const end = endOfString(content, token.lastIndex);
      says(decoded(content.slice(token.lastIndex, end)));
      token.lastIndex = end + 1;
    }
  }
  return text;
}

/** Where the bracket that ends a string stands: brackets in pairs may stand in it as they are (ISO 32000-1, 7.3.4.2). */
function endOfString(content: string, from: number): number {
  let open = 1;
  for (let at = from; at < content.length; at++) {
    if (content[at] === '\\') at++;
    else if (content[at] === '(') open++;
    else if (content[at] === ')' && --open === 0) return at;
  }
  throw new Error('a string of the PDF does not end');
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
function decoded(written: string): number[] {
  const bytes = Buffer.from(written.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) => (/^[0-7]/.test(code) ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code))), 'latin1');
  return glyphIdsOf(bytes);
}

const glyphIdsOf = (bytes: Buffer): number[] => Array.from({ length: Math.floor(bytes.length / 2) }, (_, at) => bytes.readUInt16BE(at * 2));
