import type { FamilyLanguage } from '@radslag/domain';

/** What a letter is about, as far as it says: a question about a time, a time, a new time, or none any more. */
export const LETTER_MATTERS = ['asks', 'tells', 'moved', 'cancelled'] as const;
export type LetterMatter = (typeof LETTER_MATTERS)[number];

export type LetterWords = Readonly<Record<LetterMatter, { heading: string; lead: string }>> & {
  answerBy: string;
  /** Above the picture that a phone reads, and the address and the code for those who type. */
  scan: string;
  type: string;
  picture: string;
  call: string;
  safe: string;
};

/** As neutral as the texts: a letter lies open on a kitchen table. Arabic and Somali are drafts until back-translated and approved. */
const WORDS: { sv: LetterWords } & Partial<Record<FamilyLanguage, LetterWords>> = {
  sv: {
    asks: { heading: 'En fråga om en tid', lead: 'Hej! Du har fått en fråga om en tid. Det tar ungefär tre minuter att svara.' },
    tells: { heading: 'Om en tid', lead: 'Hej! Nu är dagen klar: {when}.' },
    moved: { heading: 'Om en tid', lead: 'Hej! Det har blivit en ny tid: {when}.' },
    cancelled: { heading: 'Om en tid', lead: 'Hej! Tiden {when} gäller inte längre. Du behöver inte göra något.' },
    answerBy: 'Svara gärna senast {date}.',
    scan: 'Rikta telefonens kamera mot rutan.',
    type: 'Eller gå till {address} och skriv den här koden:',
    picture: 'QR-kod med samma adress som koden leder till',
    call: 'Det går lika bra att ringa {phone}. Då hjälps vi åt.',
    safe: 'Vi ber aldrig om bank-id, kortnummer eller pengar.',
  },
  en: {
    asks: { heading: 'A question about a time', lead: 'Hi! You have been asked about a time. It takes about three minutes to answer.' },
    tells: { heading: 'About a time', lead: 'Hi! The day is set: {when}.' },
    moved: { heading: 'About a time', lead: 'Hi! There is a new time: {when}.' },
    cancelled: { heading: 'About a time', lead: 'Hi! The time {when} no longer applies. You do not need to do anything.' },
    answerBy: 'Please answer by {date}.',
    scan: 'Point the camera of your phone at the square.',
    type: 'Or go to {address} and write this code:',
    picture: 'QR code with the address that the code leads to',
    call: 'You can just as well call {phone}. Then we do it together.',
    safe: 'We never ask for bank identification, card numbers or money.',
  },
  ar: {
    asks: { heading: 'سؤال عن موعد', lead: 'مرحبا! لديك سؤال عن موعد. تستغرق الإجابة نحو ثلاث دقائق.' },
    tells: { heading: 'بخصوص موعد', lead: 'مرحبا! تم تحديد اليوم: {when}.' },
    moved: { heading: 'بخصوص موعد', lead: 'مرحبا! تغير الموعد. الموعد الجديد: {when}.' },
    cancelled: { heading: 'بخصوص موعد', lead: 'مرحبا! تم إلغاء موعد {when}. لا يلزمك فعل أي شيء.' },
    answerBy: 'آخر يوم للإجابة: {date}.',
    scan: 'يمكن توجيه كاميرا الهاتف نحو المربع.',
    type: 'أو الدخول إلى {address} وكتابة هذا الرمز:',
    picture: 'رمز QR يحمل العنوان نفسه',
    call: 'ويمكن أيضًا الاتصال على {phone}.',
    safe: 'لا نطلب أبدًا معرّف البنك أو رقم البطاقة أو المال.',
  },
  so: {
    asks: { heading: "Su'aal ku saabsan waqti", lead: "Salaan! Waxaa laguu soo diray su'aal ku saabsan waqti. Jawaabtu waxay qaadanaysaa ilaa saddex daqiiqo." },
    tells: { heading: 'Ku saabsan waqti', lead: "Salaan! Maalinta waa la go'aamiyay: {when}." },
    moved: { heading: 'Ku saabsan waqti', lead: 'Salaan! Waxaa jira waqti cusub: {when}.' },
    cancelled: { heading: 'Ku saabsan waqti', lead: 'Salaan! Waqtigii {when} waa la baajiyay. Waxba uma baahnid inaad samayso.' },
    answerBy: 'Fadlan ka jawaab ugu dambayn {date}.',
    scan: 'Kamaradda taleefanka ku jeedi sanduuqa.',
    type: 'Ama tag {address} oo qor koodhkan:',
    picture: 'Koodhka QR oo leh isla cinwaanka',
    call: 'Waxaad sidoo kale wici kartaa {phone}.',
    safe: 'Weligeen ma weydiino aqoonsiga bangiga, lambarka kaarka ama lacag.',
  },
};

export const letterLanguage = (language: FamilyLanguage): FamilyLanguage => (WORDS[language] === undefined ? 'sv' : language);
export const letterWords = (language: FamilyLanguage): LetterWords => WORDS[language] ?? WORDS.sv;
export const WRITTEN_LETTERS = Object.entries(WORDS) as [FamilyLanguage, LetterWords][];
