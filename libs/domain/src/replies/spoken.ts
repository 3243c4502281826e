import { bareWords, plainLetters } from './letters';
import { once } from './once';
import { CLOSINGS, POLITE } from './polite-words';

/** What the writer says, apart from what the phone and the thread put around it. */
export type Spoken = {
  /** Their own words: without the phone's signature, without what they quote. */
  own: string;
  /** Set when the text is a reaction to a message ('Gillade ”…”', '👍 to “…”'): what it was a reaction to. */
  reactedTo: string | null;
};

export function spokenIn(text: string): Spoken {
  const plain = plainLetters(text).trim();
  const reaction = patterns().REACTION.exec(plain);
  if (reaction) return { own: '', reactedTo: (reaction.groups?.['quoted'] ?? '').trim() };
  const own = withoutQuotes(withoutSignature(withoutThread(plain)));
  return { own, reactedTo: null };
}

/** Lines that answer above what they answer: '> …', and all that follows 'Den 3 dec skrev …:'. */
function withoutThread(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, i) => i > 0 && THREAD_BEGINS.test(line.trim()));
  return (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^\s*[>|]/.test(line)).join('\n');
}
const THREAD_BEGINS = /^(?:--+|__+|—|-{2,}\s*(?:original|ursprungligt|vidarebefordrat|forwarded).*|(?:den|on|le|am|dnia)\s.{4,80}(?:skrev|wrote|napisał|kirjoitti).*:|(?:från|from|lähettäjä|od|kimden|من|від):\s.+)$/iu;

function withoutSignature(text: string): string {
  let rest = text.trim();
  for (let again = true; again; ) {
    again = false;
    for (const signature of patterns().DEVICE_SIGNATURES) {
      const found = signature.exec(rest);
      if (found) {
        rest = rest.slice(0, found.index).trim();
        again = true;
      }
    }
  }
  return rest;
}

/** A text that is nothing but a quotation (and thanks) is said by whoever wrote it; beside other words it is somebody else's. */
function withoutQuotes(text: string): string {
  const rest = text.replace(patterns().QUOTED, ' ');
  const beside = bareWords(rest.slice(0, patterns().CLOSES.exec(rest)?.index ?? undefined));
  return beside.split(' ').every((word) => patterns().MANNERS.has(word)) ? text : rest;
}

