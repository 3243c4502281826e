import type { FamilyLanguage } from '../vocabulary';

/**
 * What people write back, per language: as they write it, with and without their own letters, never as a sentence. A word
 * that is folded the same way (case, accents, kinds of Arabic ya and kaf) need not be written twice.
 */
export type ReplyWords = {
  /** `draft`: from dictionaries, and not yet read by somebody who speaks the language and works with families. */
  state: 'read' | 'draft';
  yes: readonly string[];
  no: readonly string[];
  maybe: readonly string[];
  /** Words that are an answer in another of our languages, and something else, or nothing certain, in this one. */
  other: readonly string[];
  /** Words of danger, anywhere in a text; `…*` is the beginning of a word. Too many rather than too few: they only put it first. */
  risk: readonly string[];
};

const SWEDISH: ReplyWords = {
  state: 'read',
  yes: [
    'ja', 'japp', 'jajamän', 'jajamen', 'jajamensan', 'jadå', 'jepp', 'jo', 'jodå', 'ja tack', 'ja gärna', 'gärna', 'ja absolut', 'absolut', 'ja självklart', 'självklart', 'ja visst', 'javisst', 'ja då', 'ja det gör jag', 'ja det kan jag', 'ja det går bra', 'ja det passar', 'ja jag kan', 'ja vi kan', 'jag kan komma', 'ja jag kan komma', 'ja jag vill', 'ja jag vill komma', 'ja jag är med',
    'ja jag kommer', 'ja vi kommer', 'jag kommer', 'vi kommer', 'jag kommer gärna', 'ja jag kommer gärna', 'jag deltar', 'ja jag deltar',
  ],
  no: [
    'nej', 'nä', 'nää', 'nej tack', 'nejdå', 'nix', 'nepp', 'nope', 'nej tyvärr', 'tyvärr nej', 'tyvärr inte', 'nej jag kommer inte', 'nej vi kommer inte', 'nej det går inte', 'nej jag kan inte', 'nej jag kan inte komma', 'nej jag kan tyvärr inte komma', 'jag kan tyvärr inte komma', 'kan tyvärr inte komma', 'jag kan tyvärr inte', 'nej jag vill inte komma', 'jag vill inte komma',
    'jag kommer inte', 'vi kommer inte', 'kommer inte', 'jag kan inte komma', 'kan inte komma', 'vi kan inte komma', 'jag har inte möjlighet', 'jag deltar inte',
  ],
  maybe: ['kanske', 'kanske det', 'vet inte', 'jag vet inte', 'vet inte än', 'jag vet inte än', 'vet ej', 'vet inte riktigt', 'jag vet inte riktigt', 'osäker', 'jag är osäker', 'kanske jag vet inte', 'är inte säker', 'jag är inte säker', 'eventuellt', 'möjligen'],
  other: ['nja', 'njae'],
  risk: [
    '112', 'sos', 'hjälp', 'hjälp mig', 'hjelp', 'jälp', 'hälp', 'hjlp', 'hjäp', 'hjälpmig', 'hjälpa mig', 'hjälper mig', 'stoppa honom', 'stoppa henne', 'slå mig', 'slå ihjäl', 'ihjäl', 'slår ihjäl', 'sparkar', 'strypa', 'tafsar', 'våldtog', 'våldtag*', 'våldtäkt*', 'våldtar', 'ambulans*', 'blöder', 'orkar inte leva', 'vill inte leva', 'inte leva längre', 'skära mig', 'skär mig', 'överdos*', 'hot', 'hotar', 'hotad', 'hotade', 'hotat', 'hotfull*', 'slår', 'slog', 'slagen', 'misshandl*', 'misshandel*', 'våld*', 'rädd', 'rädda', 'rädsla', 'livrädd', 'farlig*', 'fara',
    'självmord*', 'ta livet', 'tar livet', 'dö', 'dör', 'döda*', 'kniv*', 'vapen', 'pistol*', 'gevär', 'strypt*', 'stryp*', 'akut', 'polis*', 'skadar', 'skada mig', 'instängd', 'inlåst', 'förföljer', 'följer efter',
    'vågar inte', 'vågar ej', 'vågar jag inte', 'vågar vi inte', 'vågar hon inte', 'vågar han inte', 'vågade inte', 'törs inte', 'törs ej', 'törs jag inte', 'tordes inte',
  ],
};

