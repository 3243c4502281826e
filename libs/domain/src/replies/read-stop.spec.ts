import * as fc from 'fast-check';
import { FAMILY_LANGUAGES, type FamilyLanguage } from '../vocabulary';
import { readReply } from './read-reply';
import { OPERATORS_STOP, STOP_WORDS } from './stop-words';

/** What people have written, or well could, who did not want another text. */
const STOPS: Readonly<Record<FamilyLanguage, readonly string[]>> = {
  sv: [
    'STOPP', 'Stopp', 'stopp!!', 'STOPPP', 'Stop', 'stop.', 'Ståpp', 'stp', 'sotpp', 'stpp', 'Stooopp', 'st0pp', 'S T O P P', 's.t.o.p.p', 'STOPP.', 'Stopp tack', 'Stopp, tack!', 'Hej! Stopp tack.', 'STOPP STOPP STOPP', 'Nej stopp', 'Stopp nu för fan', 'STOPP!!! 🛑🛑', 'Stopp 🙏', '🛑', '🖕', 'STOPP\nSkickat från min iPhone', 'STOPP Skickat från min iPhone', 'Stopp\n\nSkickat från Outlook för Android', 'STOPP\nHämta Outlook för iOS', 'Stopp\n--\nAnna Berg\n070-174 06 20', 'Stopp\nMvh Anna Berg', 'STOPP 71456', '"STOPP"', '”Stopp”', '\u200ESTOPP\u200E', 'S\u00ADT\u200BO\u200DP\u2060P', 'ＳＴＯＰＰ', 'ＳＴＯＰ', 'ЅТОР',
    'Sluta', 'SLUTA!', 'sluta nu', 'Sluta nu!!', 'Sluta snälla', 'Snälla sluta', 'slutaaaa', 'slutta', 'slta', 'Sluta skicka sms', 'Sluta skicka SMS till mig!', 'sluta skriv till mig', 'Sluta sms:a mig', 'sluta smsa', 'Sluta messa mig', 'Kan ni sluta skicka sms?', 'Kan du sluta skriva till mig tack', 'Ni får sluta skicka nu', 'Jag vill att ni slutar skicka meddelanden', 'Snälla sluta höra av er', 'Sluta för helvete', 'Sluta med det här', 'Sluta trakassera mig', 'Sluta plåga mig', 'SLUT', 'Ja, sluta', 'Nej! Sluta!', 'Sluta, jag orkar inte',
    'Stoppa', 'stoppa nu', 'Stoppa sms', 'Stoppa utskicken', 'stoppa alla meddelanden', 'Avsluta', 'avsluta sms', 'Avsluta utskick', 'AVREGISTRERA', 'Avregistrera mig', 'avregistera', 'Avanmäl', 'avanmäl mig från detta', 'Avbryt', 'Ta bort mig', 'Ta bort mitt nummer', 'ta bort mitt mobilnummer från er lista', 'Radera mitt nummer tack', 'Radera mig ur registret', 'Låt mig vara', 'Lämna mig ifred', 'lämna mig i fred!!', 'LÄMNA MIG IFRED', 'Ni ska lämna mig i fred', 'Lägg av', 'Nu räcker det', 'Vill inte ha fler sms', 'Jag vill inte ha fler sms', 'jag vill inte ha sms', 'Jag vill inte ha några sms från er', 'vill inte ha era meddelanden', 'Inga fler sms tack', 'inga fler sms', 'Inte fler sms!', 'inga sms', 'Inga fler meddelanden, tack', 'Vill slippa sms', 'Jag vill slippa fler meddelanden', 'Skriv inte mer', 'skriv inte till mig', 'Skriv inte mer han läser min telefon', 'Skicka inte fler sms', 'skicka inget mer', 'Skicka inte hit', 'Skicka inga fler', 'Kontakta mig inte', 'kontakta mig aldrig mer', 'Kontakta inte mig', 'Hör inte av er', 'Jag vill inte bli kontaktad', 'Smsa inte', 'smsa inte mig', 'messa inte mig', 'Jag vill inte ha sms, ring i stället', 'Jag har fått nog. Stopp.', 'Vem är du? Stopp', 'Fel nummer', 'Ni har fel nummer', 'fel person', 'Inte intresserad', 'Dra åt helvete', 'nej tack inga fler sms', 'Ja jag kommer. Sluta skicka sms', 'Tack men inga fler sms', 'Stopp\n> Hej! Du har fått en fråga om en tid.', 'Stopp! Tack för mig', 'Stopp, mvh Karl', 'Opt out',
  ],
  'sv-x-lattlast': ['STOP', 'stopp', 'Jag vill inte ha sms', 'Inga sms', 'Sluta'],
  en: [
    'STOP', 'Stop.', 'stop!!', 'Stop. Thank you', 'Stop thank you', 'STOP PLEASE', 'Please stop', 'pls stop', 'Stop it', 'Stop this', 'stop now!', 'Stop texting me', 'stop sending me messages', 'Stop contacting me', 'stop harassing me', 'Stop messaging this number', 'Can you stop texting me please', 'Could you please stop sending these', 'I want you to stop texting me', 'Just stop', 'STOPALL', 'STOP ALL', 'stop-all', 'UNSUBSCRIBE', 'unsubscribe me', 'Unsuscribe', 'unsubscibe', 'END', 'end', 'End.', 'QUIT', 'Quit', 'CANCEL', 'cancel', 'Cancel texts', 'REVOKE', 'OPTOUT', 'opt-out', 'OPT OUT', 'Opt me out', 'REMOVE', 'Remove me', 'remove my number', 'Take me off your list', 'Delete my number', 'No more texts', 'no more messages please', 'no texts', 'Do not text me', "Don't text me", 'dont text me again', "Don't contact me", 'Do not contact me again', "I don't want to receive these messages", 'I do not want any more texts', 'Leave me alone', 'leave us alone!!', 'wrong number', 'You have the wrong number', 'Fuck off', 'go away', 'Stop\nSent from my iPhone', 'STOP Sent from my Samsung Galaxy smartphone', 'stop\n\nGet Outlook for iOS', '“Stop”', 'STOP 🛑', 'Stpo', 'Sotp', 'stpo', 'ARRET', 'no stop', 'Thanks. Stop', 'Who is this? Stop',
  ],
  ar: ['توقف', 'توقّف', 'توقفوا', 'قف', 'وقفوا', 'إيقاف', 'ايقاف', 'أوقفوا الرسائل', 'اوقفوا الرسائل من فضلكم', 'وقف الرسائل', 'توقفوا عن إرسال الرسائل', 'توقف عن مراسلتي', 'لا ترسلوا لي رسائل', 'لا ترسل', 'لا تراسلوني', 'لا تكتبوا لي', 'لا أريد رسائل', 'لا اريد المزيد من الرسائل', 'ما بدي رسائل', 'إلغاء الاشتراك', 'الغاء', 'كفى', 'خلص', 'خلاص', 'اتركوني وشأني', 'دعوني وشأني', 'احذفوا رقمي', 'الرقم خطأ', 'توقف شكرا', 'من فضلك توقف', 'STOP', 'stop شكرا', 'توقف\nأرسلت من الـ iPhone', '\u200Fتوقف\u200F', 'تـوقـف', 'لا تتصلوا بي', 'tawaqaf'],
  so: ['JOOJI', 'jooji', 'Joojiya', 'joogso', 'jooji fariimaha', 'Jooji farriimaha', 'Fadlan jooji', 'jooji mahadsanid', 'jooji sms', 'Ha ii soo dirin', 'ha ii soo dirin fariin', 'ha i soo qorin', 'ha ila soo xiriirin', 'Ma rabo fariin', 'ma doonayo fariimo', 'fariin dambe ma rabo', 'iga daa', 'iska daa', 'i daaya', 'lambarkayga ka saar', 'STOP', 'lambarka waa khalad', 'jooji\nLaga soo diray iPhone-kayga'],
  ti: ['ደው', 'ደው ኣብል', 'ደው ኣብሉ', 'ደው አብሉ', 'በጃኹም ደው ኣብሉ', 'ጠጠው ኣብሉ', 'ኣቋርጽ', 'ኣቋርጹ', 'ኣይትጽሓፉለይ', 'ኣይትስደዱለይ', 'መልእኽቲ ኣይደልን', 'መልእክቲ ኣይደልን እየ', 'ሕደጉኒ', 'ይኣክል', 'ቁጽረይ ደምስሱ', 'ጌጋ ቁጽሪ', 'STOP', 'ደው ኣብል የቐንየለይ', 'አቁሙ'],
  prs: ['توقف', 'لغو', 'متوقف کنید', 'پیام ندهید', 'دیگر پیام ندهید', 'لطفاً پیام نفرستید', 'مسیج نکنید', 'نفرستید', 'برایم ننویسید', 'پیام نمی‌خواهم', 'مزاحم نشوید', 'بس است', 'شماره مرا پاک کنید', 'اشتباه گرفتید', 'STOP', 'ولم کنید'],
  fa: ['توقف', 'لغو', 'لغو اشتراک', 'نفرست', 'پیام نده', 'دیگه پیام ندید', 'لطفا دیگه پیام نفرستید', 'پیامک نفرستید', 'پیام نمی‌خوام', 'نمیخوام پیام بدید', 'sms نمیخوام', 'بسه', 'بس کنید', 'ولم کنید', 'راحتم بذارید', 'مزاحمم نشید', 'شماره‌ام را پاک کنید', 'تماس نگیرید', 'اشتباه گرفتید', 'stop ممنون', 'استاپ'],
  uk: ['СТОП', 'Стоп!', 'стоооп', 'стоп, дякую', 'Будь ласка, стоп', 'припиніть', 'Припиніть писати', 'Припиніть надсилати повідомлення', 'перестаньте писати мені', 'не пишіть мені', 'Не пишіть більше', 'більше не пишіть', 'не надсилайте', 'Не хочу отримувати смс', 'не хочу ваших повідомлень', 'відписатися', 'Відпишіть мене', 'досить', 'годі', 'видаліть мій номер', 'дайте спокій', 'Залиште мене в спокої', 'відчепіться', 'не турбуйте', 'помилка номером', 'Прекратите', 'прекратите писать', 'не пишите мне', 'Не присылайте смс', 'не хочу получать сообщения', 'отпишите меня', 'отстаньте', 'оставьте меня в покое', 'удалите мой номер', 'ошиблись номером', 'STOP', 'Стоп\nНадіслано з iPhone', 'Стоп\nОтправлено с iPhone'],
  fi: ['LOPETA', 'lopeta', 'Lopettakaa', 'lopeta jo!', 'Lopeta kiitos', 'Lopeta viestit', 'Lopettakaa viestien lähettäminen', 'Lopettakaa nämä viestit', 'älä lähetä viestejä', 'Älkää lähettäkö enempää', 'älkää enää lähettäkö viestejä', 'Älä kirjoita minulle', 'En halua viestejä', 'en halua enää tekstiviestejä', 'Ei enää viestejä', 'Jätä rauhaan', 'Jättäkää minut rauhaan', 'Poista numeroni', 'poistakaa minut listalta', 'Peruuta', 'seis', 'STOP kiitos', 'riittää', 'älkää ottako yhteyttä', 'väärä numero', 'Lopeta\nLähetetty iPhonesta', 'lopetta', 'STOPPI'],
  pl: ['STOP', 'stop!', 'Proszę przestać', 'Przestań', 'przestańcie pisać', 'Przestańcie wysyłać smsy', 'Proszę nie pisać', 'Nie piszcie do mnie', 'nie pisz więcej', 'Nie wysyłajcie mi smsów', 'Proszę nie wysyłać wiadomości', 'Nie chcę smsów', 'nie chcę więcej wiadomości', 'Wypisz mnie', 'Proszę mnie wypisać', 'rezygnuję', 'Rezygnuje', 'zostawcie mnie w spokoju', 'Dajcie mi spokój', 'Usuńcie mój numer', 'koniec', 'dość', 'pomyłka', 'zły numer', 'Stop dziękuję', 'STOP\nWysłane z iPhone’a', 'zatrzymaj', 'Nie kontaktujcie się ze mną'],
  ckb: ['ڕابگرە', 'رابگره', 'بوەستە', 'ڕاوەستە', 'تکایە ڕابگرە', 'نامە مەنێرن', 'تکایە نامە مەنێرن', 'نامەم بۆ مەنێرە', 'مەنێرە', 'مەنووسن', 'نامەم ناوێت', 'وازم لێ بێنن', 'وازم لێبێنە', 'بەسە', 'بەس', 'ژمارەکەم بسڕنەوە', 'ژمارەکە هەڵەیە', 'STOP', 'stop سوپاس', 'ستۆپ'],
  tr: ['DUR', 'dur', 'Durun', 'Durdur', 'DURDURUN lütfen', 'lütfen durdurun', 'İPTAL', 'iptal', 'Iptal edin', 'mesaj atmayın', 'Mesaj göndermeyin', 'Bana mesaj atmayın', 'bana yazmayın', 'lütfen bana mesaj göndermeyin', 'Artık mesaj istemiyorum', 'mesaj istemiyorum', 'SMS istemiyorum', 'Beni rahat bırakın', 'rahat bırak', 'yeter', 'Yeter artık', 'beni listeden çıkarın', 'Numaramı silin', 'yanlış numara', 'STOP', 'stop teşekkürler', 'Rahatsız etmeyin', 'Dur\niPhone’umdan gönderildi'],
};