const patterns = /* @__PURE__ */ once(() => {
  const DEVICE = String.raw`(?:i\s?-?phone|i\s?-?pad|ipod|android|samsung|galaxy|huawei|xiaomi|oneplus|pixel|nokia|motorola|sony|xperia|outlook|hotmail|gmail|yahoo|proton\s?mail|windows|smartphone|blackberry|mobil\w*|telefon\w*|matkapuhelim\w*|komórk\w*|cep\s?telefon\w*|apple\s?mail|e-?post\w*|mail|message\+|آيفون|ایفون|آیفون|ئایفۆن\S*|جوال\S*|هاتفي|موبایل\S*|телефон\w*)`;
  const SENT = String.raw`(?:skickat|skickad|sänt|sent|hämta|get|gesendet|lähetetty|wysłan[eoya]|wysłano|wyslane|gönderildi|gönderilmiştir|надіслано|відправлено|отправлено|отправлен|أ?رسلت?|مرسل(?:ة)?|تم\s+الإرسال|ارسال\s+شده|فرستاده\s+شده|نێردراوە?|laga\s+soo\s+diray|ዝተላእከ|ተላኢኹ)`;
  const DEVICE_SIGNATURES = [
    new RegExp(String.raw`(?:^|[\s.,!?;:–—-])${SENT}\s[^\n.!?]{0,24}?${DEVICE}[^\n]{0,40}$`, 'iu'),
    new RegExp(String.raw`(?:^|[\n.,!?])\s*[^\n.!?]{0,20}${DEVICE}\S{0,12}\s[^\n.!?]{0,12}${SENT}[^\n]{0,10}$`, 'iu'),
  ];
  const OPEN = '[“”„«»"‘‟″]';
  const CLOSE = '[“”»«"’‟″]';
  const QUOTED = new RegExp(`${OPEN}[^“”„«»"‟″]*${CLOSE}`, 'gu');
  const CLOSES = new RegExp(`(?:^|\\s)(?:${CLOSINGS.join('|')})(?=\\s)`, 'iu');
  const MANNERS: ReadonlySet<string> = new Set(['', ...POLITE.flatMap((phrase) => bareWords(phrase).split(' '))]);
  /** How phones write a reaction when the other end is an SMS: the verb, a picture, or both, and the message in quotation marks until the end. */
  const VERBS = [
    'liked', 'loved', 'disliked', 'laughed at', 'laughed', 'emphasi[sz]ed', 'questioned', String.raw`reacted(?: with)?[^“”"«]{0,12}?(?: to)?`, String.raw`removed an? [\p{L} ]{2,24} from`, 'to', 'replied to',
    'gillade', 'gillar', 'älskade', 'älskar', 'ogillade', 'ogillar', 'skrattade åt', 'skrattade', 'betonade', 'underströk', 'framhävde', 'ifrågasatte', 'frågasatte', 'undrade över', String.raw`reagerade(?: med)?[^“”"«]{0,12}?(?: på| till)?`, String.raw`tog bort [\p{L} -]{2,40} från`, 'till', 'på', 'svarade på',
    'tykkäsi', 'piti', 'rakasti', 'nauroi', 'ei tykännyt', 'ei pitänyt', 'korosti', 'kyseenalaisti', String.raw`reagoi[^“”"«]{0,20}?`,
    'polubiono', 'polubił[ao]?', 'lubi', 'uwielbi[ao]n?o?', 'kocha', 'nie lubi', 'nie polubi[ło]+n?o?', 'wyśmian?o?', 'śmieje się z', 'rozbawiło', 'podkreślono', 'podkreśla', 'zakwestionowano', 'kwestionuje', String.raw`zareagowa[nł][oa]?[^“”"«]{0,12}?(?: na)?`,
    'beğendi', 'beğenildi', 'sevdi', 'bayıldı', 'güldü', 'beğenmedi', 'vurguladı', 'sorguladı', String.raw`tepki verdi[^“”"«]{0,8}`,
    'сподобалося', 'сподобалось', 'вподобано', 'уподобано', 'обожнює', 'не сподобалося', 'не сподобалось', 'сміється з', 'розсмішило', 'виділено', 'підкреслено', 'поставлено під сумнів', 'запитання', String.raw`реакція[^“”"«]{0,12}`, 'понравилось', 'понравилося', 'нравится', 'не понравилось', 'не нравится', 'рассмешило', 'смеётся над', 'обожает', 'выделено', 'вопрос', String.raw`реакция[^“”"«]{0,12}`,
    'أعجبني', 'أعجبه', 'أعجبها', 'أعجب بـ?', 'أحببت', 'أحب', 'لم يعجبني', 'لم يعجبه', 'ضحكت? على', 'تم التأكيد على', 'أكد على', 'تساءل عن', 'تساءل حول', String.raw`تفاعل[^“”"«]{0,16}`,
    'پسندید', 'پسندیدم', 'دوست داشت', 'عاشق', 'نپسندید', 'خندید به', 'به', 'تأکید کرد', 'تأکید کرد بر', 'پرسید درباره', String.raw`واکنش[^“”"«]{0,16}`,
    'waa jeclaaday', 'wuu jeclaaday', 'way jeclaatay', 'بەدڵی بوو', 'حەزی لێیە', 'پێکەنی بە', 'ፈትዩ', 'ፈትያ', 'ዘየድል',
  ];
  const PICTURE = String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\s]`;
  const REACTION = new RegExp(String.raw`^(?:${PICTURE}*(?:${VERBS.join('|')})${PICTURE}*:?|${PICTURE}+)\s*${OPEN}(?<quoted>.*?)${CLOSE}?\s*(?:\.{3})?(?:${CLOSE})?\s*$|^${OPEN}(?<turned>.*)${CLOSE}\s*(?:beğendi|beğenildi|sevdi|bayıldı|güldü|beğenmedi|vurguladı|sorguladı|tepki verdi|را پسندید|را دوست داشت)\s*\.?$|^(?:${VERBS.slice(0, 6).join('|')}|gillade|älskade|ogillade|skrattade åt|betonade|ifrågasatte) (?:en bild|ett foto|en video|ett meddelande|ett klistermärke|an image|a photo|a video|a movie|a sticker|an attachment|a message)\.?$`, 'isu');
  return { DEVICE_SIGNATURES, QUOTED, CLOSES, MANNERS, REACTION };
});
