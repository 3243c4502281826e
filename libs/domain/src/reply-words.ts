import type { FamilyLanguage } from './vocabulary';

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
  stop: readonly string[];
  /** Words that are an answer in another of our languages, and something else, or nothing certain, in this one. */
  other: readonly string[];
  /** Words of danger, anywhere in a text; `…*` is the beginning of a word. Too many rather than too few: they only put it first. */
  risk: readonly string[];
};

const SWEDISH: ReplyWords = {
  state: 'read',
  yes: ['ja', 'japp', 'jajamän', 'jadå', 'jo', 'ja tack', 'ja gärna', 'ja jag kommer', 'jag kommer', 'vi kommer'],
  no: ['nej', 'nä', 'nej tack', 'nejdå', 'nix', 'jag kommer inte', 'vi kommer inte', 'kommer inte', 'jag kan inte komma', 'kan inte komma'],
  maybe: ['kanske', 'kanske det', 'vet inte', 'jag vet inte', 'vet inte än', 'jag vet inte än'],
  stop: ['stopp', 'stop', 'avsluta', 'avregistrera'],
  other: ['nja', 'njae'],
  risk: [
    '112', 'hjälp', 'hjälp mig', 'hot', 'hotar', 'hotad', 'hotade', 'hotat', 'hotfull*', 'slår', 'slog', 'slagen', 'misshandl*', 'misshandel*', 'våld*', 'rädd', 'rädda', 'rädsla', 'livrädd', 'farlig*', 'fara',
    'självmord*', 'ta livet', 'tar livet', 'dö', 'dör', 'döda*', 'kniv*', 'vapen', 'pistol', 'strypt*', 'stryp*', 'akut', 'polis*', 'skadar', 'skada mig', 'instängd', 'inlåst', 'förföljer', 'följer efter',
  ],
};

const PERSIAN = {
  maybe: ['شاید', 'ممکن', 'ممکن است', 'نمیدانم', 'نمی دانم', 'shayad', 'momken'],
  stop: ['توقف', 'ایست', 'لغو', 'stop'],
  other: ['اجل'],
  risk: ['112', '۱۱۲', 'کمک', 'خطر*', 'تهدید*', 'میزند', 'می زند', 'کتک*', 'زد', 'میترسم', 'می ترسم', 'ترس*', 'خودکشی*', 'بکشم', 'میکشد', 'می کشد', 'کشتن', 'چاقو*', 'اسلحه*', 'پلیس*', 'پولیس*', 'خشونت*', 'komak'],
} as const;

