import type { Tx } from '@radslag/db';
import { completePolicy, revealingWords, type FamilyLanguage, type MessageKind, type OutreachPolicy, type TemplateBook } from '@radslag/domain';

/** How this municipality sends, as it is now: its policy, its own approved texts, and whether sending is held after a restore. */
export type MunicipalRules = { policy: OutreachPolicy; book: TemplateBook; held: boolean };

type Row = { policy: OutreachPolicy | null; templates: { kind: MessageKind; language: FamilyLanguage; version: number; body: string; overridden: boolean }[] | null; held: boolean };

export async function municipalRules(tx: Tx): Promise<MunicipalRules> {
  const [row] = await tx.prepared<Row>(
    'outreach-rules',
    `SELECT (SELECT p.policy FROM outreach_policy p WHERE p.municipality_id = $1 ORDER BY p.version DESC LIMIT 1) AS policy,
            (SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'language', t.language, 'version', t.version, 'body', t.body, 'overridden', t.override_reason IS NOT NULL))
             FROM message_template t WHERE t.municipality_id = $1 AND t.state = 'approved') AS templates,
            EXISTS (SELECT 1 FROM sending_hold()) AS held`,
    [tx.municipalityId],
  );
  const book: TemplateBook = {};
  for (const { kind, language, version, body, overridden } of row!.templates ?? []) (book[kind] ??= {})[language] = overridden ? { version, body, allowed: revealingWords(body) } : { version, body };
  return { policy: completePolicy(row!.policy), book, held: row!.held };
}
