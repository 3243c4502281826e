import type { FamilyLanguage, MessageKind } from './vocabulary';

/** `allowed`: words that a manager has let through although the neutral filter knows them. */
export type Template = { version: number; body: string; allowed?: readonly string[] };
/** Swedish is always there; other languages when they have a text. */
export type TemplateLanguages = Readonly<{ sv: Template } & Partial<Record<FamilyLanguage, Template>>>;

/**
 * The words. Neutral in every language: no agency, name, place or reason; who wonders is told whom to call. Dates stand as
 * dates, never "tomorrow", since a message may be read late. Arabic and Somali are drafts until back-translated and approved.
 */
export const MESSAGE_TEXTS: Readonly<Record<MessageKind, TemplateLanguages>> = {
  invitation: {
    sv: { version: 1, body: 'Hej! Du har fått en fråga om en tid. Svara här: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! You have been asked about a time. Answer here: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! لديك سؤال عن موعد. يمكنك الإجابة هنا: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waxaa laguu soo diray su\'aal ku saabsan waqti. Halkan ka jawaab: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  answerReminder: {
    sv: { version: 1, body: 'Hej! Vi har inte fått ditt svar än. Svara här: {link} Det går lika bra att ringa {phone}' },
    en: { version: 1, body: 'Hi! We have not had your answer yet. Answer here: {link} You can just as well call {phone}' },
    ar: { version: 1, body: 'مرحبا! لم يصلنا جوابك بعد. يمكنك الإجابة هنا: {link} أو الاتصال على: {phone}' },
    so: { version: 1, body: 'Salaan! Weli jawaabtaada nama soo gaarin. Halkan ka jawaab: {link} Ama wac {phone}' },
  },
  timeSet: {
    sv: { version: 1, body: 'Hej! Nu är dagen klar: {date} {time}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! The day is set: {date} {time}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! تم تحديد اليوم: {date} {time}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Maalinta waa la go\'aamiyay: {date} {time}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  timeMoved: {
    sv: { version: 1, body: 'Hej! Det har blivit en ny tid: {date} {time}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! There is a new time: {date} {time}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! تغير الموعد. الموعد الجديد: {date} {time}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waxaa jira waqti cusub: {date} {time}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  cancelled: {
    sv: { version: 1, body: 'Hej! Tiden {date} gäller inte längre. Du behöver inte göra något. Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! The time on {date} no longer applies. You do not need to do anything. Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! تم إلغاء موعد {date}. لا يلزمك فعل أي شيء. هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waqtigii {date} waa la baajiyay. Waxba uma baahnid inaad samayso. Su\'aal ma qabtaa? Wac {phone}' },
  },
  reminderFortnight: {
    sv: { version: 1, body: 'Hej! Om två veckor: {date} {time}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! In two weeks: {date} {time}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! بعد أسبوعين: {date} {time}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Laba toddobaad kadib: {date} {time}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  reminderWeek: {
    sv: { version: 1, body: 'Hej! En påminnelse: {date} {time}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! A reminder: {date} {time}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! تذكير: {date} {time}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Xusuusin: {date} {time}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  reminderDay: {
    sv: { version: 1, body: 'Hej! Snart är det dags: {date} {time}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! It is soon time: {date} {time}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! اقترب الموعد: {date} {time}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waqtigii waa soo dhow yahay: {date} {time}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  reminderHours: {
    sv: { version: 1, body: 'Hej! Vi ses {date} {time}. Hitta hit: {link} Har det hänt något? Ring {phone}' },
    en: { version: 1, body: 'Hi! See you {date} {time}. Find the way: {link} Has something come up? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! نراك {date} {time}. الطريق: {link} هل حدث شيء؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waxaan kulmaynaa {date} {time}. Jidka: {link} Wax ma dhaceen? Wac {phone}' },
  },
  actionDue: {
    sv: { version: 1, body: 'Hej! En påminnelse om det du lovade göra senast {date}. Läs mer: {link} Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! A reminder of what you promised to do by {date}. Read more: {link} Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! تذكير بما وعدت بفعله قبل نهاية {date}. التفاصيل: {link} هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Xusuusin ku saabsan wixii aad ballan qaadday ka hor {date}. Wax dheeraad ah: {link} Su\'aal ma qabtaa? Wac {phone}' },
  },
  newLink: {
    sv: { version: 1, body: 'Hej! Här är din nya länk: {link} Den gamla fungerar inte längre. Undrar du något? Ring {phone}' },
    en: { version: 1, body: 'Hi! Here is your new link: {link} The old one no longer works. Any questions? Call {phone}' },
    ar: { version: 1, body: 'مرحبا! هذا رابطك الجديد: {link} الرابط القديم لم يعد يعمل. هل لديك سؤال؟ الهاتف: {phone}' },
    so: { version: 1, body: 'Salaan! Waa kan link-gaaga cusub: {link} Kii hore ma shaqeeyo. Su\'aal ma qabtaa? Wac {phone}' },
  },
  autoReply: {
    sv: { version: 1, body: 'Hej! Ingen läser svar hit direkt. Vill du prata? Ring {phone}. Kvällar och helger: {outOfHours}. Är det akut? Ring 112.' },
    en: { version: 1, body: 'Hi! Nobody reads replies here straight away. Want to talk? Call {phone}. Evenings and weekends: {outOfHours}. Emergency? Call 112.' },
    ar: { version: 1, body: 'مرحبا! لا أحد يقرأ الردود هنا فورا. للتحدث: {phone}. مساء وفي العطل: {outOfHours}. في حالة الطوارئ: 112.' },
    so: { version: 1, body: 'Salaan! Qofna isla markiiba ma akhriyo jawaabaha halkan. Ma rabtaa inaad hadasho? Wac {phone}. Fiidkii iyo fasaxyada: {outOfHours}. Degdeg? Wac 112.' },
  },
};
