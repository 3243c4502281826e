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

/** As neutral as the texts: a letter lies open on a kitchen table. All but Swedish and English are drafts until back-translated and approved. */
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
    asks: { heading: 'Su\'aal ku saabsan waqtiga', lead: 'Salaan! Waxaan ku weydiinaynaa waqtiga kuu habboon. Jawaabtu waxay qaadanaysaa ilaa saddex daqiiqo.' },
    tells: { heading: 'Ku saabsan waqtiga', lead: 'Salaan! Maalinta waa la go\'aamiyay: {when}.' },
    moved: { heading: 'Ku saabsan waqtiga', lead: 'Salaan! Waqtigii waa la beddelay. Waqtiga cusub: {when}.' },
    cancelled: { heading: 'Ku saabsan waqtiga', lead: 'Salaan! Waqtigii {when} waa la baajiyay. Waxba uma baahnid inaad samayso.' },
    answerBy: 'Fadlan ka jawaab ugu dambayn {date}.',
    scan: 'Kamaradda taleefanka ku jeedi sanduuqan.',
    type: 'Ama tag {address} oo qor koodhkan:',
    picture: 'Koodh QR ah oo leh isla cinwaanka koodhku ku geynayo',
    call: 'Waxaad kale oo aad wici kartaa {phone}. Markaas waan wada samaynaynaa.',
    safe: 'Marnaba kuma weydiinno BankID, lambarka kaarka ama lacag.',
  },
  ti: {
    asks: { heading: 'ሕቶ ብዛዕባ ቆጸራ', lead: 'ሰላም! ብዛዕባ ቆጸራ ሕቶ ኣለና። ንምምላስ ኣስታት ሰለስተ ደቒቕ ይወስድ።' },
    tells: { heading: 'ብዛዕባ ቆጸራ', lead: 'ሰላም! መዓልቲ ተወሲኑ: {when}።' },
    moved: { heading: 'ብዛዕባ ቆጸራ', lead: 'ሰላም! ሓድሽ ግዜ ተወሲኑ: {when}።' },
    cancelled: { heading: 'ብዛዕባ ቆጸራ', lead: 'ሰላም! ናይ {when} ቆጸራ ተሰሪዙ። ዝኾነ ክትገብሩ ኣየድልየኩምን።' },
    answerBy: 'በጃኹም ክሳብ {date} መልሱ።',
    scan: 'ካሜራ ተሌፎንኩም ናብቲ ትርብዒት ኣቕንዑ።',
    type: 'ወይ ናብ {address} ኬድኩም ነዚ ኮድ ጽሓፉ:',
    picture: 'QR ኮድ፣ ናብቲ ሓደ ዓይነት ኣድራሻ ዝወስድ',
    call: 'ናብ {phone} ክትድውሉ እውን ትኽእሉ። ሽዑ ብሓባር ንገብሮ።',
    safe: 'BankID፣ ቁጽሪ ካርድ ወይ ገንዘብ ፈጺምና ኣይንሓትትን ኢና።',
  },
  prs: {
    asks: { heading: 'سوالی در بارهٔ یک وقت', lead: 'سلام! در بارهٔ یک وقت از شما سوال داریم. جواب دادن تقریباً سه دقیقه وقت می‌گیرد.' },
    tells: { heading: 'در بارهٔ یک وقت', lead: 'سلام! روز معلوم شد: {when}.' },
    moved: { heading: 'در بارهٔ یک وقت', lead: 'سلام! یک وقت نو مقرر شد: {when}.' },
    cancelled: { heading: 'در بارهٔ یک وقت', lead: 'سلام! وقت {when} دیگر نیست. ضرور نیست که کاری کنید.' },
    answerBy: 'لطفاً تا آخر روز {date} جواب بدهید.',
    scan: 'کمرهٔ تلیفون را پیش روی این چارکنج بگیرید.',
    type: 'یا به {address} بروید و این کود را نوشته کنید:',
    picture: 'کود QR با همان آدرسی که این کود باز می‌کند',
    call: 'به {phone} هم زنگ زده می‌توانید. باز یکجا جواب می‌دهیم.',
    safe: 'ما هیچ وقت BankID، نمبر کارت یا پول نمی‌خواهیم.',
  },
  fa: {
    asks: { heading: 'سؤالی درباره‌ی یک وقت', lead: 'سلام! درباره‌ی یک وقت سؤالی از شما داریم. پاسخ دادن حدود سه دقیقه طول می‌کشد.' },
    tells: { heading: 'درباره‌ی یک وقت', lead: 'سلام! روز قطعی شد: {when}.' },
    moved: { heading: 'درباره‌ی یک وقت', lead: 'سلام! وقت عوض شد. وقت تازه: {when}.' },
    cancelled: { heading: 'درباره‌ی یک وقت', lead: 'سلام! وقت {when} دیگر برقرار نیست. لازم نیست کاری بکنید.' },
    answerBy: 'لطفاً حداکثر تا {date} پاسخ بدهید.',
    scan: 'دوربین گوشی را رو به این مربع بگیرید.',
    type: 'یا به {address} بروید و این کد را بنویسید:',
    picture: 'کد QR با همان نشانی که این کد به آن می‌رسد',
    call: 'می‌توانید به {phone} هم زنگ بزنید. آن‌وقت با هم انجامش می‌دهیم.',
    safe: 'ما هرگز BankID، شماره‌ی کارت یا پول نمی‌خواهیم.',
  },
  uk: {
    asks: { heading: 'Запитання про час', lead: 'Добрий день! Ми питаємо про зручний для Вас час. Відповідь займе приблизно три хвилини.' },
    tells: { heading: 'Щодо часу', lead: 'Добрий день! День уже вибрано: {when}' },
    moved: { heading: 'Щодо часу', lead: 'Добрий день! Є новий час: {when}' },
    cancelled: { heading: 'Щодо часу', lead: 'Добрий день! Цей час уже не діє: {when} Вам нічого не треба робити.' },
    answerBy: 'Будь ласка, дайте відповідь. Останній день: {date}',
    scan: 'Наведіть камеру телефона на квадрат.',
    type: 'Або зайдіть на {address} і напишіть цей код:',
    picture: 'QR-код із тією самою адресою, яку відкриває код',
    call: 'Можна й просто подзвонити: {phone}. Зробимо це разом.',
    safe: 'Ми ніколи не просимо BankID, номер картки чи гроші.',
  },
  fi: {
    asks: { heading: 'Kysymys ajasta', lead: 'Hei! Kysymme sinulle sopivaa aikaa. Vastaaminen kestää noin kolme minuuttia.' },
    tells: { heading: 'Tietoa ajasta', lead: 'Hei! Päivä on nyt päätetty: {when}.' },
    moved: { heading: 'Tietoa ajasta', lead: 'Hei! Tässä on uusi aika: {when}.' },
    cancelled: { heading: 'Tietoa ajasta', lead: 'Hei! Tämä aika ei ole enää voimassa: {when}. Sinun ei tarvitse tehdä mitään.' },
    answerBy: 'Vastaathan viimeistään {date}.',
    scan: 'Suuntaa puhelimen kamera ruutuun.',
    type: 'Tai mene osoitteeseen {address} ja kirjoita tämä koodi:',
    picture: 'QR-koodi, jossa on sama osoite kuin koodilla',
    call: 'Voit myös soittaa: {phone}. Teemme sen sitten yhdessä.',
    safe: 'Emme koskaan pyydä BankID-tunnistusta, kortin numeroa tai rahaa.',
  },
  pl: {
    asks: { heading: 'Pytanie o termin', lead: 'Dzień dobry! Mamy do Ciebie pytanie o termin. Odpowiedź zajmie około trzech minut.' },
    tells: { heading: 'Informacja o terminie', lead: 'Dzień dobry! Termin jest już ustalony: {when}.' },
    moved: { heading: 'Informacja o terminie', lead: 'Dzień dobry! Jest nowy termin: {when}.' },
    cancelled: { heading: 'Informacja o terminie', lead: 'Dzień dobry! Ten termin już nie obowiązuje: {when}. Nie musisz nic robić.' },
    answerBy: 'Prosimy o odpowiedź. Ostatni dzień: {date}.',
    scan: 'Skieruj aparat telefonu na kwadrat.',
    type: 'Albo wejdź na {address} i wpisz ten kod:',
    picture: 'Kod QR z tym samym adresem, który otwiera kod',
    call: 'Możesz też po prostu zadzwonić: {phone}. Zrobimy to razem.',
    safe: 'Nigdy nie prosimy o BankID, numer karty ani pieniądze.',
  },
  ckb: {
    asks: { heading: 'پرسیارێک دەربارەی وادەیەک', lead: 'سڵاو! پرسیارێکمان لێتان هەیە دەربارەی وادەیەک. وەڵامدانەوە نزیکەی سێ خولەک دەخایەنێت.' },
    tells: { heading: 'دەربارەی وادەیەک', lead: 'سڵاو! ڕۆژەکە دیاری کرا: {when}.' },
    moved: { heading: 'دەربارەی وادەیەک', lead: 'سڵاو! کاتەکە گۆڕا. کاتی نوێ: {when}.' },
    cancelled: { heading: 'دەربارەی وادەیەک', lead: 'سڵاو! ئەو وادەیە نەما: {when}. پێویست ناکات هیچ بکەن.' },
    answerBy: 'تکایە تا کۆتایی {date} وەڵام بدەنەوە.',
    scan: 'کامێرای تەلەفۆن بەرامبەر چوارگۆشەکە بگرن.',
    type: 'یان بڕۆنە {address} و ئەم کۆدە بنووسن:',
    picture: 'کۆدی QR بە هەمان ناونیشان کە ئەم کۆدە بۆی دەچێت',
    call: 'دەشتوانن تەلەفۆن بکەن بۆ {phone}. پێکەوە دەیکەین.',
    safe: 'ئێمە هەرگیز داوای BankID، ژمارەی کارت یان پارە ناکەین.',
  },
  tr: {
    asks: { heading: 'Gün ve saat için bir soru', lead: 'Merhaba! Size uyan zamanı soruyoruz. Yanıtlamak yaklaşık üç dakika sürer.' },
    tells: { heading: 'Gün ve saat hakkında', lead: 'Merhaba! Gün belli oldu: {when}.' },
    moved: { heading: 'Gün ve saat hakkında', lead: 'Merhaba! Zaman değişti. Yeni zaman: {when}.' },
    cancelled: { heading: 'Gün ve saat hakkında', lead: 'Merhaba! {when} için verilen zaman iptal edildi. Bir şey yapmanız gerekmiyor.' },
    answerBy: 'Lütfen {date} gününe kadar yanıt verin.',
    scan: 'Telefonunuzun kamerasını kareye tutun.',
    type: 'Ya da {address} adresine gidip bu kodu yazın:',
    picture: 'Kodun götürdüğü adresi içeren QR kodu',
    call: 'Telefonla da olur: {phone}. Birlikte yaparız.',
    safe: 'BankID, kart numarası veya para asla istemeyiz.',
  },
};

export const letterLanguage = (language: FamilyLanguage): FamilyLanguage => (WORDS[language] === undefined ? 'sv' : language);
export const letterWords = (language: FamilyLanguage): LetterWords => WORDS[language] ?? WORDS.sv;
export const WRITTEN_LETTERS = Object.entries(WORDS) as [FamilyLanguage, LetterWords][];
