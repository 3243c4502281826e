import type { FamilyLanguage, MessageKind } from '@radslag/domain';

/** As neutral as the texts: it is read over somebody's shoulder. Languages without their own have the Swedish one. */
const SUBJECTS: Readonly<Partial<Record<FamilyLanguage, { asks: string; tells: string }>> & { sv: { asks: string; tells: string } }> = {
  sv: { asks: 'En fråga om en tid', tells: 'Om en tid' },
  en: { asks: 'A question about a time', tells: 'About a time' },
  ar: { asks: 'سؤال عن موعد', tells: 'بخصوص موعد' },
  so: { asks: 'Su\'aal ku saabsan waqti', tells: 'Ku saabsan waqti' },
};
const ASKS: readonly MessageKind[] = ['invitation', 'answerReminder'];

export function emailSubject(kind: MessageKind, language: FamilyLanguage): string {
  const words = SUBJECTS[language] ?? SUBJECTS.sv;
  return ASKS.includes(kind) ? words.asks : words.tells;
}
