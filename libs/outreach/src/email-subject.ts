import type { FamilyLanguage, MessageKind } from '@radslag/domain';

/** As neutral as the texts: it is read over somebody's shoulder. Languages without their own have the Swedish one. */
const SUBJECTS: Readonly<Partial<Record<FamilyLanguage, { asks: string; tells: string }>> & { sv: { asks: string; tells: string } }> = {
  sv: { asks: 'En fråga om en tid', tells: 'Om en tid' },
  en: { asks: 'A question about a time', tells: 'About a time' },
  ar: { asks: 'سؤال عن موعد', tells: 'بخصوص موعد' },
  so: { asks: 'Su\'aal ku saabsan waqtiga', tells: 'Ku saabsan waqtiga' },
  ti: { asks: 'ሕቶ ብዛዕባ ቆጸራ', tells: 'ብዛዕባ ቆጸራ' },
  prs: { asks: 'سوالی در بارهٔ یک وقت', tells: 'در بارهٔ یک وقت' },
  fa: { asks: 'سؤالی درباره‌ی یک وقت', tells: 'درباره‌ی یک وقت' },
  uk: { asks: 'Запитання про час', tells: 'Щодо часу' },
  fi: { asks: 'Kysymys ajasta', tells: 'Tietoa ajasta' },
  pl: { asks: 'Pytanie o termin', tells: 'Informacja o terminie' },
  ckb: { asks: 'پرسیارێک دەربارەی وادەیەک', tells: 'دەربارەی وادەیەک' },
  tr: { asks: 'Gün ve saat için bir soru', tells: 'Gün ve saat hakkında' },
};
const ASKS: readonly MessageKind[] = ['invitation', 'answerReminder'];

export function emailSubject(kind: MessageKind, language: FamilyLanguage): string {
  const words = SUBJECTS[language] ?? SUBJECTS.sv;
  return ASKS.includes(kind) ? words.asks : words.tells;
}
