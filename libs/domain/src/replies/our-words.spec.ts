import * as fc from 'fast-check';
import { messageValues, renderMessage } from '../messages';
import { MESSAGE_TEXTS } from '../message-texts';
import { FAMILY_LANGUAGES, MESSAGE_KINDS, type FamilyLanguage, type MessageKind } from '../vocabulary';
import { ourWords } from './our-words';
import { readReply } from './read-reply';

/** As it stands on a phone, with values that are in no text of the catalogue. */
const sent = (kind: MessageKind, language: FamilyLanguage): string =>
  renderMessage(kind, language, messageValues({ link: 'https://rad.example/r/7Gd8sJk2LmNp3QrStUvWx1', phone: '+46701740699', outOfHours: '+46701740698', date: '2026-12-24', from: '09:30', to: '11:00' }, language)).text;
const every = MESSAGE_KINDS.flatMap((kind) => FAMILY_LANGUAGES.filter((language) => MESSAGE_TEXTS[kind][language] !== undefined).map((language) => [kind, language] as const));

const REACTIONS: readonly ((text: string) => string)[] = [
  (text) => `Gillade ”${text}”`, (text) => `Gillade ”… ${text.slice(-9)}”`, (text) => `Älskade “${text}”`, (text) => `Skrattade åt "${text}"`, (text) => `Ogillade ”${text.slice(0, 40)}…”`, (text) => `Betonade ”${text}`, (text) => `Ifrågasatte ”${text}”`, (text) => `Reagerade med 👍 på ”${text}”`, (text) => `Tog bort en gilla-markering från ”${text}”`,
  (text) => `Liked “${text}”`, (text) => `Loved “${text.slice(0, 30)}...”`, (text) => `Disliked "${text}"`, (text) => `Laughed at “${text}”`, (text) => `Emphasized “${text}”`, (text) => `Questioned “${text}”`, (text) => `Reacted 😢 to “${text}”`, (text) => `Removed a like from “${text}”`,
  (text) => `\u200a👍\u200a to “\u200a${text}\u200a” `, (text) => `❤️ till ”${text}”`, (text) => `😂 “${text}”`, (text) => `Tykkäsi: ”${text}”`, (text) => `Polubiono „${text}”`, (text) => `Zareagowano 👍 na „${text}”`, (text) => `Сподобалося «${text}»`, (text) => `Понравилось «${text}»`, (text) => `أعجبني "${text}"`, (text) => `پسندید «${text}»`, (text) => `“${text}” beğendi`, (text) => `Beğendi “${text}”`,
];

describe('a text of ours that comes back', () => {
  it.each(every)('%s in %s says nothing, and is no cry for help: forwarded, quoted, cut', (kind, language) => {
    const text = sent(kind, language);
    const back = [text, `Fwd: ${text}`, `"${text}"`, `> ${text}`, `${text.slice(0, Math.floor(text.length * 0.7))}…`, `Vem är detta? ”${text}”`, `Ni skrev:\n${text}`];
    for (const one of back) expect([one, readReply(one, 'sv').urgent, readReply(one, 'sv').says]).toEqual([one, false, 'text']);
  });
  it.each(REACTIONS.map((react) => [react('…'), react] as const))('as a reaction (%s) it is one, whatever it was a reaction to', (_name, react) => {
    for (const [kind, language] of every) expect(readReply(react(sent(kind, language)), 'sv')).toEqual({ says: 'text', unclear: 'reaction', urgent: false });
  });
  it('the words of the person beside it are theirs', () => {
    const text = sent('autoReply', 'sv');
    expect(readReply(`Hjälp mig!\n> ${text}`, 'sv')).toMatchObject({ says: 'text', urgent: true });
    expect(readReply(`${text} Han slår mig`, 'sv')).toMatchObject({ says: 'text', urgent: true });
    expect(readReply(`Stopp\n\n${text}`, 'sv')).toMatchObject({ says: 'stop', urgent: false });
    expect(readReply(`Ja\n> ${sent('invitation', 'sv')}`, 'sv')).toMatchObject({ says: 'yes', urgent: false });
    expect(readReply(`${sent('invitation', 'en')}\nNej`, 'sv')).toMatchObject({ says: 'no', urgent: false });
  });
  it('a sentence that happens to be as short as one of ours is the person’s own', () => {
    for (const text of ['Ring 112', 'Ring 112!', 'ring 112 nu', 'Jag sa ”ring 112” till henne', 'It is an emergency call 112', 'Det är akut, ring 112', 'Gillade inte när han hotade mig', 'Gillade ”han ska döda mig”', '> han sa att han ska döda mig']) expect([text, readReply(text, 'sv').urgent]).toEqual([text, true]);
  });
  it('a municipality’s own words are known too, and a retired text as well', () => {
    const own = 'Hej, svar hit läses av en maskin. Är det bråttom eller farligt ringer du {outOfHours}, annars {phone}. Polis och ambulans: 112.';
    const back = 'Gillade ”Hej, svar hit läses av en maskin. Är det bråttom eller farligt ringer du 070-174 06 98, annars 070-174 06 99. Polis och ambulans: 112.”';
    expect(readReply(back, 'sv').urgent).toBe(true);
    expect(readReply(back, 'sv', ourWords([{ kind: 'autoReply', language: 'sv', body: own }]))).toEqual({ says: 'text', unclear: 'reaction', urgent: false });
  });
  it('danger that somebody adds to it is always seen', () => {
    fc.assert(
      fc.property(fc.constantFrom(...every), fc.constantFrom('hjälp mig', 'han slår mig', 'I am scared', 'ساعدوني', 'допоможіть'), fc.boolean(), ([kind, language], cry, before) => {
        const text = sent(kind, language);
        return readReply(before ? `${cry}. ${text}` : `${text} ${cry}`, language).urgent;
      }),
    );
  });
});
