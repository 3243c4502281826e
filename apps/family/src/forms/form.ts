/** Overrides that make text read as something else, and control characters; a line break may stay where a text has lines. */
const UNSAFE_BLOCK = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;
const UNSAFE_LINE = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

export class Unreadable extends Error {}

/** What a form sent, decoded strictly: bytes that are not UTF-8 are refused, not guessed at. */
export class Form {
  private constructor(private readonly pairs: readonly (readonly [string, string])[]) {}

  static parse(body: Buffer): Form {
    let text: string;
    try {
      text = new TextDecoder('utf-8', { fatal: true }).decode(body);
    } catch {
      throw new Unreadable();
    }
    return new Form(text === '' ? [] : text.split('&').map(pairOf));
  }
  static readonly empty = new Form([]);

  get(name: string): string {
    return this.pairs.find(([key]) => key === name)?.[1] ?? '';
  }
  all(name: string): string[] {
    return this.pairs.filter(([key]) => key === name).map(([, value]) => value);
  }
  /** One line of what a person wrote: composed, trimmed, without what would mislead the next reader. */
  line(name: string): string {
    return this.get(name).normalize('NFC').replace(UNSAFE_LINE, ' ').replace(/ {2,}/g, ' ').trim();
  }
  block(name: string): string {
    return this.get(name).normalize('NFC').replace(/\r\n?/g, '\n').replace(UNSAFE_BLOCK, '').trim();
  }
  /** Digits of any script that phones write them in, as Western digits. */
  digits(name: string): string {
    return this.line(name)
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
      .replace(/[\s-]/g, '');
  }
}

function pairOf(part: string): readonly [string, string] {
  const [name, ...rest] = part.split('=');
  return [decode(name ?? ''), decode(rest.join('='))];
}

function decode(text: string): string {
  try {
    // A NUL is no letter in any script, and nothing can keep it.
    return decodeURIComponent(text.replace(/\+/g, ' ')).replaceAll('\u0000', '');
  } catch {
    throw new Unreadable();
  }
}
