import { asksNotToBeCalled } from './no-calls';

describe('a wish not to be called', () => {
  it.each([
    'Ja, men ring mig inte', 'RING INTE', 'ja. Ring mig absolut inte!', 'Ring aldrig', 'jag vill inte bli uppringd', 'Jag vill inte att ni ringer', 'sluta ringa', 'Yes but please don’t call me', 'Do not phone', 'no calls please',
    'نعم ولكن لا تتصلوا بي', 'أنا قادم، لا أريد اتصالاً', 'Haa, laakiin ha i soo wicin', 'እወ፡ ግን ኣይትደውሉለይ', 'بلی، اما زنگ نزنید', 'لطفا تماس نگيريد', 'Так, але не дзвоніть мені', 'Tulen, älkää soittako', 'Tak, ale nie dzwońcie',
    'بەڵێ، بەڵام تەلەفۆن مەکەن', 'Evet ama beni aramayın',
  ])('is heard in %s', (text) => expect(asksNotToBeCalled(text)).toBe(true));
  it.each(['Ja', 'Ring mig', 'Ring mig gärna, jag hinner inte skriva', 'glöm inte ringa mig', 'Call me tomorrow', 'Ring! Jag kommer inte', 'اتصلوا بي', 'Soita minulle', 'zadzwoń', 'Beni ara', 'Vår son Ring'])('is not heard in %s', (text) => expect(asksNotToBeCalled(text)).toBe(false));
});