/** With the letters in it, and no such no: people read them. */
const TEXTS: readonly string[] = [
  'jag hann inte stoppa', 'Jag hann inte stoppa bilen', 'Jag kan inte stoppa bilen i tid, ring mig', 'Det blev stopp i trafiken så jag blir sen', 'Stopp i trafiken, blir tio minuter sen', 'Stopp på E4 så jag är sen', 'Jag slutar jobbet klockan fem', 'Slutar 17', 'Slutar klockan 16, kan komma sen', 'När slutar mötet?', 'Vilken tid är det slut?', 'Kan han inte sluta dricka så kommer jag inte', 'Säg åt honom att sluta skicka sms till mig', 'Jag sa åt honom att lämna mig ifred', 'Jag fick inte ditt sms', 'Jag har inte fått fler sms', 'Jag kan inte läsa sms:et', 'Jag hinner inte skriva mer nu', 'Länken fungerar inte', 'Sluta inte skicka sms', 'Topp!', 'toppen', 'stol', 'Jag stod i kö', 'Skolan är slut klockan två', 'Slutligen vill jag säga tack', 'Jag har avslutat kursen', 'Får jag avboka?', 'Kan jag få slippa komma', 'Jag har en ny mobil', 'Hon sa "stopp" till honom', 'Stoppa inte in nyckeln', 'Jag vill inte ha kaffe', 'Låt mig vara med', 'Jag hör inte av honom längre', 'Vi ses vid busstoppet', 'Stoppar ni bilen vid huset?', 'Ni kan stoppa bilen vid macken',
  'I could not stop the car', 'The bus stop is far away', 'Where does the bus stop?', 'At the end of the week', 'End of week works for me', 'Does it end at five?', 'I will cancel my other meeting', 'When does it end', 'I told him to stop texting me', 'I did not get your text', 'I quit my job last week', 'Stop by when you like', 'What number can I call?', 'Weekend is fine', 'I do not know what to send', 'My phone died, text me later',
  'سأتوقف عند المدرسة', 'هل يتوقف الباص هناك؟', 'وصلتني الرسالة', 'متى ينتهي الاجتماع', 'xilligee la joojiyaa kulanka?', 'پیام شما رسید', 'اتوبوس کجا توقف دارد', 'коли закінчується зустріч', 'зупинка далеко від дому', 'автобусна зупинка де?', 'missä bussi pysähtyy', 'Milloin kokous loppuu?', 'Työni loppuu viideltä', 'gdzie jest przystanek', 'Kończę pracę o piątej', 'kiedy koniec spotkania', 'Toplantı ne zaman biter', 'durakta bekliyorum', 'Otobüs durağı nerede',
];

