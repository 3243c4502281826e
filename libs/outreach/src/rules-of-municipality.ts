import type { Tx } from '@radslag/db';
import { completePolicy, type FamilyLanguage, type MessageKind, type OutreachPolicy, type TemplateBook } from '@radslag/domain';

/** How this municipality sends, as it is now: its policy, its own approved texts, and whether sending is held after a restore. */
export type MunicipalRules = { policy: OutreachPolicy; book: TemplateBook; held: boolean; /** The municipality's. */ name: string };

type Row = { policy: OutreachPolicy | null; templates: { kind: MessageKind; language: FamilyLanguage; version: number; body: string }[] | null; held: boolean; name: string };

export async function municipalRules(tx: Tx): Promise<MunicipalRules> {
  const [row] = await tx.prepared<Row>(
    'outreach-rules',
    `SELECT (SELECT p.policy FROM outreach_policy p WHERE p.municipality_id = $1 ORDER BY p.version DESC LIMIT 1) AS policy,
            (SELECT jsonb_agg(jsonb_build_object('kind', t.kind, 'language', t.language, 'version', t.version, 'body', t.body))
             FROM message_template t WHERE t.municipality_id = $1 AND t.state = 'approved') AS templates,
            EXISTS (SELECT 1 FROM sending_hold()) AS held, (SELECT mu.name FROM municipality mu WHERE mu.id = $1) AS name`,
    [tx.municipalityId],
  );
  const book: TemplateBook = {};
  for (const { kind, language, version, body } of row!.templates ?? []) (book[kind] ??= {})[language] = { version, body };
  return { policy: completePolicy(row!.policy), book, held: row!.held, name: row!.name };
}
