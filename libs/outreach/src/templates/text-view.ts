import { namesOfStaff } from '@radslag/access';
import type { SendingText, TextVersion } from '@radslag/contracts';
import { MessageTemplate, type Tx } from '@radslag/db';
import { revealingWords, TEMPLATES, type FamilyLanguage, type MessageKind } from '@radslag/domain';

export type TextPlace = { kind: MessageKind; language: FamilyLanguage };

/** One writer at a time for a kind in a language: versions are numbered, and one is in use. */
export async function lockPlace(tx: Tx, { kind, language }: TextPlace): Promise<MessageTemplate[]> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${tx.municipalityId}:text:${kind}:${language}`]);
  return tx.find(MessageTemplate, { kind, language }, { order: { version: 'DESC' } });
}

export async function textView(tx: Tx, place: TextPlace, userId: string): Promise<SendingText> {
  const versions = await tx.find(MessageTemplate, place, { order: { version: 'DESC' } });
  return toText(place, versions, await namesOfStaff(tx), userId);
}

export function toText({ kind, language }: TextPlace, versions: readonly MessageTemplate[], names: ReadonlyMap<string, string>, userId: string): SendingText {
  const builtIn = TEMPLATES[kind][language];
  return { kind, language, builtIn: builtIn === undefined ? null : { version: builtIn.version, body: builtIn.body }, versions: versions.map((version) => toVersion(version, names, userId)) };
}

function toVersion(row: MessageTemplate, names: ReadonlyMap<string, string>, userId: string): TextVersion {
  return {
    id: row.id, version: row.version, state: row.state, body: row.body,
    createdBy: names.get(row.createdBy) ?? '', createdAt: row.createdAt.toISOString(), mine: row.createdBy === userId,
    approvedBy: row.approvedBy === null ? null : (names.get(row.approvedBy) ?? ''), approvedAt: row.approvedAt?.toISOString() ?? null,
    overrideReason: row.overrideReason, withdrawnAt: row.withdrawnAt?.toISOString() ?? null, revealing: revealingWords(row.body),
  };
}
