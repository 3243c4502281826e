/** What people put around a word without changing it: greetings, thanks, 'please'. Taken away at either end before a reply is read. */
export const POLITE: readonly string[] = [
  // Swedish and English
  'hej', 'hej hej', 'hejsan', 'hallå', 'tjena', 'hejdå', 'god morgon', 'god dag', 'goddag', 'god kväll', 'godkväll', 'tack', 'tack så mycket', 'tusen tack', 'tack för mig', 'tackar', 'tack på förhand', 'snälla', 'snälla ni', 'vänligen', 'var snäll', 'var vänlig', 'är ni snälla',
  'hi', 'hi there', 'hello', 'hey', 'dear sir', 'good morning', 'good day', 'good evening', 'thanks', 'thank you', 'thank you very much', 'thank you so much', 'many thanks', 'thx', 'ty', 'please', 'pls', 'plz', 'kindly', 'cheers', 'sorry', 'förlåt', 'ursäkta',
  // Arabic
  'شكرا', 'شكرا جزيلا', 'شكرا لكم', 'من فضلك', 'من فضلكم', 'لو سمحت', 'لو سمحتم', 'رجاء', 'ارجوك', 'ارجوكم', 'مرحبا', 'السلام عليكم', 'سلام عليكم', 'سلام', 'اهلا', 'عفوا', 'shukran',
  // Somali, Tigrinya
  'mahadsanid', 'mahadsanidiin', 'waad mahadsan tahay', 'waad mahadsantahay', 'fadlan', 'salaan', 'iska warran', 'asc', 'salaamu calaykum', 'የቐንየለይ', 'የቅንየለይ', 'በጃኹም', 'በጃኻ', 'በጃኺ', 'ሰላም', 'ይቕሬታ',
  // Dari, Persian
  'ممنون', 'ممنونم', 'متشکرم', 'تشکر', 'خیلی ممنون', 'مرسی', 'سپاس', 'لطفا', 'خواهش میکنم', 'خواهش می کنم', 'درود', 'ببخشید', 'lotfan', 'mersi', 'tashakor',
  // Ukrainian, Russian
  'дякую', 'спасибі', 'щиро дякую', 'будь ласка', 'прошу', 'прошу вас', 'добрий день', 'доброго дня', 'добрий вечір', 'привіт', 'вибачте', 'спасибо', 'пожалуйста', 'здравствуйте', 'добрый день', 'извините', 'привет',
  // Finnish, Polish
  'kiitos', 'kiitti', 'paljon kiitoksia', 'hei', 'moi', 'terve', 'olkaa hyvä', 'ole hyvä', 'ole kiltti', 'olkaa kilttejä', 'pyydän', 'anteeksi', 'ystävällisesti', 'dziękuję', 'dziekuje', 'dzięki', 'bardzo dziękuję', 'proszę', 'proszę was', 'bardzo proszę', 'dzień dobry', 'dobry wieczór', 'cześć', 'przepraszam',
  // Central Kurdish, Turkish
  'سوپاس', 'زۆر سوپاس', 'تکایە', 'سڵاو', 'ببوورە', 'spas', 'teşekkürler', 'teşekkür ederim', 'tesekkurler', 'çok teşekkürler', 'sağol', 'sağolun', 'sağ olun', 'lütfen', 'merhaba', 'selam', 'iyi günler', 'özür dilerim', 'rica ederim',
];

/** Before these a word is done, and what follows (three words at most) is a name. */
export const CLOSINGS: readonly string[] = [
  'mvh', 'm v h', 'vh', 'med vänlig hälsning', 'med vänliga hälsningar', 'vänliga hälsningar', 'vänlig hälsning', 'hälsningar', 'hälsar', 'kram', 'kramar', 'best regards', 'kind regards', 'regards', 'از طرف', 'مع تحياتي', 'تحياتي', 'با احترام',
  'z poważaniem', 'pozdrawiam', 'terveisin', 'terv', 'saygılarımla', 'selamlar', 'з повагою', 'с уважением', 'لەگەڵ ڕێز',
];
