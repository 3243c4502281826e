import { Content, personRow, textRow, toContent, toDraft, withIds } from './draft';

const empty: Content = { focalPersons: [], situation: '', worries: '', strengths: '', goals: '', questions: [], bottomLines: [], noBottomLines: false, resources: [], languages: ['sv'], holdBy: null };
const ella = { id: 'p1', givenName: 'Ella', familyName: 'Andersson', birthDate: '2017-03-02', personalNumber: null, protected: false };

describe('the draft of a referral', () => {
  it('opens a new referral with a row for a child and three for questions', () => {
    const draft = toDraft(empty);
    expect([draft.focalPersons.length, draft.questions.length]).toEqual([1, 3]);
  });

  it('does not send rows that are still empty', () => {
    const draft = { ...toDraft(empty), questions: [textRow({ text: 'Var ska Ella bo?' }), textRow({ text: '  ' })] };
    expect(toContent(draft, empty).content.questions).toEqual([{ text: 'Var ska Ella bo?' }]);
  });

  it('does not send a person until both names are written', () => {
    const draft = { ...toDraft(empty), focalPersons: [{ ...personRow(), givenName: 'Ella' }] };
    expect(toContent(draft, empty).content.focalPersons).toEqual([]);
  });

  it('keeps a saved person as it was while the name is being rewritten', () => {
    const saved = { ...empty, focalPersons: [ella] };
    const draft = toDraft(saved);
    draft.focalPersons[0]!.givenName = '';
    expect(toContent(draft, saved).content.focalPersons).toEqual([ella]);
  });

  it('no longer says that there are no bottom lines once one is written', () => {
    const draft = { ...toDraft({ ...empty, noBottomLines: true }), bottomLines: [textRow({ text: 'Ella sover hos en vuxen som är nykter.' })] };
    expect(toContent(draft, empty).content.noBottomLines).toBe(false);
  });

  it('gives each row its own id after a save, also when an empty row stood between', () => {
    const draft = { ...toDraft(empty), questions: [textRow({ text: 'Ett' }), textRow(), textRow({ text: 'Tre' })] };
    const { sent } = toContent(draft, empty);
    const named = withIds(draft, sent, { ...empty, questions: [{ id: 'q1', text: 'Ett' }, { id: 'q3', text: 'Tre' }] });
    expect(named.questions.map((row) => row.id)).toEqual(['q1', undefined, 'q3']);
  });

  it('keeps what was written in a row while it was being saved', () => {
    const draft = { ...toDraft(empty), questions: [textRow({ text: 'Var ska' })] };
    const { sent } = toContent(draft, empty);
    draft.questions[0]!.text = 'Var ska Ella bo?';
    expect(withIds(draft, sent, { ...empty, questions: [{ id: 'q1', text: 'Var ska' }] }).questions[0]).toMatchObject({ id: 'q1', text: 'Var ska Ella bo?' });
  });
});
