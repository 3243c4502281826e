/**
 * Words that would tell someone who glances at a lock screen what a message is about. Three closed lists, all languages
 * together, since a text may be in any of them. Folded before use (case, accents), so they are written as people write them.
 *
 * A word belongs here when it names the agency, the method, the law, a child or family, or a reason. "Möte", "tid", "svar"
 * and "plan" do not: they are in every message a hairdresser sends.
 */

/** Whole words only: inside other words they mean something else. Not here: sol and son, which are sun and last to some readers. */
export const REVEALING_WORDS: readonly string[] = [
  // Swedish
  'soc', 'lvu', 'lvm', 'lss', 'bup', 'bvc', 'bbic', 'ivo', 'mamma', 'pappa', 'din son', 'er son', 'sonen', 'dotter', 'ärende', 'ärendet', 'insats', 'insatser', 'våld', 'missbruk',
  // English
  'kid', 'kids', 'fgc', 'custody', 'abuse', 'mum', 'mom', 'dad', 'your son', 'daughter',
  // Somali
  'ilmo', 'ilmaha', 'ilmahaaga', 'cunug', 'cunugga', 'degmo', 'degmada', 'qoys', 'qoyska', 'qoyskaaga',
  // Arabic, Dari, Persian, Kurdish: short words that are parts of others
  'ابن', 'ابنك', 'ابنتك', 'فرزند', 'سوسیال',
  // Finnish, Polish, Turkish
  'kunta', 'kunnan', 'sossu', 'córka', 'oğlun', 'kızın', 'velayet',
  // Somali
  'aabo', 'aabbo', 'aabaha', 'aabbaha', 'wiilkaaga', 'gabadhaada', 'kiis', 'kiiska', 'kiiskaaga',
  // Ukrainian
  'син', 'сина', 'сину', 'сином', 'мама', 'мами', 'мамі', 'маму', 'тато', 'тата', 'справу', 'справи', 'справою', 'владу', 'комуна', 'комуни', 'комуні', 'суду',
  // Polish
  'syna', 'synem', 'synowi', 'twój syn', 'mamę', 'ojciec', 'ojca', 'ojcem', 'sprawa', 'sprawy', 'sprawę', 'sprawie', 'piecza', 'pieczy', 'pieczę', 'sądu', 'mops', 'gops',
  // Finnish
  'isän', 'isäsi', 'isää', 'poika', 'pojan', 'poikasi', 'kuntaa', 'kunnasta', 'kunnalle', 'kuntaan', 'suku',
  // Turkish
  'annesi', 'annen', 'anneniz', 'babası', 'babanız', 'oğlunuz', 'kızınız', 'vasi', 'dava',
  // Tigrinya
  'ኣደ', 'ኣዴኹም', 'ኣቦ', 'ኣቦኹም', 'ጉዳይ', 'ጉዳይኩም', 'በደል',
  // Persian
  'نوزاد', 'نوه', 'دولت', 'حکومت', 'ولسوالی', 'دەسەڵات', 'کەیس', 'دایک', 'دایکت', 'دایکی', 'دایکم',
];