export const REPLY_WORDS: Readonly<Record<FamilyLanguage, ReplyWords>> = {
  sv: SWEDISH,
  'sv-x-lattlast': SWEDISH,
  en: {
    state: 'read',
    yes: ['yes', 'yeah', 'yep', 'yup', 'yes please', 'i will come', 'i am coming', 'im coming', 'we are coming'],
    no: ['no', 'nope', 'no thanks', 'no thank you', 'i cannot come', 'i cant come', 'cannot come', 'cant come', 'not coming', 'i am not coming'],
    maybe: ['maybe', 'perhaps', 'not sure', 'i am not sure', 'i dont know', 'i do not know', 'dont know'],
    stop: ['stop', 'unsubscribe', 'stop all'],
    other: ['may', 'en'],
    risk: ['112', '911', 'help', 'help me', 'threat*', 'hits', 'hit me', 'hitting', 'beats', 'beaten', 'beat me', 'afraid', 'scared', 'fear', 'terrified', 'danger*', 'suicide', 'suicidal', 'kill*', 'die', 'dying', 'violen*', 'knife', 'weapon', 'gun', 'police', 'emergency', 'abuse*', 'hurt me', 'hurts me', 'locked in', 'strangl*'],
  },
  ar: {
    state: 'draft',
    yes: ['نعم', 'اي', 'ايوه', 'ايوا', 'اجل', 'بلى', 'سأحضر', 'سوف أحضر', 'naam', 'na3am', 'aywa'],
    no: ['لا', 'كلا', 'لا شكرا', 'لن أحضر', 'لا أستطيع', 'la', 'laa'],
    maybe: ['ربما', 'يمكن', 'ممكن', 'لا أعرف', 'لا أدري', 'لست متأكدا', 'rubama', 'yimkin', 'mumkin'],
    stop: ['توقف', 'قف', 'إيقاف', 'أوقف', 'stop'],
    other: ['خير', 'نا'],
    risk: ['112', '١١٢', 'مساعده', 'ساعدوني', 'ساعدني', 'النجده', 'خطر*', 'تهديد*', 'يهدد*', 'هددني', 'يضرب*', 'ضرب*', 'خائف*', 'خايف*', 'أخاف', 'خوف', 'انتحار*', 'انتحر', 'اقتل', 'يقتل*', 'قتل*', 'اموت', 'سكين*', 'سلاح*', 'شرطه', 'الشرطه', 'عنف'],
  },
  so: {
    state: 'draft',
    yes: ['haa', 'haa waan imanayaa', 'waan imanayaa'],
    no: ['maya', 'may', 'maya mahadsanid', 'ma imanayo'],
    maybe: ['malaha', 'laga yaabaa', 'waa laga yaabaa', 'ma hubo', 'ma aqaan', 'ma garanayo'],
    stop: ['jooji', 'joogso', 'stop'],
    other: ['la', 'haye'],
    risk: ['112', 'caawi*', 'i caawi', 'gargaar*', 'khatar*', 'hanjabaad*', 'hanjab*', 'garaac*', 'cabsi*', 'baqay*', 'waan baqayaa', 'isdil*', 'is dil*', 'dilaya', 'dilo', 'mindi', 'boolis*', 'booliis*', 'qori', 'rabshad*'],
  },
  ti: {
    state: 'draft',
    yes: ['እወ', 'እወ ክመጽእ እየ', 'ክመጽእ እየ'],
    no: ['ኣይፋል', 'ኣይፋሉን', 'ኣይመጽእን', 'ኣይመጽእን እየ'],
    maybe: ['ምናልባት', 'ኣይፈልጥን', 'ኣይፈልጥን እየ'],
    stop: ['ደው', 'ደው ኣብል', 'ኣቋርጽ', 'stop'],
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
    stop: ['стоп', 'припинити', 'зупинити', 'stop'],
    other: ['ne', 'не', 'ni'],
    risk: ['112', 'допоможіть', 'допоможи', 'допомога', 'допомогу', 'помогите', 'небезпе*', 'погрож*', 'погроз*', "б'є", 'бє', 'побив*', 'боюсь', 'боюся', 'страшно', 'страх', 'самогубств*', 'вбити', "вб'є", 'вбє', 'вбив*', 'помру', 'ніж', 'зброя', 'зброю', 'поліці*', 'насильств*'],
  },
  fi: {
    state: 'draft',
    yes: ['kyllä', 'joo', 'juu', 'kyllä kiitos', 'tulen', 'kyllä tulen'],
    no: ['ei', 'en', 'ei kiitos', 'en tule', 'en voi tulla', 'en pääse'],
    maybe: ['ehkä', 'mahdollisesti', 'en tiedä', 'en tiedä vielä'],
    stop: ['lopeta', 'seis', 'peruuta', 'stop'],
    other: ['ne', 'jo', 'la', 'no'],
    risk: ['112', 'apua', 'auta', 'auttakaa', 'uhka*', 'uhkaa*', 'uhkail*', 'lyö', 'löi', 'lyönyt', 'hakka*', 'pelkään', 'pelko', 'peloissa*', 'vaara*', 'vaaralli*', 'itsemurh*', 'tappaa', 'tapan', 'kuolla', 'kuolen', 'puukko*', 'ase', 'poliisi*', 'väkival*'],
  },
  pl: {
    state: 'draft',
    yes: ['tak', 'tak przyjdę', 'przyjdę', 'tak będę', 'będę'],
    no: ['nie', 'nie dziękuję', 'nie przyjdę', 'nie mogę', 'nie mogę przyjść'],
    maybe: ['może', 'być może', 'nie wiem', 'jeszcze nie wiem'],
    stop: ['stop', 'zatrzymaj', 'rezygnuję', 'wypisz'],
    // ‘No’ is a lazy yes in Polish.
    other: ['no', 'na', 'ne'],
    risk: ['112', 'pomocy', 'pomoc', 'pomóż*', 'ratunku', 'groźb*', 'grozi', 'groził*', 'bije', 'bił', 'pobił*', 'boję się', 'strach*', 'przemoc*', 'niebezpiecz*', 'samobój*', 'zabije', 'zabić', 'zabij*', 'umrę', 'umrzeć', 'nóż', 'broń', 'policj*'],
  },
  ckb: {
    state: 'draft',
    yes: ['بەڵێ', 'ئەرێ', 'دێم', 'bale', 'belê', 'erê'],
    no: ['نەخێر', 'نا', 'نە', 'نایەم', 'na', 'ne', 'nexêr'],
    maybe: ['لەوانەیە', 'ڕەنگە', 'بەڵکو', 'نازانم', 'belkî', 'renge'],
    stop: ['ڕابگرە', 'بوەستە', 'ڕاوەستە', 'stop'],
    other: ['nie', 'خیر'],
    risk: ['112', '١١٢', 'یارمەتی*', 'هاوکاری', 'فریا*', 'مەترسی*', 'هەڕەشە*', 'لێم دەدات', 'لێیدام', 'لێدان*', 'دەترسم', 'ترس*', 'خۆکوشتن*', 'خۆم دەکوژم', 'دەکوژێت', 'دەمکوژێت', 'کوشتن*', 'چەقۆ*', 'چەک', 'پۆلیس*', 'توندوتیژی*'],
  },
  tr: {
    state: 'draft',
    yes: ['evet', 'evet geliyorum', 'geliyorum', 'geleceğim', 'evet geleceğim'],
    no: ['hayır', 'yok', 'hayır teşekkürler', 'gelmiyorum', 'gelmeyeceğim', 'gelemem'],
    maybe: ['belki', 'olabilir', 'bilmiyorum', 'henüz bilmiyorum', 'emin değilim'],
    stop: ['dur', 'durdur', 'iptal', 'stop'],
    other: ['ne', 'na'],
    risk: ['112', 'imdat', 'yardım', 'yardım edin', 'tehdit*', 'tehlike*', 'dövüyor', 'dövdü', 'dayak', 'vuruyor', 'vurdu', 'korkuyorum', 'korku*', 'intihar*', 'öldür*', 'ölmek', 'ölüm', 'bıçak*', 'silah*', 'polis*', 'şiddet*'],
  },
};

/** 'I have seen it': no answer in any language, however much it sounds like one. */
export const ACKNOWLEDGED: readonly string[] = [
  'ok', 'okej', 'okey', 'okay', 'k', 'oki', 'ok tack', 'okej tack', 'mm', 'mhm', 'fint', 'bra', 'toppen', 'visst', 'sure', 'fine', 'ок', 'добре', 'dobrze', 'dobra', 'hyvä', 'selvä', 'tamam', 'olur', 'haye', 'حاضر', 'طيب', 'تمام', 'اوكي', 'اوکی', 'باشه', 'باشە', 'درست', 'ሕራይ',
];
