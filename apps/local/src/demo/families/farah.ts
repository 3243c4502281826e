import type { Family, PersonStory } from '../story';

type Kin = [name: string, relation: string, side: PersonStory['side'], ring: PersonStory['ring'], born: number, more?: Partial<PersonStory>];
const interpreter: PersonStory['needs'] = [['interpreter', 'arabiska, syrisk dialekt']];

/** Relatives in five households; half of them have been spoken with. */
const KIN: Kin[] = [
  ['Rima Khatib', 'mamma', 'mother', 'inner', 1995, { prepared: -9, language: 'ar', guardian: true, mustAttend: true, needs: [...interpreter, ['childcare', 'bebis, 7 månader']] }],
  ['Khaled Khatib', 'pappa', 'father', 'inner', 1989, { prepared: -9, language: 'ar', guardian: true, mustAttend: true, needs: interpreter }],
  ['Nadia Darwish', 'mormor', 'mother', 'inner', 1968, { prepared: -7, language: 'ar', mustAttend: true, needs: interpreter }],
  ['Samir Darwish', 'morfar', 'mother', 'inner', 1963, { prepared: -7, language: 'ar', needs: [...interpreter, ['access', 'rullstol']] }],
  ['Huda Khatib', 'farmor', 'father', 'inner', 1960, { prepared: -6, language: 'ar', channel: 'phone', noSms: true, needs: interpreter }],
  ['Layla Darwish', 'moster', 'mother', 'middle', 1998, { prepared: -6 }],
  ['Amir Darwish', 'morbror', 'mother', 'middle', 2001, { prepared: -5 }],
  ['Bilal Khatib', 'farbror', 'father', 'middle', 1985, { prepared: -5, language: 'ar' }],
  ['Dalal Khatib', 'farbrors fru', 'father', 'middle', 1990, { prepared: -5, language: 'ar', needs: interpreter }],
  ['Tarek Khatib', 'farbror', 'father', 'middle', 1992, { prepared: -4 }],
  ['Yara Khatib', 'faster', 'father', 'middle', 1997, { prepared: -4 }],
  ['Ahmad Sabbagh', 'fasters man', 'father', 'outer', 1994, { language: 'ar' }],
  ['Mona Sabbagh', 'pappas moster', 'father', 'outer', 1966, { language: 'ar', channel: 'phone', needs: interpreter }],
  ['Ziad Darwish', 'mammas kusin', 'mother', 'outer', 1993],
  ['Rasha Darwish', 'mammas kusin', 'mother', 'outer', 1996, { language: 'ar' }],
  ['Fatima Nassar', 'mammas vän', 'friends', 'middle', 1994, { language: 'ar' }],
  ['Ulrika Dahl', 'granne', 'friends', 'middle', 1972, { prepared: -3, supportPerson: true }],
  ['Bengt Dahl', 'granne', 'friends', 'middle', 1970, { prepared: -3 }],
  ['Josefin Ström', 'förskolekompisens mamma', 'friends', 'outer', 1991],
  ['Maher Issa', 'pappas arbetskamrat', 'friends', 'outer', 1987, { language: 'ar' }],
  ['Omid Rahimi', 'fotbollsledare', 'friends', 'outer', 1983, { language: 'prs', state: 'agreed' }],
  ['Nina Wester', 'förskollärare', 'professionals', 'middle', 1978, { professional: true, prepared: -4 }],
  ['Helen Torres', 'bvc-sköterska', 'professionals', 'outer', 1969, { professional: true }],
  ['Ingrid Palm', 'socialsekreterare', 'professionals', 'middle', 1980, { prepared: -10, staff: 'ingrid', professional: true, mustAttend: true, consent: 'digital' }],
];

/** F.K.: a large network is being prepared; no time has been proposed yet. */
export const farah: Family = (calendar) => ({
  number: 5, socialWorker: 'ingrid', coordinator: 'malin', languages: ['sv', 'ar'], phonesFrom: 50,
  focal: [{ name: 'Farah Khatib', birthDate: calendar.birthDate(4, '04-04'), as: { mustAttend: true, state: 'prepared', prepared: -5, consent: 'oral' } }],
  situation: 'Farah föddes med en hjärtsjukdom och ska opereras i vår. Familjen bor trångt hos släktingar. Föräldrarna turas om att vara på sjukhus och orkar inte mer.',
  worries: 'Farah har missat tre kontroller. Lillasyster har inte fått alla vaccinationer.',
  strengths: 'Det finns många vuxna som Farah älskar. Föräldrarna håller ihop. Alla vill hjälpa till, men ingen vet med vad.',
  goals: 'Farah kommer till sina kontroller, och föräldrarna får sova.',
  questions: ['Vem följer med Farah till sjukhuset?', 'Vem tar hand om lillasyster under tiden?', 'Hur får föräldrarna sova?', 'Var kan familjen bo efter operationen?', 'Vem håller i alla tider?'],
  bottomLines: ['Farah kommer till varje kontroll.', 'Ingen röker där Farah sover.'],
  resources: ['Sjukresor', 'Avlastning i hemmet, prövas särskilt', 'Bostadsvägledare'],
  steps: { offered: -22, started: -20, submitted: -16, accepted: -15, allocated: -14, declared: -13 },
  people: KIN.map(([name, relation, side, ring, born, more]) => ({ name, relation, side, ring, born, ...more })),
  ties: [
    { from: null, to: 'Rima', kind: 'supports' },
    { from: null, to: 'Khaled', kind: 'supports' },
    { from: null, to: 'Nadia', kind: 'supports' },
    { from: null, to: 'Layla', kind: 'supports' },
    { from: 'Bilal', to: 'Tarek', kind: 'strained' },
    { from: 'Huda', to: 'Khaled', kind: 'supports' },
    { from: 'Ulrika', to: 'Rima', kind: 'supports' },
    { from: 'Bengt', to: 'Ulrika', kind: 'supports' },
  ],
  conference: { planned: -1, invited: 0, times: [], answerBy: null, venue: { name: 'Bergasalen', address: 'Stationsgatan 8, Berga', directions: 'Hiss till plan 2. Plats för fyrtio.' } },
});