describe('a no to being written to', () => {
  it.each(FAMILY_LANGUAGES.flatMap((language) => STOPS[language].map((text) => [language, text] as const)))('%s: ‘%s’ stops', (language, text) => {
    expect(readReply(text, language).says).toBe('stop');
    // Whoever else's language they have been given.
    expect([readReply(text, null).says, readReply(text, 'sv').says, readReply(text, 'ti').says]).toEqual(['stop', 'stop', 'stop']);
  });
  it.each(FAMILY_LANGUAGES.flatMap((language) => (['sure', 'perhaps'] as const).flatMap((how) => STOP_WORDS[language][how].map((word) => [language, word] as const))))('%s: ‘%s’ of the list stops', (language, word) => {
    expect([readReply(word, language).says, readReply(word.toUpperCase(), language).says, readReply(`  ${word}!! 🙏 `, null).says]).toEqual(['stop', 'stop', 'stop']);
  });
  it.each(OPERATORS_STOP)('‘%s’, after which an operator lets nothing through, is sure', (word) => expect([word, word.toUpperCase(), `${word}.`].map((text) => readReply(text, 'sv'))).toEqual(Array(3).fill({ says: 'stop', unclear: null, urgent: false })));
  it('one that may mean something else stops as well, and says so', () => {
    for (const text of ['Fel nummer', 'Lägg av', 'stp', 'Stopp men vad är detta egentligen för något? Vem är du och varför skriver du', '🛑']) expect(readReply(text, 'sv')).toMatchObject({ says: 'stop', unclear: 'perhapsStop' });
    for (const text of ['Sluta', 'Stop. Thank you', 'STOPP\nSkickat från min iPhone', 'Sluta skicka sms', 'END']) expect(readReply(text, 'sv')).toMatchObject({ says: 'stop', unclear: null });
  });
  it('and a cry for help in the same text is heard too', () => {
    for (const text of ['STOPP hjälp mig', 'Sluta skicka sms, han slår mig', 'Skriv inte mer, jag är rädd']) expect(readReply(text, 'sv')).toMatchObject({ says: 'stop', urgent: true });
  });
});

describe('a sentence that only has the letters in it', () => {
  it.each(TEXTS)('‘%s’ is text', (text) => {
    expect(readReply(text, null).says).toBe('text');
    expect(readReply(text, 'sv').says).toBe('text');
  });
});

describe('whatever stands around a no', () => {
  const words = FAMILY_LANGUAGES.flatMap((language) => STOP_WORDS[language].sure);
  const noise = fc.constantFrom('', ' ', '!', '.', '…', '"', '«', '\u200F', '\u202E', '\u2066', '\n', ' ?!', ' 🙂', ' 🛑', '\u00A0');
  const ends = fc.constantFrom('', '\nSkickat från min iPhone', '\nSent from my iPhone', ' tack', ' thank you', '\nMvh Eva', '\n> Hej! Ny tid', ' شكرا', ', lütfen');
  it('changes nothing: case, signs, pictures, thanks, signatures, quotations', () => {
    fc.assert(fc.property(fc.constantFrom(...words), noise, noise, ends, fc.boolean(), (word, before, after, end, upper) => readReply(`${before}${upper ? word.toUpperCase() : word}${after}${end}`, 'sv').says === 'stop'), { numRuns: 2000 });
  });
});
