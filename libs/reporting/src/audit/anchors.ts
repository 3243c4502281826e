import { mkdir, open } from 'node:fs/promises';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import type { AnchoredIn } from '@radslag/domain';
import type { Head } from './walk-chain';

/** The head of a chain after a whole check, as it is written outside the database. */
export type Anchor = Head & Readonly<{ municipalityId: string; entries: number; at: Date; /** The number of a head that no longer holds, and that a log reviewer has answered for. */ instead: number | null }>;

/** What is known outside the database of each chain: its last anchor, or that its last line is not ours. */
export type Known = ReadonlyMap<string, Anchor | 'unsound'>;

/** Somewhere that whoever can change the database cannot change. */
export interface AnchorPlace {
  readonly kind: AnchoredIn;
  read(): Promise<Known>;
  write(anchor: Anchor): Promise<void>;
}

const WORD = 'radslag-audit-1';

export class AnchorLines {
  private readonly key: Buffer;

  constructor(masterKey: Buffer) {
    this.key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'radslag audit anchor', 32));
  }

  write({ municipalityId, seq, hash, entries, at, instead }: Anchor): string {
    const said = [WORD, municipalityId, seq, hash.toString('hex'), entries, at.toISOString(), instead ?? '-'].join(' ');
    return `${said} ${this.sign(said).toString('hex')}`;
  }

  /** Null: it is not an anchor, or was cut short when a machine stopped. That one is gone is known from what the database remembers. */
  read(line: string): { municipalityId: string; anchor: Anchor | 'unsound' } | null {
    const [word, municipalityId, seq, hash, entries, at, instead, mac] = line.split(' ');
    if (word !== WORD || !municipalityId || !/^[0-9a-f]{64}$/.test(mac ?? '')) return null;
    if (!timingSafeEqual(Buffer.from(mac!, 'hex'), this.sign(line.slice(0, line.lastIndexOf(' '))))) return { municipalityId, anchor: 'unsound' };
    return { municipalityId, anchor: { municipalityId, seq: Number(seq), hash: Buffer.from(hash!, 'hex'), entries: Number(entries), at: new Date(at!), instead: instead === '-' ? null : Number(instead) } };
  }

  private sign(said: string): Buffer {
    return createHmac('sha256', this.key).update(said).digest();
  }
}

/** A file that only grows; one line per chain and night. */
export class AnchorFile implements AnchorPlace {
  readonly kind = 'file';
  private readonly lines: AnchorLines;

  constructor(
    private readonly path: string,
    masterKey: Buffer,
  ) {
    this.lines = new AnchorLines(masterKey);
  }

  /** Line by line: the file is years long, and there is one anchor per municipality to keep of it. */
  async read(): Promise<Known> {
    const known = new Map<string, Anchor | 'unsound'>();
    const file = await open(this.path, 'r').catch((error: NodeJS.ErrnoException) => {
      // Nothing has been written yet, or it has been taken away: whoever asks knows which.
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (file === null) return known;
    try {
      for await (const line of file.readLines({ autoClose: false })) {
        const read = this.lines.read(line);
        if (read !== null) known.set(read.municipalityId, read.anchor);
      }
    } finally {
      await file.close();
    }
    return known;
  }

  /** On the disk before it counts as written. */
  async write(anchor: Anchor): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const file = await open(this.path, 'a+', 0o640);
    try {
      const { size } = await file.stat();
      const last = Buffer.alloc(1);
      if (size > 0) await file.read(last, 0, 1, size - 1);
      await file.appendFile(`${size > 0 && last.toString() !== '\n' ? '\n' : ''}${this.lines.write(anchor)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** Without a file: in the log, which production ships elsewhere. It cannot be read back; the database's own memory is held against the chain then. */
export class AnchorLog implements AnchorPlace {
  readonly kind = 'log';
  private readonly lines: AnchorLines;

  constructor(
    private readonly logger: { info(fields: object, message: string): void },
    masterKey: Buffer,
  ) {
    this.lines = new AnchorLines(masterKey);
  }

  read(): Promise<Known> {
    return Promise.resolve(new Map());
  }

  write(anchor: Anchor): Promise<void> {
    this.logger.info({ auditAnchor: this.lines.write(anchor) }, 'the head of an audit chain');
    return Promise.resolve();
  }
}
