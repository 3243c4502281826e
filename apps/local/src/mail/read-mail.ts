/** A message as a mail program would show it. Only what our own service writes: one part, text, UTF-8. */
export type Mail = { id: string; at: string; from: string; to: string; subject: string; text: string; messageId: string };

export function readMail(raw: string): Omit<Mail, 'id' | 'at' | 'from' | 'to'> {
  const cut = raw.search(/\r?\n\r?\n/);
  const headers = new Map(
    raw
      .slice(0, cut)
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const body = raw.slice(cut).replace(/^\r?\n\r?\n/, '');
  return { subject: decodedWords(headers.get('subject') ?? ''), messageId: headers.get('message-id') ?? '', text: decodedBody(body, headers.get('content-transfer-encoding') ?? '').trimEnd() };
}

function decodedBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return quoted(body.replace(/=\r?\n/g, ''));
    default:
      return Buffer.from(body, 'latin1').toString('utf8');
  }
}

/** `=?UTF-8?Q?En_fr=C3=A5ga?=`; words beside each other are one text. */
const decodedWords = (text: string): string =>
  text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_whole, how: string, inside: string) => (how.toLowerCase() === 'b' ? Buffer.from(inside, 'base64').toString('utf8') : quoted(inside.replaceAll('_', ' '))));

const quoted = (text: string): string => Buffer.from(text.replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8');
