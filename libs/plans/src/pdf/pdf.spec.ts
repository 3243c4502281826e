import type { ReleasedPlan } from '../read-released-plan';
import { documentForOne, documentForStaff } from './document';
import { typeset } from './typeset';

const plan: ReleasedPlan = {
  focalName: 'Ella',
  madeOn: '2026-12-10',
  mine: [
    { actionId: 'a', what: 'Hämta Ella i skolan', whenText: 'torsdagar kl. 15', dueOn: '2026-12-17', planB: 'ring mormor', lastReport: null },
    { actionId: 'b', what: '#import "x" *inte fetstil* $1$ \\ [', whenText: '', dueOn: null, planB: '', lastReport: null },
  ],
  others: [
    { who: 'moster', what: 'Ella sover där varannan helg', whenText: 'varannan fredag', dueOn: null },
    { who: 'Gunnel N.', what: 'ትምህርቲ مدرسة', whenText: '', dueOn: null },
  ],
  following: [], conditions: null, conditionsWithheld: false,
  reviewOn: '2027-03-09',
  meetsOn: null,
};

describe('the plan on paper', () => {
  it('begins with what the reader does, and numbers run on into what others do', () => {
    const [mine, others, review] = documentForOne(plan, 'sv').sections;
    expect(mine).toMatchObject({ title: 'Det här gör du', start: 1 });
    expect(mine!.items[0]).toEqual({ what: 'Hämta Ella i skolan', lines: ['När: torsdagar kl. 15, senast torsdag 17 december 2026', 'Om det inte går: ring mormor'] });
    expect(others).toMatchObject({ title: 'Det här gör andra', start: 3 });
    expect(others!.items.map((item) => item.lines[0])).toEqual(['moster', 'Gunnel N.']);
    expect(review).toMatchObject({ title: 'Planen följs upp', note: 'Senast tisdag 9 mars 2027. Dagen är inte bokad än.' });
  });

  it('says that they meet again only when that day is booked', () => {
    expect(documentForOne({ ...plan, meetsOn: '2027-03-02' }, 'sv').sections.at(-1)).toMatchObject({ title: 'Vi ses igen', note: 'tisdag 2 mars 2027. Då pratar vi om hur det har gått.' });
    expect(JSON.stringify([documentForOne(plan, 'sv'), documentForOne(plan, 'en')])).not.toMatch(/Vi ses igen|We meet again/);
    expect(documentForOne({ ...plan, reviewOn: null }, 'sv').sections.map((section) => section.title)).toEqual(['Det här gör du', 'Det här gör andra']);
  });

  it('says what the reader checks and on what conditions, in a row of numbers', () => {
    const follows = { ...plan, following: [{ who: 'Gunnel N.', what: 'Går med Ella', whenText: 'skoldagar', dueOn: null }], conditions: 'Ring först.' };
    const sections = documentForOne(follows, 'sv').sections;
    expect(sections.map((section) => [section.title, section.start, section.note])).toEqual([
      ['Det här gör du', 1, ''], ['Det här följer du upp', 3, ''], ['Det här gör andra', 4, ''], ['Villkor', 1, 'Ring först.'], ['Planen följs upp', 1, expect.any(String)],
    ]);
    expect(sections[1]!.items).toEqual([{ what: 'Går med Ella', lines: ['Gunnel N.', 'När: skoldagar'] }]);
    expect(documentForOne({ ...plan, conditionsWithheld: true }, 'en').sections.at(-2)).toMatchObject({ title: 'Conditions', note: expect.stringContaining('Call and ask') });
  });

  it('has a title that says nothing about whom or what, in both languages', () => {
    expect(documentForOne(plan, 'sv').documentTitle).toBe('Plan');
    expect(documentForOne(plan, 'en').documentTitle).toBe('Plan');
  });

  it('leaves no hole where a protected child has no name', () => {
    expect(documentForOne({ ...plan, focalName: '' }, 'sv').heading).toBe('Vår plan');
    expect(documentForOne(plan, 'en').heading).toBe('Our plan for Ella');
  });

  it('says who checks and on what conditions in the staff’s copy only, numbered through', () => {
    const action = { what: 'Går med Ella', who: 'Gunnel N.', whenText: 'skoldagar', dueOn: null, checker: 'Pernilla E.', planB: '', needsDecision: true };
    const whole = documentForStaff({ focalName: 'Ella', madeOn: null, questions: [{ text: 'Hur?', actions: [action, action] }, { text: 'Vem?', actions: [action] }], conditions: 'Ring först.', reviewOn: null, meetsOn: null }, 'sv');
    expect(whole.sections.map((section) => [section.title, section.start])).toEqual([['Hur?', 1], ['Vem?', 3], ['Villkor', 1]]);
    expect(whole.sections[0]!.items[0]!.lines).toEqual(['Gunnel N.', 'När: skoldagar', 'Följs upp av: Pernilla E.', 'Kräver eget beslut']);
    expect(JSON.stringify(documentForOne(plan, 'sv'))).not.toContain('Följs upp');
  });

  it('is a tagged PDF, whatever people have written in it', async () => {
    const pdf = await typeset(documentForOne(plan, 'sv'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = pdf.toString('latin1');
    expect(text).toContain('/StructTreeRoot');
    expect(text).toContain('pdfuaid:part');
  });
});
