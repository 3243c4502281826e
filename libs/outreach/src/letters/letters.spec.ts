import { revealingWords } from '@radslag/domain';
import { letterDocument, type LetterFacts } from './letter-document';
import { LETTER_TEMPLATE } from './letter-template';
import { LETTER_MATTERS, WRITTEN_LETTERS } from './letter-words';
import { pressPdf } from './press';

const facts = (over: Partial<LetterFacts> = {}): LetterFacts => ({
  large: false, language: 'sv', name: 'Gunnel Nordin', address: 'Storgatan 1\n123 45 Alnäs', matter: 'asks', date: null, from: null, to: null, answerBy: '2026-12-01', phone: '+46701740605', agreedWord: 'Blåsippa',
  site: 'svar.example/kod', link: 'https://svar.example/r/0123456789abcdefghijkl', code: 'ABCDE FGHJK', ...over,
});
const told = { matter: 'tells', date: '2026-12-10', from: '16:30', to: '20:00' } as const;

describe('a letter', () => {
  it('asks, tells a time, tells that it moved or no longer applies', () => {
    expect(letterDocument(facts())).toMatchObject({ heading: 'En fråga om en tid', answerBy: 'Svara gärna senast tisdag 1 december 2026.', type: 'Eller gå till svar.example/kod och skriv den här koden:', code: 'ABCDE FGHJK', word: 'Blåsippa' });
    expect(letterDocument(facts(told)).lead).toMatch(/^Hej! Nu är dagen klar: torsdag 10 december 2026 .*16\.30–20/);
    expect(letterDocument(facts({ ...told, matter: 'cancelled' }))).toMatchObject({ lead: 'Hej! Tiden torsdag 10 december 2026 gäller inte längre. Du behöver inte göra något.', code: '', qr: '', scan: '' });
  });
  it.each(WRITTEN_LETTERS.map(([language]) => language))('says nothing in %s of agency, child or reason', (language) => {
    for (const matter of LETTER_MATTERS) {
      const { envelope: _whose, qr: _picture, ...words } = letterDocument(facts({ ...told, matter, language }));
      expect(revealingWords(Object.values(words).join(' '), { names: ['Gunnel Nordin', 'Ella Alm'] })).toEqual([]);
    }
  });
  it('has on the envelope the person and the address, and nobody who sent it', () => {
    expect(letterDocument(facts()).envelope).toEqual(['Gunnel Nordin', 'Storgatan 1', '123 45 Alnäs']);
  });
  it('is in Swedish where there are no words of the reader’s own language yet', () => {
    expect(letterDocument(facts({ language: 'sv-x-lattlast' })).heading).toBe('En fråga om en tid');
  });
  it('comes in large print, and says the same', async () => {
    const pages = async (large: boolean) => (await pressPdf(LETTER_TEMPLATE, letterDocument(facts({ ...told, large })))).toString('latin1').match(/\/Type \/Page\b/g)!.length;
    expect(letterDocument(facts({ ...told, large: true }))).toEqual({ ...letterDocument(facts(told)), large: true });
    expect(await pages(false)).toBe(1);
    expect(await pages(true)).toBeLessThanOrEqual(2);
  });
  it.each(['sv', 'ar', 'ti', 'uk', 'ckb', 'prs'] as const)('is a tagged PDF with a picture that is described, in %s', async (language) => {
    const text = (await pressPdf(LETTER_TEMPLATE, letterDocument(facts({ ...told, language, name: '#import "x" *ej*' })))).toString('latin1');
    expect(text.slice(0, 5)).toBe('%PDF-');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('/Figure');
  });
});
