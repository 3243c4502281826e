import { linkToken, linkUrl } from '@radslag/access';
import { messageLanguage, messageValues, renderMessage, toGsm7Friendly, type FamilyLanguage, type MessageKind } from '@radslag/domain';

/** What somebody who reads it then believes: that they meet then, or that they do not meet that day. */
export type Reading = { tells: string } | { calledOff: string };
export type Time = { startsLocal: string; endsLocal: string };

export const TELLING = ['timeSet', 'timeMoved', 'reminderFortnight', 'reminderWeek', 'reminderDay', 'reminderHours'] as const satisfies readonly MessageKind[];

/** Reads texts as they stand on phones: only the words count, and not what our rows say that they were. */
export class Reader {
  private readonly known = new Map<string, Reading>();

  constructor(
    private readonly familyUrl: string,
    { phone, times, languages }: { phone: string; times: readonly Time[]; languages: readonly FamilyLanguage[] },
  ) {
    for (const { startsLocal, endsLocal } of times) {
      const facts = { link: linkUrl(familyUrl, ANY), phone, opening: '', date: startsLocal.slice(0, 10), from: startsLocal.slice(11, 16), to: endsLocal.slice(11, 16) };
      for (const language of languages) {
        const words = (kind: MessageKind) => plain(renderMessage(kind, language, messageValues(facts, messageLanguage(kind, language))).text);
        for (const kind of TELLING) this.known.set(words(kind), { tells: startsLocal });
        this.known.set(words('cancelled'), { calledOff: startsLocal.slice(0, 10) });
      }
    }
  }

  /** Null: it says nothing of a time. */
  read(text: string): Reading | null {
    const token = this.tokenIn(text);
    return this.known.get(plain(token === null ? text : text.replace(token, ANY))) ?? null;
  }

  /** By which link the reader is known; null: it has none. */
  tokenIn(text: string): string | null {
    const begins = text.indexOf(linkUrl(this.familyUrl, ''));
    return begins < 0 ? null : /^\S+/.exec(text.slice(begins + linkUrl(this.familyUrl, '').length))?.[0] ?? null;
  }
}

const ANY = 'x';
const plain = (text: string): string => toGsm7Friendly(text).trim();

/** Every link that an invitation has had. */
export const tokensOf = (linkKey: Buffer, invitationId: string, rotations: number): string[] => Array.from({ length: rotations + 1 }, (_, rotation) => linkToken(linkKey, invitationId, rotation));