const PERSIAN = {
  maybe: ['شاید', 'ممکن', 'ممکن است', 'نمیدانم', 'نمی دانم', 'shayad', 'momken'],
  other: ['اجل'],
  risk: ['112', '۱۱۲', 'کمک', 'خطر*', 'تهدید*', 'میزند', 'می زند', 'کتک*', 'زد', 'میترسم', 'می ترسم', 'ترس*', 'خودکشی*', 'بکشم', 'میکشد', 'می کشد', 'کشتن', 'چاقو*', 'اسلحه*', 'پلیس*', 'پولیس*', 'خشونت*', 'komak'],
} as const;

export const REPLY_WORDS = /* @__PURE__ */ ((): Readonly<Record<FamilyLanguage, ReplyWords>> => ({
  sv: SWEDISH,
  'sv-x-lattlast': SWEDISH,
  en: {
    state: 'read',
    yes: ['yes', 'yeah', 'yep', 'yup', 'yes please', 'yes sure', 'yes i can', 'yes we can', 'yes i can come', 'i can come', 'yes i will', 'yes i will come', 'ill be there', 'i will be there', 'yes ill come', 'yes of course', 'of course', 'yes definitely', 'yes absolutely', 'i will come', 'i am coming', 'im coming', 'we are coming'],
    no: ['no', 'nope', 'no thanks', 'no thank you', 'no sorry', 'sorry no', 'no i cant', 'no i cannot', 'no i cant come', 'no i cannot come', 'no i will not', 'no i wont', 'unfortunately not', 'i wont come', 'i will not come', 'we cant come', 'we cannot come', 'i cannot come', 'i cant come', 'cannot come', 'cant come', 'not coming', 'i am not coming'],
    maybe: ['maybe', 'perhaps', 'not sure', 'i am not sure', 'i dont know', 'i do not know', 'dont know'],
    other: ['may', 'en'],
    risk: ['112', '911', '999', 'sos', 'help', 'help me', 'helpme', 'hlep', 'hepl', 'stop him', 'stop her', 'rape*', 'raped', 'bleeding', 'ambulance', 'kill me', 'overdose*', 'dont want to live', 'want to die', 'choking', 'threat*', 'hits', 'hit me', 'hitting', 'beats', 'beaten', 'beat me', 'afraid', 'scared', 'fear', 'terrified', 'danger*', 'suicide', 'suicidal', 'kill*', 'die', 'dying', 'violen*', 'knife', 'weapon', 'gun', 'police', 'emergency', 'abuse*', 'hurt me', 'hurts me', 'locked in', 'strangl*', 'dare not', 'dont dare', 'do not dare', 'didnt dare', 'would not dare'],
  },
  ar: {
    state: 'draft',
    yes: ['نعم', 'اي', 'ايوه', 'ايوا', 'اجل', 'بلى', 'سأحضر', 'سوف أحضر', 'naam', 'na3am', 'aywa'],
    no: ['لا', 'كلا', 'لا شكرا', 'لن أحضر', 'لا أستطيع', 'la', 'laa'],
    maybe: ['ربما', 'يمكن', 'ممكن', 'لا أعرف', 'لا أدري', 'لست متأكدا', 'rubama', 'yimkin', 'mumkin'],
    other: ['خير', 'نا'],
    risk: ['112', '١١٢', 'مساعده', 'ساعدوني', 'ساعدني', 'النجده', 'خطر*', 'تهديد*', 'يهدد*', 'هددني', 'يضرب*', 'ضرب*', 'خائف*', 'خايف*', 'أخاف', 'خوف', 'انتحار*', 'انتحر', 'اقتل', 'يقتل*', 'قتل*', 'اموت', 'سكين*', 'سلاح*', 'شرطه', 'الشرطه', 'عنف'],
  },
  so: {
    state: 'draft',
    yes: ['haa', 'haa waan imanayaa', 'waan imanayaa'],
    no: ['maya', 'may', 'maya mahadsanid', 'ma imanayo'],
    maybe: ['malaha', 'laga yaabaa', 'waa laga yaabaa', 'ma hubo', 'ma aqaan', 'ma garanayo'],
    other: ['la', 'haye'],
    risk: ['112', 'caawi*', 'i caawi', 'gargaar*', 'khatar*', 'hanjabaad*', 'hanjab*', 'garaac*', 'cabsi*', 'baqay*', 'waan baqayaa', 'isdil*', 'is dil*', 'dilaya', 'dilo', 'mindi', 'boolis*', 'booliis*', 'qori', 'rabshad*'],
  },
  ti: {
    state: 'draft',
    yes: ['እወ', 'እወ ክመጽእ እየ', 'ክመጽእ እየ'],
    no: ['ኣይፋል', 'ኣይፋሉን', 'ኣይመጽእን', 'ኣይመጽእን እየ'],
    maybe: ['ምናልባት', 'ኣይፈልጥን', 'ኣይፈልጥን እየ'],
    other: [],
    risk: ['112', 'ሓገዝ*', 'ሓግዙኒ', 'ሓግዘኒ', 'ሓደጋ*', 'ሓደገኛ*', 'ፈራሕ*', 'ፈሪሀ', 'ፍርሒ*', 'የፈራርሓኒ', 'ይሃርመኒ', 'ይወቅዓኒ', 'ወቂዑኒ', 'ይቐትለኒ', 'ክቐትል*', 'ቅትለት*', 'ነብሰ ቅትለት', 'ካራ', 'ፖሊስ*'],
  },
  prs: {
    state: 'draft',
    yes: ['بلی', 'بله', 'آری', 'میایم', 'می آیم', 'bale', 'bali'],
    no: ['نه', 'نخیر', 'نی', 'خیر', 'نمیایم', 'نمی آیم', 'na', 'nakhair'],
    ...PERSIAN,
  },
  fa: {
    state: 'draft',
    yes: ['بله', 'آره', 'بلی', 'میام', 'می آیم', 'bale', 'areh', 'baleh'],
    no: ['نه', 'خیر', 'نخیر', 'نمیام', 'نمی آیم', 'na', 'nah', 'kheyr'],
    ...PERSIAN,
  },
  uk: {
    state: 'draft',
    // Many read and write Russian too.
    yes: ['так', 'да', 'прийду', 'я прийду', 'tak'],
    no: ['ні', 'нет', 'не прийду', 'я не прийду', 'не зможу'],
    maybe: ['може', 'можливо', 'мабуть', 'може бути', 'не знаю', 'не впевнена', 'не впевнений', 'может быть', 'mozhlyvo'],
    other: ['ne', 'не', 'ni'],
    risk: ['112', 'допоможіть', 'допоможи', 'допомога', 'допомогу', 'помогите', 'небезпе*', 'погрож*', 'погроз*', "б'є", 'бє', 'побив*', 'боюсь', 'боюся', 'страшно', 'страх', 'самогубств*', 'вбити', "вб'є", 'вбє', 'вбив*', 'помру', 'ніж', 'зброя', 'зброю', 'поліці*', 'насильств*'],
  },
  fi: {
    state: 'draft',
    yes: ['kyllä', 'joo', 'juu', 'kyllä kiitos', 'tulen', 'kyllä tulen'],
    no: ['ei', 'en', 'ei kiitos', 'en tule', 'en voi tulla', 'en pääse'],
    maybe: ['ehkä', 'mahdollisesti', 'en tiedä', 'en tiedä vielä'],
    other: ['ne', 'jo', 'la', 'no'],
    risk: ['112', 'apua', 'auta', 'auttakaa', 'uhka*', 'uhkaa*', 'uhkail*', 'lyö', 'löi', 'lyönyt', 'hakka*', 'pelkään', 'pelko', 'peloissa*', 'vaara*', 'vaaralli*', 'itsemurh*', 'tappaa', 'tapan', 'kuolla', 'kuolen', 'puukko*', 'ase', 'poliisi*', 'väkival*'],
  },
  pl: {
    state: 'draft',
    yes: ['tak', 'tak przyjdę', 'przyjdę', 'tak będę', 'będę'],
    no: ['nie', 'nie dziękuję', 'nie przyjdę', 'nie mogę', 'nie mogę przyjść'],
    maybe: ['może', 'być może', 'nie wiem', 'jeszcze nie wiem'],
    // ‘No’ is a lazy yes in Polish.
    other: ['no', 'na', 'ne'],
    risk: ['112', 'pomocy', 'pomoc', 'pomóż*', 'ratunku', 'groźb*', 'grozi', 'groził*', 'bije', 'bił', 'pobił*', 'boję się', 'strach*', 'przemoc*', 'niebezpiecz*', 'samobój*', 'zabije', 'zabić', 'zabij*', 'umrę', 'umrzeć', 'nóż', 'broń', 'policj*'],
  },
  ckb: {
    state: 'draft',
    yes: ['بەڵێ', 'ئەرێ', 'دێم', 'bale', 'belê', 'erê'],
    no: ['نەخێر', 'نا', 'نە', 'نایەم', 'na', 'ne', 'nexêr'],
    maybe: ['لەوانەیە', 'ڕەنگە', 'بەڵکو', 'نازانم', 'belkî', 'renge'],
    other: ['nie', 'خیر'],
    risk: ['112', '١١٢', 'یارمەتی*', 'هاوکاری', 'فریا*', 'مەترسی*', 'هەڕەشە*', 'لێم دەدات', 'لێیدام', 'لێدان*', 'دەترسم', 'ترس*', 'خۆکوشتن*', 'خۆم دەکوژم', 'دەکوژێت', 'دەمکوژێت', 'کوشتن*', 'چەقۆ*', 'چەک', 'پۆلیس*', 'توندوتیژی*'],
  },
  tr: {
    state: 'draft',
    yes: ['evet', 'evet geliyorum', 'geliyorum', 'geleceğim', 'evet geleceğim'],
    no: ['hayır', 'yok', 'hayır teşekkürler', 'gelmiyorum', 'gelmeyeceğim', 'gelemem'],
    maybe: ['belki', 'olabilir', 'bilmiyorum', 'henüz bilmiyorum', 'emin değilim'],
    other: ['ne', 'na'],
    risk: ['112', 'imdat', 'yardım', 'yardım edin', 'tehdit*', 'tehlike*', 'dövüyor', 'dövdü', 'dayak', 'vuruyor', 'vurdu', 'korkuyorum', 'korku*', 'intihar*', 'öldür*', 'ölmek', 'ölüm', 'bıçak*', 'silah*', 'polis*', 'şiddet*'],
  },
}))();

