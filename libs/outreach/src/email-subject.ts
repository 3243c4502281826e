import type { FamilyLanguage, MessageKind } from '@radslag/domain';

type Subjects = { asks: string; tells: string; reads: string };

/** As neutral as the texts: it is read over somebody's shoulder. Languages without their own have the Swedish one. */
const SUBJECTS: Readonly<Partial<Record<FamilyLanguage, Subjects>> & { sv: Subjects }> = {
  sv: { asks: 'En fråga om en tid', tells: 'Om en tid', reads: 'Något nytt att läsa' },
  en: { asks: 'A question about a time', tells: 'About a time', reads: 'Something new to read' },
  ar: { asks: 'سؤال عن موعد', tells: 'بخصوص موعد', reads: 'شيء جديد للقراءة' },
  so: { asks: 'Su\'aal ku saabsan waqtiga', tells: 'Ku saabsan waqtiga', reads: 'Wax cusub oo aad akhrido' },
  ti: { asks: 'ሕቶ ብዛዕባ ቆጸራ', tells: 'ብዛዕባ ቆጸራ', reads: 'ሓድሽ ዝንበብ' },
  prs: { asks: 'سوالی در بارهٔ یک وقت', tells: 'در بارهٔ یک وقت', reads: 'چیز نوی برای خواندن' },
  fa: { asks: 'سؤالی درباره‌ی یک وقت', tells: 'درباره‌ی یک وقت', reads: 'چیز تازه‌ای برای خواندن' },
  uk: { asks: 'Запитання про час', tells: 'Щодо часу', reads: 'Щось нове для Вас' },
  fi: { asks: 'Kysymys ajasta', tells: 'Tietoa ajasta', reads: 'Uutta luettavaa' },
  pl: { asks: 'Pytanie o termin', tells: 'Informacja o terminie', reads: 'Coś nowego do przeczytania' },
  ckb: { asks: 'پرسیارێک دەربارەی وادەیەک', tells: 'دەربارەی وادەیەک', reads: 'شتێکی نوێ بۆ خوێندنەوە' },
  tr: { asks: 'Gün ve saat için bir soru', tells: 'Gün ve saat hakkında', reads: 'Okunacak yeni bir şey' },
};
const ASKS: readonly MessageKind[] = ['invitation', 'answerReminder'];

export function emailSubject(kind: MessageKind, language: FamilyLanguage): string {
  const words = SUBJECTS[language] ?? SUBJECTS.sv;
  if (kind === 'planReady') return words.reads;
  return ASKS.includes(kind) ? words.asks : words.tells;
}
