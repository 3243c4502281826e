import type { FamilyLanguage } from '../vocabulary';

/**
 * How people say that they do not want to be written to. Compared roughly (case, accents, doubled letters, kinds of ya and
 * kaf do not matter), so no word need be written twice for those.
 */
export type StopWords = {
  /** A whole text, or a sentence of its own, and then a no for certain. */
  sure: readonly string[];
  /** The same, but they can mean something else as well: stopped all the same, and a person asks. */
  perhaps: readonly string[];
  /** Begins an order ('sluta …', 'kan ni sluta …'). A no when what follows is about writing, or is nothing more than `after`. */
  begins: readonly string[];
  /** The writing that an order is about; `…*` is the beginning of a word. */
  writing: readonly string[];
  /** Anywhere in a text; `…` stands for up to three words, `…*` ends any word. */
  says: readonly string[];
};

/** What the operators themselves take for a no, whatever we make of it: after these nothing of ours arrives. */
export const OPERATORS_STOP = ['stop', 'stopall', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke', 'optout', 'arret', 'arrete', 'arrett'] as const;

const SWEDISH: StopWords = {
  sure: [
    'stopp', 'ståpp', 'stoppa', 'stopa', 'sluta', 'slutta', 'slut', 'avsluta', 'avslut', 'avregistrera', 'avregistrera mig', 'avregistrering', 'avanmäl', 'avanmäl mig', 'avanmälan', 'avanmäla', 'avprenumerera', 'avregga', 'upphör',
    'sluta nu', 'sluta upp', 'stopp nu', 'stoppa nu', 'stopp stopp', 'låt bli', 'inga sms', 'inga fler', 'inga mer', 'inget mer', 'inga meddelanden', 'stoppa sms', 'stopp sms', 'sms stopp', 'stoppa sms et', 'stopp för sms', 'nej till sms', 'lämna mig ifred', 'lämna mig i fred', 'låt mig vara', 'låt mig vara ifred',
  ],
  perhaps: [
    'avbryt', 'avböj', 'lägg av', 'lägg ner', 'nu räcker det', 'det räcker', 'räcker nu', 'nog nu', 'stick', 'försvinn', 'dra åt helvete', 'dra', 'håll käften', 'blockera', 'blockerad', 'spärra', 'spam', 'fel nummer', 'fel person', 'ni har fel nummer', 'du har fel nummer', 'fel nr', 'inte mitt nummer', 'vill inte ha', 'jag vill inte ha', 'inte intresserad', 'ej intresserad', 'jag är inte intresserad', 'ta bort', 'radera', 'inte mer', 'orkar inte mer', 'stp',
  ],
  begins: ['sluta', 'sluta upp', 'stopp', 'stoppa', 'avsluta', 'avregistrera', 'avanmäl', 'avbryt', 'upphör', 'lägg av', 'låt bli', 'ta bort', 'radera', 'blockera', 'spärra'],
  writing: ['sms*', 'mess*', 'meddel*', 'skick*', 'skriv*', 'text*', 'kontakt*', 'utskick*', 'påminn*', 'mejl*', 'mail*', 'länk*', 'nummer', 'numret', 'nr', 'mobil*', 'telefon*', 'tjat*', 'stör*', 'spam*', 'besvär*', 'hör*', 'höra', 'prenumer*', 'registr*', 'notis*', 'trakasser*', 'jaga*', 'mig ifred', 'mig i fred', 'ringa'],
  says: [
    'inga fler … sms*', 'inte fler sms*', 'inga mer sms*', 'inga flera sms*', 'inga sms*', 'inget sms', 'inga fler meddel*', 'inga meddel*', 'inga fler påminn*', 'inga fler mess*', 'inga fler länk*', 'inga fler mejl', 'slut på sms*', 'ej fler sms*', 'ej sms', 'aldrig mer sms*',
    'inte ha … sms*', 'inte ha … mess*', 'inte ha … meddel*', 'inte ha … påminn*', 'inte ha fler', 'inte ha några fler', 'inte ha det här på', 'ej ha … sms*', 'inte få … sms*', 'inte få … meddel*', 'inte få … påminn*', 'inte få … mess*', 'inte få fler', 'inte få några fler', 'vill inte få', 'inte längre ha … sms*', 'inte längre få … sms*', 'inte heller ha … sms*',
    'slippa … sms*', 'slippa … meddel*', 'slippa … påminn*', 'skriv inte', 'skriv ej', 'skriv aldrig', 'skriv ingenting', 'skriv inget', 'smsa inte', 'sms a inte mig', 'sms a mig inte', 'smsa ej', 'smsa aldrig', 'messa inte', 'texta inte', 'mejla inte', 'skicka inte … sms*', 'skicka inte … mess*', 'skicka inte … meddel*', 'skicka inte fler', 'skicka inte mer', 'skicka inte hit', 'skicka inte något', 'skicka inte nåt', 'skicka inte … till mig', 'skicka inte … till det här', 'skicka inga', 'skicka inget', 'skicka ej', 'skicka aldrig', 'inte skicka … till mig', 'inte skicka … sms*', 'inte skicka fler', 'inte skicka mer', 'inte skicka hit',
    'kontakta mig inte', 'kontakta mig ej', 'kontakta oss inte', 'kontakta inte mig', 'kontakta aldrig', 'kontakta mig aldrig', 'kontakta oss aldrig', 'inte kontakta mig', 'inte kontakta oss', 'inte bli kontaktad*', 'hör inte av er', 'hör inte av dig', 'hör ej av er', 'inte höra av er', 'inte höra från er', 'inte skriva till mig', 'inte skriva hit', 'inte skriva fler', 'inte smsa mig', 'inte smsa hit', 'inte messa mig', 'inte sms a mig',
    'lämna mig ifred', 'lämna mig i fred', 'lämna oss ifred', 'lämna oss i fred', 'lämna mig ifrid', 'låt mig vara ifred', 'låt mig vara i fred', 'låt oss vara ifred', 'låt oss vara i fred', 'låt mig va ifred', 'ta bort mig', 'ta bort mitt … nummer*', 'ta bort mitt nr', 'ta bort nummer*', 'ta bort mitt tel*', 'ta bort mina uppg*', 'radera mitt … nummer*', 'radera mitt nr', 'radera mig', 'stryk mig', 'stryk mitt nummer*', 'avregistrera mig', 'avregistrera mitt', 'avanmäl mig', 'ta mig från listan', 'plocka bort mig', 'plocka bort mitt',
    'sluta skicka', 'sluta skriv*', 'sluta smsa', 'sluta sms*', 'sluta messa', 'sluta texta', 'sluta kontakta', 'sluta mejla', 'sluta störa', 'sluta tjata', 'sluta höra av', 'sluta spamma', 'sluta trakassera', 'sluta med sms*', 'sluta med det här', 'sluta med era', 'sluta med detta', 'sluta upp med', 'slutar skicka', 'slutar skriva', 'slutar smsa', 'slutar kontakta', 'slutar messa', 'upphör med', 'upphöra med', 'avsluta … sms*', 'avsluta … utskick*', 'avsluta … prenum*', 'stoppa … sms*', 'stoppa … utskick*', 'stoppa … meddel*', 'stoppa … påminn*', 'inte göra med er', 'inte ha med er att', 'inget med er att', 'intresserad av sms*', 'intresserad av … meddel*',
  ],
};

const PERSIAN: StopWords = {
  sure: ['توقف', 'متوقف', 'متوقف کنید', 'متوقف کن', 'ایست', 'لغو', 'لغو اشتراک', 'کنسل', 'نفرستید', 'نفرست', 'نفرستین', 'ننویسید', 'ننویس', 'پیام ندهید', 'پیام نده', 'دیگر پیام ندهید', 'دیگه پیام ندید', 'tavaghof', 'tawaqof', 'laghv', 'nafrest', 'nafrestid', 'استاپ', 'استپ'],
  perhaps: ['بس', 'بس است', 'بسه', 'بس کنید', 'بس کن', 'کافی است', 'کافیست', 'کافیه', 'قطع', 'قطع کنید', 'قطع کن', 'انصراف', 'تمام کنید', 'تمامش کنید', 'دست بردارید', 'دست بردار', 'ولم کن', 'ولم کنید', 'گم شو', 'برو گمشو', 'اشتباه گرفتید', 'اشتباه گرفتی', 'شماره اشتباه', 'شماره اشتباه است', 'شماره غلط است', 'نمره غلط است', 'baseh', 'bas kon', 'bas konid'],
  begins: ['توقف', 'متوقف کنید', 'متوقف کن', 'لغو', 'قطع کنید', 'بس کنید', 'بس کن'],
  writing: ['پیام*', 'پیامک*', 'مسیج*', 'sms', 'اس ام اس', 'فرستادن', 'ارسال', 'نوشتن', 'تماس*'],
  says: [
    'پیام ندهید', 'پیام نده', 'پیام ندید', 'پیام ندین', 'پیام نفرست*', 'پیامک نفرست*', 'پیامک ندهید', 'پیامک نده*', 'مسیج نفرست*', 'مسیج نکن*', 'مسج نکن*', 'اس ام اس نفرست*', 'sms نفرست*', 'sms نده*', 'دیگر نفرست*', 'دیگه نفرست*', 'دیگر ننویس*', 'دیگه ننویس*', 'برایم ننویس*', 'برام ننویس*', 'برایم نفرست*', 'برام نفرست*',
    'نمیخواهم … پیام*', 'نمیخوام … پیام*', 'پیام* نمیخواهم', 'پیام* نمیخوام', 'پیام* … نمیخواهم', 'پیام* … نمی خواهم', 'پیام* نمی خوام', 'پیامک* نمیخوا*', 'پیامک* نمی خوا*', 'sms نمیخوا*', 'مزاحم نش*', 'مزاحمم نش*', 'مزاحم من نش*', 'ولم کن*', 'راحتم بگذار*', 'راحتم بذار*', 'مرا راحت بگذار*', 'مرا به حال خود*', 'شماره … پاک', 'شماره … حذف', 'شماره* را پاک', 'شماره* را حذف', 'نمره* … پاک', 'لغو اشتراک', 'تماس نگیر*',
  ],
};

export const STOP_WORDS: Readonly<Record<FamilyLanguage, StopWords>> = {
  sv: SWEDISH,
  'sv-x-lattlast': SWEDISH,
  en: {
    sure: ['stop', 'stop all', 'opt out', 'opt me out', 'unsub', 'unsuscribe', 'unsubcribe', 'unsubscribed', 'unsubscribe me', 'remove me', 'stop it', 'stop this', 'stop now', 'stop stop', 'leave me alone', 'leave us alone', 'leave me be', 'no more texts', 'no texts', 'no sms', 'no more sms', 'no more messages', 'stop texts', 'stop sms', 'stop text', 'text stop', 'reply stop', 'sms stop', 'stopsms', 'stoptext', 'txtstop'],
    perhaps: ['remove', 'delete', 'enough', 'no more', 'go away', 'fuck off', 'piss off', 'get lost', 'shut up', 'block', 'blocked', 'abort', 'wrong number', 'wrong person', 'you have the wrong number', 'you have wrong number', 'this is the wrong number', 'not interested', 'i am not interested', 'im not interested', 'not my number', 'basta', 'alto', 'halt', 'arrête', 'prestani', 'prestanite', 'dosta', 'aufhören'],
    begins: ['stop', 'cease', 'quit', 'end', 'cancel', 'revoke', 'unsubscribe', 'remove', 'delete', 'block'],
    writing: ['text*', 'txt*', 'sms*', 'messag*', 'send*', 'contact*', 'writ*', 'bother*', 'spam*', 'harass*', 'remind*', 'notif*', 'number', 'subscription*', 'alerts', 'pinging', 'calling', 'email*', 'these', 'link*'],
    says: [
      'stop texting', 'stop sending', 'stop messaging', 'stop writing', 'stop contacting', 'stop bothering', 'stop spamming', 'stop harassing', 'stop sms*', 'stop these', 'stop the texts', 'stop the messages', 'stop the sms*', 'stop all texts', 'stop all messages', 'want you to stop', 'want this to stop', 'want the … to stop', 'no more … texts', 'no more … messages', 'no more … sms*', 'dont text', 'do not text', 'dont message', 'do not message', 'dont sms', 'do not sms', 'dont contact', 'do not contact', 'never contact', 'never text', 'dont write', 'do not write', 'dont send', 'do not send', 'dont want … texts', 'dont want … messages', 'dont want … sms*', 'dont want … reminders', 'do not want … texts', 'do not want … messages', 'do not want … sms*', 'do not want … reminders', 'dont wish to receive', 'do not wish to receive', 'dont want to receive', 'do not want to receive', 'dont want to be contacted', 'do not want to be contacted', 'dont want to get', 'do not want to get', 'wish to unsubscribe', 'want to unsubscribe', 'like to unsubscribe', 'unsubscribe me', 'opt out', 'opt me out', 'leave me alone', 'leave us alone', 'leave me be', 'take me off', 'take my number', 'remove my number', 'remove my phone', 'remove me from', 'delete my number', 'delete my phone', 'lose my number',
    ],
  },
  ar: {
    sure: ['توقف', 'توقفوا', 'توقفي', 'قف', 'قفوا', 'وقف', 'وقفوا', 'وقفي', 'إيقاف', 'ايقاف الرسائل', 'أوقف', 'أوقفوا', 'أوقف الرسائل', 'أوقفوا الرسائل', 'وقفوا الرسائل', 'إلغاء الاشتراك', 'الغاء الاشتراك', 'لا ترسل', 'لا ترسلوا', 'لا تراسلني', 'لا تراسلوني', 'لا تكتبوا', 'لا تكتب', 'لا رسائل', 'بدون رسائل', 'كفى رسائل', 'ستوب', 'tawaqaf', 'tawaqqaf', 'اتركوني وشأني', 'اتركني وشأني', 'دعوني وشأني', 'دعني وشأني', 'حلوا عني', 'حل عني'],
    perhaps: ['كفى', 'كفاية', 'يكفي', 'بكفي', 'بس', 'خلص', 'خلاص', 'إلغاء', 'ألغ', 'ألغوا', 'بطل', 'بطلوا', 'اتركني', 'اتركوني', 'دعني', 'دعوني', 'احذف', 'احذفوا', 'احذفني', 'حظر', 'الرقم خطأ', 'رقم خطأ', 'الرقم غلط', 'رقم غلط', 'غلطان بالرقم', 'لست أنا', 'halas', 'khalas', 'kafa'],
    begins: ['توقف', 'توقفوا', 'توقفي', 'أوقف', 'أوقفوا', 'وقف', 'وقفوا', 'إيقاف', 'كفى', 'بطل', 'بطلوا', 'إلغاء', 'ألغ', 'ألغوا', 'احذف', 'احذفوا'],
    writing: ['رسال*', 'رسايل', 'الرسال*', 'الرسايل', 'رسائل*', 'ارسال*', 'الارسال', 'sms', 'كتابه', 'الكتابه', 'مراسل*', 'تبعتوا', 'تبعت', 'ترسلوا', 'ترسل', 'رقمي', 'الاشتراك', 'تواصل', 'التواصل', 'ازعاج*', 'ازعاجي'],
    says: [
      'لا ترسل*', 'لا تراسل*', 'لا تبعت*', 'ما تبعت*', 'لا تكتب* لي', 'لا تكتب* الي', 'لا تزعج*', 'لا تتواصل* معي', 'لا تتصل* بي', 'توقف* عن', 'اوقف* … رسائل', 'اوقف* الرسائل', 'وقف* الرسائل', 'وقف* ارسال', 'لا اريد … رسائل', 'لا اريد … رساله', 'لا اريد … الرسائل', 'لا اريد استلام', 'لا اريد ان اتلقى', 'لا ارغب … رسائل', 'لا ارغب … الرسائل', 'ما بدي … رسائل', 'ما بدي … رسايل', 'مابدي … رسائل', 'ما اريد … رسائل', 'مش عايز … رسائل', 'بطل* تبعت*', 'احذف* رقمي', 'امسح* رقمي', 'امسحوا رقمي', 'شيل* رقمي', 'حذف رقمي', 'اترك* وشاني', 'اتركوني وشاني', 'دع* وشاني', 'دعوني وشاني', 'اتركوني بحالي', 'اتركني بحالي',
    ],
  },
  so: {
    sure: ['jooji', 'joojiya', 'joogso', 'jooji hadda', 'jooji fariimaha', 'jooji farriimaha', 'jooji fariinta', 'jooji sms', 'ha ii soo dirin', 'ha ii soo dirina', 'ha ii dirin', 'ha i soo qorin', 'ha ii soo qorin', 'ha ii qorin', 'iska dhaaf', 'iga daa', 'i daa', 'naga daa', 'iga saar', 'ka saar lambarkayga', 'fariin ma rabo', 'farriin ma rabo', 'fariin dambe ma rabo'],
    perhaps: ['kansal', 'iska daa', 'daa', 'ka saar', 'waan ka baxay', 'ka bax', 'waa igu filan tahay', 'igu filan', 'waa khaldan tahay', 'lambarka waa khalad', 'nambarka waa khalad', 'lambar khaldan', 'nambar khaldan', 'tag'],
    begins: ['jooji', 'joojiya', 'iska daa', 'ka saar', 'iga jooji', 'naga jooji'],
    writing: ['fariin*', 'farriin*', 'fariim*', 'farriim*', 'sms*', 'dir*', 'qor*', 'qoraal*', 'lambar*', 'nambar*', 'xiriir*', 'dhib*'],
    says: [
      'ha ii soo dir*', 'ha ii dir*', 'ha noo soo dir*', 'ha i soo qor*', 'ha ii soo qor*', 'ha ii qor*', 'ha ila soo xiriir*', 'ha ila xiriir*', 'ha i soo xiriir*', 'ha i dhib*', 'jooji* … fariin*', 'jooji* … farriin*', 'jooji* … sms*', 'jooji* … diri*', 'ma rabo … fariin*', 'ma rabo … farriin*', 'ma rabo … sms*', 'ma doonayo … fariin*', 'ma doonayo … farriin*', 'ma doonayo … fariim*', 'ma doonayo … farriim*', 'ma rabo … fariim*', 'ma rabo … farriim*', 'ma doonayo … sms*', 'fariin* … ma rabo', 'farriin* … ma rabo', 'sms … ma rabo', 'lambarkayga … saar*', 'lambarkeyga … saar*', 'lambarkayga … tirtir*', 'lambarkeyga … tirtir*', 'nambarkayga … tirtir*', 'nambarkayga … saar*', 'iga daa*', 'i daaya', 'naga daaya', 'iga saar*',
    ],
  },
  ti: {
    sure: ['ደው', 'ደው ኣብል', 'ደው ኣብሉ', 'ደው ኣብልዎ', 'ደው ኣብሉኒ', 'ኣቋርጽ', 'ኣቋርጹ', 'ኣቋርጽዎ', 'ጠጠው', 'ጠጠው ኣብል', 'ጠጠው ኣብሉ', 'ኣይትስደዱለይ', 'ኣይትስደደለይ', 'ኣይትልኣኹለይ', 'ኣይትጽሓፉለይ', 'ኣይትጽሓፈለይ', 'መልእኽቲ ኣይደልን', 'መልእክቲ ኣይደልን', 'መልእኽቲ ኣይደልን እየ', 'ሕደጉኒ', 'ግደፉኒ', 'ስቶፕ', 'አቁም', 'አቁሙ'],
    perhaps: ['ይኣክል', 'ይአክል', 'በቃ', 'ሕደግ', 'ሕደጉ', 'ግደፍ', 'ግደፉ', 'ሰርዝ', 'ሰርዙ', 'ደምስሱ', 'ጌጋ ቁጽሪ', 'ቁጽሪ ጌጋ', 'ጌጋ ቁጽሪ እዩ', 'ቁጽሪ ጌጋ እዩ'],
    begins: ['ደው ኣብል', 'ደው ኣብሉ', 'ጠጠው ኣብሉ', 'ጠጠው ኣብል', 'ኣቋርጽ', 'ኣቋርጹ'],
    writing: ['መልእክቲ*', 'መልእኽቲ*', 'መልእኽታት*', 'sms', 'ምጽሓፍ', 'ምልኣኽ', 'ምስዳድ', 'ጽሑፍ*'],
    says: ['ኣይትስደዱለ*', 'ኣይትስደደለ*', 'ኣይትልኣኹለ*', 'ኣይትልኣኸለ*', 'ኣይትጽሓፉለ*', 'ኣይትጽሓፈለ*', 'መልእክቲ … ኣይደልን', 'መልእኽቲ … ኣይደልን', 'sms … ኣይደልን', 'መልእክቲ ኣይትስደ*', 'መልእኽቲ ኣይትስደ*', 'መልእኽቲ ኣይትልኣ*', 'ደው ኣብሉ … መልእኽቲ', 'መልእኽቲ … ደው ኣብሉ', 'መልእክቲ … ደው ኣብሉ', 'ቁጽረይ … ሰርዙ', 'ቁጽረይ … ደምስሱ', 'ቁጽረይ … ኣጥፍኡ'],
  },
  prs: PERSIAN,
  fa: PERSIAN,
  uk: {
    // Many read and write Russian too.
    sure: ['стоп', 'стій', 'зупинити', 'зупиніть', 'зупиніться', 'зупинись', 'припинити', 'припиніть', 'припини', 'відписатися', 'відписатись', 'відпишіть', 'відпишіть мене', 'відписка', 'перестаньте', 'перестань', 'не пишіть', 'не пиши', 'не надсилайте', 'не присилайте', 'не турбуйте', 'не турбуйте мене', 'остановить', 'остановите', 'остановитесь', 'прекратить', 'прекратите', 'прекрати', 'отписаться', 'отпишите', 'отпишите меня', 'отписка', 'не пишите', 'не присылайте', 'не беспокойте', 'не надо смс', 'не треба смс', 'без смс'],
    perhaps: ['досить', 'годі', 'вистачить', 'хватит', 'довольно', 'скасувати', 'скасуйте', 'відміна', 'відмінити', 'отмена', 'отменить', 'видаліть', 'видаліть мене', 'удалите', 'удалите меня', 'відчепіться', 'відстаньте', 'отстаньте', 'отстань', 'отвали', 'дайте спокій', 'дайте мені спокій', 'заблокувати', 'помилка номером', 'помилилися номером', 'ви помилились номером', 'ви помилилися номером', 'не той номер', 'неправильний номер', 'ошиблись номером', 'вы ошиблись номером', 'вы ошиблись', 'не тот номер'],
    begins: ['стоп', 'припиніть', 'припини', 'зупиніть', 'перестаньте', 'прекратите', 'остановите', 'видаліть', 'удалите', 'відпишіть', 'отпишите', 'досить', 'годі', 'хватит', 'скасуйте'],
    writing: ['смс*', 'sms', 'повідомл*', 'сообщ*', 'писати', 'писать', 'надсил*', 'присил*', 'присыл*', 'слати', 'слать', 'розсил*', 'рассыл*', 'номер', 'турбув*', 'беспоко*', 'нагад*', 'мене', 'меня'],
    says: [
      'не пишіть', 'не пиши', 'не пишите', 'не писати мені', 'не писать мне', 'не надсилай*', 'не присилай*', 'не присылай*', 'не посылай*', 'не шліть', 'не шлите', 'не турбуй*', 'не беспокой*', 'припиніть … писати', 'припиніть … надсил*', 'перестаньте … писати', 'перестаньте … надсил*', 'перестаньте … писать', 'перестаньте … присыл*', 'перестаньте … слать', 'прекратите … писать', 'прекратите … присыл*', 'прекратите … слать', 'хватит … писать', 'хватит … слать', 'досить … писати', 'не хочу … смс', 'не хочу … sms', 'не хочу … повідомл*', 'не хочу … сообщ*', 'не хочу отримув*', 'не хочу получ*', 'не хочу щоб … писали', 'не хочу чтобы … писали', 'більше не пиш*', 'больше не пиш*', 'дайте … спокій', 'залиште … спокої', 'лишіть … спокої', 'оставьте … покое', 'видаліть … номер', 'видаліть мене', 'удалите … номер', 'удалите меня', 'відпишіть мене', 'отпишите меня', 'не звертайтеся', 'не звязуйтеся',
    ],
  },
  fi: {
    sure: ['lopeta', 'lopettakaa', 'lopettaa', 'lopetus', 'lopeta jo', 'lopeta heti', 'lopeta nyt', 'seis', 'stoppi', 'peruuta', 'peruuta tilaus', 'älä lähetä', 'älkää lähettäkö', 'älä viestitä', 'älä kirjoita', 'älkää kirjoittako', 'ei viestejä', 'ei enää viestejä', 'ei tekstiviestejä', 'jätä rauhaan', 'jättäkää rauhaan', 'jätä minut rauhaan', 'jättäkää minut rauhaan', 'lopeta viestit', 'lopeta tekstiviestit', 'poista minut'],
    perhaps: ['peru', 'perukaa', 'poista', 'poistakaa', 'riittää', 'jo riittää', 'nyt riittää', 'ei enää', 'anna olla', 'antakaa olla', 'antaa olla', 'irtisano', 'eroa', 'estä', 'esto', 'häivy', 'painu helvettiin', 'haista paska', 'väärä numero', 'väärä henkilö', 'teillä on väärä numero', 'en ole kiinnostunut', 'ei kiinnosta', 'loppu'],
    begins: ['lopeta', 'lopettakaa', 'lopettaa', 'seis', 'stoppi', 'peruuta', 'peru', 'poista', 'poistakaa', 'voisitko lopettaa', 'voitteko lopettaa'],
    writing: ['viest*', 'tekstiviest*', 'tekstar*', 'sms*', 'lähet*', 'kirjoit*', 'häirit*', 'häirin*', 'muistut*', 'numero*', 'yhtey*', 'tilaus*', 'minut', 'soitt*', 'spämm*'],
    says: [
      'lopet* … viest*', 'lopet* … tekstiviest*', 'lopet* … lähet*', 'lopet* … kirjoit*', 'lopet* … häiri*', 'älä lähetä', 'älä enää lähetä', 'älkää lähettäkö', 'älkää enää lähettäkö', 'älkää enää', 'älä kirjoita', 'älä enää kirjoita', 'älkää kirjoittako', 'älä viestitä', 'älä viestittele', 'älä laita viest*', 'älkää laittako viest*', 'älä tekstaa', 'älä ota yhteyttä', 'älkää ottako yhteyttä', 'en halua … viest*', 'en halua … tekstiv*', 'en halua … sms*', 'en halua että otatte', 'en halua että minuun', 'ei enää viest*', 'ei enää tekstiv*', 'ei viestejä', 'ei tekstiviestejä', 'jätä … rauhaan', 'jättäkää … rauhaan', 'poista* … numero*', 'poista* minut', 'peruuta … viest*', 'peruuta … tilau*',
    ],
  },
  pl: {
    sure: ['zatrzymaj', 'zatrzymać', 'zatrzymajcie', 'rezygnuję', 'rezygnacja', 'wypisz', 'wypisz mnie', 'wypisać', 'wypiszcie mnie', 'proszę mnie wypisać', 'przestań', 'przestańcie', 'przestań pisać', 'nie pisz', 'nie piszcie', 'nie pisać', 'nie wysyłaj', 'nie wysyłajcie', 'nie wysyłać', 'nie chcę sms', 'nie chcę smsów', 'bez sms', 'zostaw mnie', 'zostawcie mnie', 'zostaw mnie w spokoju', 'zostawcie mnie w spokoju', 'dajcie mi spokój', 'daj mi spokój', 'dajcie mi święty spokój', 'stop sms'],
    perhaps: ['koniec', 'dość', 'dosyć', 'wystarczy', 'anuluj', 'anulować', 'usuń', 'usuńcie', 'usuń mnie', 'daj spokój', 'dajcie spokój', 'odczep się', 'odczepcie się', 'spadaj', 'spadajcie', 'odwal się', 'odwalcie się', 'zablokuj', 'pomyłka', 'to pomyłka', 'zły numer', 'pomylony numer', 'nie ten numer', 'nie jestem zainteresowana', 'nie jestem zainteresowany'],
    begins: ['stop', 'zatrzymaj', 'zatrzymajcie', 'przestań', 'przestańcie', 'przestać', 'koniec', 'dość', 'wypisz', 'wypiszcie', 'usuń', 'usuńcie', 'anuluj', 'rezygnuję'],
    writing: ['sms*', 'smsów', 'wiadomo*', 'pisa*', 'wysył*', 'przysył*', 'wysyła*', 'kontakt*', 'numer*', 'nękać', 'nęka*', 'męczy*', 'przypomn*', 'subskr*', 'mnie', 'dzwoni*'],
    says: [
      'przesta* … pisa*', 'przesta* … wysył*', 'przesta* … przysył*', 'proszę nie pisa*', 'nie pisz', 'nie piszcie', 'nie pisać do mnie', 'nie wysyłaj*', 'nie wysyłać', 'nie przysyłaj*', 'nie przysyłać', 'proszę nie wysył*', 'proszę przesta*', 'nie chcę … sms*', 'nie chcę … wiadomo*', 'nie chcę dostaw*', 'nie chcę otrzym*', 'nie życzę sobie', 'nie życzy sobie sms*', 'zostaw* … spokoj*', 'dajcie … spokój', 'daj mi … spokój', 'usu* … numer*', 'usu* mnie', 'usunąć … numer*', 'wypis* mnie', 'wypiszcie mnie', 'mnie wypis*', 'nie kontaktuj*', 'nie kontaktować', 'koniec z sms*', 'koniec wiadom*', 'więcej nie pisz*', 'rezygnuję z',
    ],
  },
  ckb: {
    sure: ['ڕابگرە', 'ڕایبگرە', 'ڕابگرن', 'بوەستە', 'بوەستن', 'ڕاوەستە', 'ڕاوەستن', 'بیوەستێنە', 'بیوەستێنن', 'مەنێرە', 'مەنێرن', 'نامە مەنێرە', 'نامە مەنێرن', 'مەنووسە', 'مەنووسن', 'نامەم ناوێت', 'نامەم ناوێ', 'وازم لێ بێنە', 'وازم لێبێنە', 'وازم لێ بێنن', 'وازم لێبهێنە', 'ستۆپ', 'rawestîne', 'rawestine', 'bisekine', 'bisekinin'],
    perhaps: ['بەسە', 'بەس', 'بەس بکەن', 'واز بێنە', 'وازبێنە', 'واز بهێنە', 'لابە', 'لایببە', 'هەڵوەشاندنەوە', 'هەڵیبوەشێنەوە', 'بڕۆ', 'ژمارەکە هەڵەیە', 'ژمارە هەڵەیە', 'هەڵەیە', 'bes', 'bese', 'bes e'],
    begins: ['ڕابگرە', 'ڕابگرن', 'بوەستێنە', 'بوەستێنن', 'بیوەستێنە', 'بەسە', 'بەس', 'واز بێنە', 'واز بێنن', 'واز لە'],
    writing: ['نامە*', 'پەیام*', 'sms', 'ناردن*', 'نووسین*', 'پەیوەندی*', 'کورتەنامە*', 'مەسج*', 'مسج*'],
    says: ['نامە* … مەنێر*', 'پەیام* … مەنێر*', 'مەسج … مەنێر*', 'sms … مەنێر*', 'بۆم مەنێر*', 'مەنووس* بۆم', 'بۆم مەنووس*', 'وازم لێ بێن*', 'وازم لێبێن*', 'وازم لێ بهێن*', 'نامە* … ناوێت', 'نامە* … ناوێ', 'پەیام* … ناوێت', 'نامەم ناوێ*', 'پەیامم ناوێ*', 'sms م ناوێ*', 'ناردن* … ڕابگر*', 'ناردنی نامە ڕابگر*', 'ژمارەکەم بسڕ*', 'ژمارەکەم لاب*', 'ژمارەکەم … بسڕ*', 'پەیوەندیم پێوە مەکە*'],
  },
  tr: {
    sure: ['dur', 'durun', 'durdur', 'durdurun', 'iptal', 'iptal et', 'iptal edin', 'abonelikten çık', 'üyelikten çık', 'üyeliği iptal et', 'yazma', 'yazmayın', 'mesaj atma', 'mesaj atmayın', 'mesaj gönderme', 'mesaj göndermeyin', 'mesaj yok', 'mesaj istemiyorum', 'sms istemiyorum', 'sms iptal', 'mesaj iptal', 'stop sms', 'rahat bırak', 'rahat bırakın', 'beni rahat bırak', 'beni rahat bırakın', 'beni listeden çıkar', 'beni listeden çıkarın'],
    perhaps: ['bitir', 'kes', 'kes artık', 'yeter', 'yeter artık', 'çık', 'çıkar', 'çıkarın', 'beni çıkar', 'beni çıkarın', 'sil', 'beni sil', 'silin', 'bırak', 'bırakın', 'defol', 'siktir git', 'engelle', 'yanlış numara', 'yanlış kişi', 'ret', 'red', 'ilgilenmiyorum', 'olmaz artık'],
    begins: ['durdur', 'durdurun', 'dur', 'iptal', 'kes', 'bitir', 'bırak', 'bırakın', 'stop'],
    writing: ['mesaj*', 'sms*', 'yazma*', 'yazmay*', 'gönder*', 'yolla*', 'atma*', 'abonelik*', 'hatırlat*', 'rahatsız*', 'numara*', 'üyeli*', 'iletişim*'],
    says: ['mesaj* … atma', 'mesaj* … atmayın*', 'mesaj* … gönderme', 'mesaj* … göndermey*', 'mesaj* … yollama*', 'mesaj* … istemiyor*', 'sms* … istemiyor*', 'sms* … gönderme', 'sms* … göndermey*', 'sms* … atma', 'sms* … atmayın*', 'bana … yazma', 'bana … yazmayın*', 'yazmayın*', 'yazmayı bırak*', 'yazmayı kes*', 'rahat bırak*', 'rahatsız etme', 'rahatsız etmeyin*', 'numaramı … sil*', 'numaramı … çıkar*', 'beni … listeden', 'beni listenizden', 'mesaj* … kes', 'mesaj* … kesin', 'mesaj* … durdur*', 'sms* … durdur*', 'iletişime geçme', 'iletişime geçmeyin*', 'mesaj* almak istemiyor*'],
  },
};

/** 'Kan ni …', 'please …', 'nej, …': stands before an order without changing it. */
export const BEFORE_AN_ORDER: readonly string[] = [
  'kan', 'kunde', 'skulle', 'vill', 'ni', 'du', 'vi', 'får', 'måste', 'ska', 'skall', 'bör', 'nu', 'men', 'nej', 'nä', 'ja', 'jo', 'okej', 'ok', 'och', 'bara', 'genast', 'jag vill att ni', 'jag vill att du', 'jag ber er', 'jag önskar att ni', 'var god och', 'var snäll och', 'var snälla och', 'vänligen och', 'fan', 'för fan', 'men för guds skull', 'ey', 'aa', 'äh',
  'can', 'could', 'would', 'will', 'you', 'u', 'just', 'now', 'no', 'but', 'and', 'yes', 'so', 'i said', 'i want you to', 'i would like you to', 'will you please', 'i want to', 'i wish to', 'i would like to', 'id like to', 'you need to', 'you must', 'for gods sake', 'oh',
  'لا', 'رجاء', 'نه', 'لطفا', 'ні', 'нет', 'та', 'да', 'ну', 'а', 'ei', 'no niin', 'nyt', 'nie', 'no', 'ale', 'już', 'hayır', 'artık', 'maya', 'نەخێر',
];

/** An order that is nothing but the word and these: 'sluta nu', 'stop it', 'durun artık'. */
export const AFTER_AN_ORDER: readonly string[] = [
  'nu', 'genast', 'direkt', 'omedelbart', 'på en gång', 'mig', 'oss', 'med det', 'med det här', 'med detta', 'det', 'det här', 'detta', 'här', 'dessa', 'allt', 'va', 'då', 'fan', 'för fan', 'för helvete', 'helvete', 'jävlar', 'för guds skull', 'era jävlar', 'ert jävla', 'säger jag', 'jag orkar inte', 'jag orkar inte mer', 'jag vill inte', 'jag vill inte mer', 'orkar inte', 'upp',
  'it', 'this', 'that', 'them', 'me', 'us', 'now', 'all', 'all of it', 'right now', 'immediately', 'at once', 'already', 'i said', 'i mean it', 'everything', 'asap', 'today', 'ffs', 'please',
  'الان', 'فورا', 'هذا', 'فورًا', 'خلص', 'دیگر', 'دیگه', 'همین الان', 'зараз', 'негайно', 'це', 'сейчас', 'это', 'немедленно', 'heti', 'nyt', 'jo', 'tämä', 'kaikki', 'natychmiast', 'teraz', 'już', 'to', 'wszystko', 'hadda', 'ئێستا', 'ئیتر', 'artık', 'hemen', 'şimdi', 'bunu',
];

/** After these the word is about something else: 'stopp i trafiken', 'stop by', 'sluta inte'. */
export const NOT_AN_ORDER: readonly string[] = [
  'i', 'på', 'vid', 'inte', 'ej', 'aldrig', 'för', 'av', 'från', 'till', 'mellan', 'jobbet', 'jobba', 'skolan', 'bilen', 'bussen', 'tåget', 'mötet', 'honom', 'henne', 'dom', 'dem', 'in', 'at', 'by', 'on', 'over', 'of', 'for', 'here', 'him', 'her', 'not', 'the', 'my', 'work', 'working', 'kello', 'klo', 'kl', 'o', 'w', 'na', 'u', 'в', 'у', 'на', 'о', 'об', 'في', 'در', 'saat', 'saatte',
];

/** Orders so plain that they are one whatever follows: 'stop harassing', 'sluta plåga mig', 'stopp, vem är du'. */
export const PLAIN_ORDERS: readonly string[] = [
  'stopp', 'stop', 'sluta', 'ståpp', 'avregistrera', 'unsubscribe', 'توقف', 'توقفوا', 'أوقفوا', 'jooji', 'ደው', 'ኣቋርጽ', 'стоп', 'припиніть', 'прекратите', 'перестаньте', 'lopeta', 'lopettakaa', 'zatrzymaj', 'przestań', 'przestańcie', 'ڕابگرە', 'ڕابگرن', 'بوەستە', 'durdur', 'durdurun', 'متوقف', 'استاپ',
];

/** Real words that a finger's slip would make of one of ours: what they say is what they say. */
export const NOT_A_SLIP: readonly string[] = ['topp', 'top', 'stol', 'stor', 'stod', 'step', 'shop', 'slop', 'snopp', 'slopp', 'stup', 'slita', 'luta', 'skuta', 'stova', 'stow', 'stoi', 'stok', 'ston', 'столь', 'стол', 'стон', 'стор', 'топ', 'opp', 'kop'];

/** Told of somebody else's words, not said to us ('säg åt honom att sluta', 'I told him to stop'), or the opposite ('sluta inte'). */
export const TOLD_OF_OTHERS: readonly string[] = [
  'sluta inte', 'stoppa inte', 'dont stop', 'do not stop', 'älä lopeta', 'älkää lopettako', 'nie przestawaj*', 'не припиняйте', 'не переставайте', 'не прекращайте', 'durmayın',
  'säg åt', 'säg till honom', 'säg till henne', 'sa åt', 'sagt åt', 'sade åt', 'sa till', 'sagt till', 'be honom', 'be henne', 'bad honom', 'bad henne', 'bett honom', 'bett henne', 'bad dem', 'få honom att', 'få henne att', 'be dem', 'han ska', 'hon ska', 'han skulle', 'hon skulle', 'han säger', 'hon säger', 'han sa', 'hon sa', 'han måste', 'hon måste', 'han vill att', 'hon vill att', 'han slutar inte', 'hon slutar inte',
  'told him', 'told her', 'tell him', 'tell her', 'asked him', 'asked her', 'ask him', 'ask her', 'make him', 'make her', 'he should', 'she should', 'he must', 'she must', 'told them', 'tell them', 'he said', 'she said', 'he says', 'she says', 'he wont', 'she wont',
  'قل له', 'قل لها', 'قلت له', 'قلت لها', 'قولوا له', 'به او بگو*', 'بهش بگو*', 'بهش گفتم', 'به او گفتم', 'скажіть йому', 'скажи йому', 'сказала йому', 'сказав йому', 'сказав їй', 'скажите ему', 'сказала ему', 'sano hänelle', 'sanokaa hänelle', 'sanoin hänelle', 'powiedz mu', 'powiedzcie mu', 'powiedziałam mu', 'powiedziałem jej', 'powiedz jej', 'ona söyle*', 'ona dedim', 'ku dheh isaga', 'u sheeg isaga', 'پێی بڵێ*', 'پێم گوت', 'ንዕኡ ንገሮ*',
];

/** The signs alone: somebody says no with a picture. */
export const STOP_EMOJI = /[🛑⛔🚫🖕]/u;