/** Said of a promise or a guess, and not of fear. */
export const NO_FEAR: readonly string[] = ['vågar inte lova', 'vågar jag inte lova', 'törs inte lova', 'törs jag inte lova', 'dare not promise', 'dont dare promise', 'dont dare to promise', 'do not dare promise', 'do not dare to promise'];

/** 'I want texts again', said to us or to the operator, which opens its own bar on some of these. A person sees to it: who said no, and why, is not in the word. */
export const START_AGAIN: readonly string[] = [
  'start', 'starta', 'unstop', 'un stop', 'restart', 'subscribe', 'resubscribe', 'resume', 'start again', 'opt in', 'optin', 'starta igen', 'börja igen', 'starta om', 'återuppta', 'återstarta', 'fortsätt', 'anmäl mig igen', 'registrera mig igen', 'skicka sms igen', 'sms igen', 'jag vill ha sms igen', 'jag vill ha sms', 'börja skicka igen', 'skicka igen',
  'ابدأ', 'ابدا', 'استئناف', 'استأنف', 'bilow', 'dib u bilow', 'bilaw', 'ጀምር', 'ጀምሩ', 'شروع', 'شروع کنید', 'ادامه', 'ادامه دهید', 'почати', 'старт', 'поновити', 'відновити', 'начать', 'возобновить', 'aloita', 'aloita uudelleen', 'jatka', 'zacznij', 'wznów', 'wznowić', 'zacznij ponownie', 'دەستپێبکە', 'دەست پێ بکە', 'دەستپێبکەوە', 'başla', 'başlat', 'yeniden başla', 'yeniden başlat', 'devam',
];

/** 'I have seen it': no answer in any language, however much it sounds like one. */
export const ACKNOWLEDGED: readonly string[] = [
  'ok', 'okej', 'uppfattat', 'noterat', 'förstår', 'jag förstår', 'got it', 'received', 'understood', 'läst', 'okey', 'okay', 'k', 'oki', 'ok tack', 'okej tack', 'mm', 'mhm', 'fint', 'bra', 'toppen', 'visst', 'sure', 'fine', 'ок', 'добре', 'dobrze', 'dobra', 'hyvä', 'selvä', 'tamam', 'olur', 'haye', 'حاضر', 'طيب', 'تمام', 'اوكي', 'اوکی', 'باشه', 'باشە', 'درست', 'ሕራይ',
];
