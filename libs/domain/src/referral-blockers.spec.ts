import { referralBlockers, type ReferralDraft } from './referral-blockers';

const whole: ReferralDraft = {
  focalPersons: [{ givenName: 'Ella', familyName: 'Andersson' }],
  situation: 'Ella bor hos sin mormor sedan i våras.',
  questions: ['Var ska Ella bo?', 'Vem hjälper med skolan?', 'Vem finns där när mamma inte orkar?'],
  bottomLines: ['Ella får inte bo ensam med mamma'],
  noBottomLines: false,
  resources: ['Familjebehandlare'],
};
const codes = (change: Partial<ReferralDraft>) => referralBlockers({ ...whole, ...change }).map((blocker) => blocker.code);

describe('before a referral can be handed in', () => {
  it('asks for nothing when it is whole', () => {
    expect(codes({})).toEqual([]);
  });
  it('asks for everything that an empty draft lacks', () => {
    expect(codes({ focalPersons: [], situation: ' ', questions: [], bottomLines: [], resources: [] })).toEqual(['noFocalPerson', 'noSituation', 'tooFewQuestions', 'bottomLinesUnsaid', 'noResources']);
  });
  it('takes three to five questions', () => {
    const count = (n: number) => codes({ questions: Array.from({ length: n }, () => 'Vem?') });
    expect([2, 3, 5, 6].map(count)).toEqual([['tooFewQuestions'], [], [], ['tooManyQuestions']]);
  });
  it('wants bottom lines, or that there are none said on purpose', () => {
    expect(codes({ bottomLines: [] })).toEqual(['bottomLinesUnsaid']);
    expect(codes({ bottomLines: [], noBottomLines: true })).toEqual([]);
  });
});