/** Beginnings of words: barn also stops barnet, barnets, barnvård. */
export const REVEALING_STEMS: readonly string[] = [
  // Swedish
  'barn', 'familj', 'kommun', 'utredning', 'placering', 'vårdnad', 'omhänderta', 'myndighet', 'nämnd', 'enhetschef', 'stödperson', 'samordnare', 'handläggare',
  'samtycke', 'sekretess', 'soss', 'soctjänst', 'sockontor', 'socsekreterare', 'anmälan', 'anmält', 'förhandsbedömning', 'kontaktförbud', 'släkt', 'anhörig', 'nätverksmöte', 'kontaktfamilj',
  // English
  'social', 'child', 'famil', 'municipal', 'council', 'investigat', 'safeguard', 'guardian', 'welfare', 'foster', 'authorit', 'caseworker', 'coordinator', 'relatives',
  // Somali
  'carruur', 'caruur', 'bulsho', 'bulshad', 'bulshe', 'adeegga bulsh', 'adeegyada bulsh', 'dowladda hoose', 'dawladda hoose', 'baaritaan', 'baadhitaan', 'qaraabo', 'ehel', 'waalid',
  'qoys', 'ubad', 'hooyo', 'dowlad', 'dawlad', 'rabshad', 'xadgud', 'tacadd', 'xannaan', 'soosiyaal', 'sooshal', 'degmooyin', 'reerk', "hay'ad",
  // Ukrainian
  'соціал', 'дитин', 'дітей', 'діти', 'дітям', 'родин', 'сімейн', 'муніципал', 'громад', 'опік', 'розслідуван', 'родич',
  "сім'ї", "сім'ю", "сім'я", 'сімей', 'дітьм', 'дитяч', 'неповноліт', 'доньк', 'дочк', 'батьк', 'матер', 'бабус', 'онук', 'соцслужб', 'соцпрац', 'насил', 'знущан', 'піклув', 'усиновл', 'алімент',
  // Finnish
  'sosiaal', 'laps', 'perhe', 'lastensuojel', 'huoli-ilmoit', 'huoliilmoit', 'läheisneuvonpi', 'huoltaj', 'viranomai', 'sukulai', 'kunnallis',
  'lasten', 'alaikäi', 'väkival', 'pahoinpit', 'hyväksikäyt', 'laiminly', 'huosta', 'sijais', 'huolenpi', 'edunvalvo', 'elatusa', 'tapaamisoik', 'vanhemma', 'vanhempie', 'äiti', 'äidi', 'tytär', 'tyttär', 'virasto', 'virkail', 'sosku', 'turvako',
  // Polish
  'socjal', 'społeczn', 'dziec', 'rodzin', 'gmin', 'opiek', 'dochodzen', 'krewn', 'urzęd', 'urząd',
  'córk', 'małoletni', 'nieletni', 'rodzic', 'matk', 'wnuk', 'wnucz', 'babci', 'przemoc', 'znęca', 'zaniedb', 'śledztw', 'postępowani', 'zgłoszen', 'kurator', 'władz', 'aliment', 'rozwod', 'rozwód', 'adopc', 'zastępcz',
  // Turkish
  'sosyal', 'çocu', 'aile', 'belediye', 'soruşturma', 'akraba', 'vesayet',
  'velayet', 'evlat', 'evlad', 'bebek', 'ebeveyn', 'torun', 'yeğen', 'şiddet', 'istismar', 'taciz', 'komün', 'kurum', 'makam', 'boşand', 'boşanma', 'koruyucu', 'ihbar', 'inceleme',
];

/** Anywhere inside a word: compounds, and scripts that glue the article and prepositions on. */
export const REVEALING_PARTS: readonly string[] = [
  // Swedish
  'socialtjänst', 'socialsekreterare', 'socialkontor', 'socialnämnd', 'socialförvaltning', 'familjeråd', 'rådslag', 'orosanmäl', 'kommunen', 'barnavård', 'familjehem',
  // English
  'social service', 'social worker', 'family group conference', 'family meeting',
  // Arabic
  'اجتماعي', 'الاجتماعية', 'طفل', 'اطفال', 'أطفال', 'عائل', 'أسرة', 'اسرتك', 'بلدية', 'البلديه', 'تحقيق', 'حضانة', 'أقارب', 'الوصي', 'حماية',
  // Dari and Persian
  'اجتماعی', 'کودک', 'اطفال', 'خانواد', 'فامیل', 'شهرداری', 'شاروالی', 'کمون', 'تحقیقات', 'سرپرست', 'حضانت', 'خویشاوند',
  'فرزند', 'بچه', 'خشونت', 'بدرفتاری', 'سوءاستفاده', 'اعتیاد', 'معتاد', 'مددکار', 'والدین', 'بستگان', 'پرونده', 'دوسیه', 'دادگاه', 'محکمه', 'مادر', 'پدر', 'دختر', 'سوسیال', 'بهزیستی', 'هماهنگ‌کننده', 'اولاد', 'لت‌وکوب',
  // Kurdish (Sorani)
  'منداڵ', 'مناڵ', 'خێزان', 'شارەوان', 'کۆمەڵایەت', 'لێکۆڵین', 'خزم', 'سەرپەرشت',
  'باوک', 'دایباب', 'بنەماڵە', 'کەسوکار', 'زاڕۆک', 'سۆسیال', 'کۆمون', 'کۆمۆن', 'فەرمانگە', 'توندوتیژی', 'لێپرسینەوە', 'دۆسیە', 'دادگا', 'بەخێوکردن', 'کوڕەکە', 'کچەکە',
  // Tigrinya
  'ቆልዓ', 'ቆልዑ', 'ህጻን', 'ህጻናት', 'ሕጻን', 'ሕጻናት', 'ስድራ', 'ማሕበራዊ', 'ማሕበራውያን', 'ምምሕዳር', 'ኮሙን', 'መርመራ', 'ወለዲ', 'ቤተሰብ', 'ኣዝማድ',
  'ማህበራዊ', 'ህፃን', 'ሕፃን', 'ህፃናት', 'ሕፃናት', 'ውላድ', 'ውሉዳት', 'ደቅኹም', 'ህጻውንቲ', 'ሕጻውንቲ', 'ሶሻል', 'ሶሽያል', 'ኣላይነት', 'በዓል መዚ', 'በዓልቲ መዚ', 'ምርመራ', 'ዓመጽ', 'ግፍዒ', 'አዝማድ',
];
