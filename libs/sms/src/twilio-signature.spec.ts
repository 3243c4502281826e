import { signedByTwilio, twilioSignature, type TwilioRequest } from './twilio-signature';

/** Published by Twilio: its page on webhook security and the tests of its own libraries. */
const TOKEN = '12345';
const URL_ = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const FORM = 'Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE';
const SIGNATURE = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';
const JSON_BODY = '{"property": "value", "boolean": true}';
const JSON_HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';

const posted = (facts: Partial<TwilioRequest> = {}): TwilioRequest => ({ url: URL_, form: FORM, body: Buffer.from(FORM), signature: SIGNATURE, ...facts });
const signed = (facts: Partial<TwilioRequest> = {}, tokens: readonly string[] = [TOKEN]): boolean => signedByTwilio(posted(facts), tokens);

describe('what Twilio has signed', () => {
  it('is what its published examples say', () => {
    expect(twilioSignature(TOKEN, URL_, new URLSearchParams(FORM))).toBe(SIGNATURE);
    expect(signed()).toBe(true);
    expect(signed({ form: 'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234', signature: 'IK+Dwps556ElfBT0I3Rgjkr1wJU=' })).toBe(true);
    expect(signed({ signature: 'kvajT1Ptam85bY51eRf/AJRuM3w=' })).toBe(true);
    expect(signed({ url: URL_.replace('https', 'http'), signature: '0ZXoZLH/DfblKGATFgpif+LLRf4=' })).toBe(true);
    expect(signed({ url: URL_.replace('.com', '.com:443') })).toBe(true);
  });

  it('of a body that is no form is the address with the hash of the body in it', () => {
    const json = { url: `${URL_}&bodySHA256=${JSON_HASH}`, form: null, body: Buffer.from(JSON_BODY), signature: 'a9nBmqA0ju/hNViExpshrM61xv4=' };
    expect(signed(json)).toBe(true);
    expect(signed({ ...json, body: Buffer.from(JSON_BODY.replace('true', 'false')) })).toBe(false);
    // A signed address without the hash says nothing of the body.
    expect(signed({ form: null, body: Buffer.from(JSON_BODY), signature: twilioSignature(TOKEN, URL_, new URLSearchParams()) })).toBe(false);
    const twice = `${URL_}&bodySHA256=${JSON_HASH}&bodySHA256=00`;
    expect(signed({ ...json, url: twice, signature: twilioSignature(TOKEN, twice, new URLSearchParams()) })).toBe(false);
  });

  it.each([
    ['no signature', { signature: undefined }], ['an empty one', { signature: '' }], ['another', { signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B9=' }],
    ['letters that are no base64', { signature: 'å'.repeat(28) }],
    ['another address', { url: `${URL_}3` }], ['another host', { url: URL_.replace('mycompany', 'yourcompany') }], ['another port', { url: URL_.replace('.com', '.com:8443') }],
    ['a changed value', { form: FORM.replace('Digits=1234', 'Digits=1235') }], ['one more value', { form: `${FORM}&Digits=9` }], ['one more name', { form: `${FORM}&Extra=1` }],
    ['one name less', { form: FORM.replace('Digits=1234&', '') }],
  ])('is not what comes with %s', (_what, facts) => {
    expect(signed(facts)).toBe(false);
  });

  it('is known by any of the tokens that an account has just now, and by no other', () => {
    expect(signed({}, ['other', TOKEN])).toBe(true);
    expect(signed({}, ['other'])).toBe(false);
    expect(signed({}, [])).toBe(false);
  });
});
