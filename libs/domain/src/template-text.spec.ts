import { MESSAGE_TEXTS } from './message-texts';
import { charactersOf, textFaults, textInUse } from './template-text';
import { FAMILY_LANGUAGES, MESSAGE_KINDS } from './vocabulary';

const sound = 'Hej! Svara här: {link} Undrar du något? Ring {phone}';

describe('a text of a municipality', () => {
  it('that says all its kind must say, and no more, is sound', () => {
    expect(textFaults('invitation', sound)).toEqual([]);
  });
  it('every built-in text is sound', () => {
    for (const kind of MESSAGE_KINDS) for (const language of FAMILY_LANGUAGES) {
      const built = MESSAGE_TEXTS[kind][language];
      if (built !== undefined) expect({ kind, language, faults: textFaults(kind, built.body) }).toEqual({ kind, language, faults: [] });
    }
  });
  it.each([
    ['a place it lacks', 'Hej! Svara här: {link}', ['missing-phone']],
    ['a place its kind is not given', `${sound} {date}`, ['unknown-placeholder']],
    ['a place that is misspelt: it would be sent as it stands', 'Hej! {link} { phone }', ['missing-phone', 'stray-brace']],
    ['the same place twice: the text would be twice as dear', `${sound} {link}`, ['placeholder-twice']],
    ['another link than the person’s own', `${sound} https://exempel.se`, ['other-link']],
    ['a link without its beginning', `${sound} svara.exempel.se/x`, ['other-link']],
    ['characters that turn the reading order', `${sound} \u202Eabc`, ['unsafe-characters']],
    ['characters that cannot be seen', `${sound} a\u0000b`, ['unsafe-characters']],
  ])('with %s is refused', (_what, body, faults) => {
    expect(textFaults('invitation', body)).toEqual(faults);
  });
  it('a full stop without a space is no link, nor is an hour', () => {
    expect(textFaults('invitation', 'Hej!Svara.Gärna i dag kl. 10.30: {link} Ring {phone}')).toEqual([]);
  });
});

describe('the characters of a text', () => {
  it('å, ä and ö cost nothing', () => {
    expect(charactersOf('Vi ses på tåget, Åsa och Örjan')).toEqual({ costly: [], plain: [] });
  });
  it('a typographic dash is sent as a plain one, and said to be', () => {
    expect(charactersOf('kl. 10–12 – välkommen…')).toEqual({ costly: [], plain: [{ from: '–', to: '-' }, { from: '…', to: '...' }] });
  });
  it('each that turns the text into UCS-2 is named once', () => {
    expect(charactersOf('Hej 🙂🙂 ș')).toEqual({ costly: ['🙂', 'ș'], plain: [] });
  });
});

describe('the text in use', () => {
  const version = (n: number, state: 'draft' | 'approved' | 'retired', more: { approved?: boolean; withdrawn?: boolean } = {}) => ({ version: n, state, approvedAt: more.approved ? 'then' : null, withdrawnAt: more.withdrawn ? 'then' : null });

  it('withdrawn: the approved one before it comes back, never one that was itself withdrawn, and never a draft', () => {
    const one = version(1, 'retired', { approved: true });
    const two = version(2, 'retired', { approved: true, withdrawn: true });
    const three = version(3, 'approved', { approved: true });
    const draft = version(4, 'draft');
    expect(textInUse.after([one, two, three, draft], three)).toBe(one);
    expect(textInUse.after([one], one)).toBeNull();
  });
});
