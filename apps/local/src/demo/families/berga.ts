import type { Family } from '../story';

/** D.H.: the time is set, everybody has been told, the reminders are planned. */
export const danylo: Family = (calendar) => {
  const saturday = calendar.next('sat', 12);
  return {
    number: 2, socialWorker: 'david', coordinator: 'malin', languages: ['sv', 'uk'], phonesFrom: 30, holdBy: calendar.next('fri', 19),
    focal: [{ name: 'Danylo Honchar', birthDate: calendar.birthDate(12, '11-05'), as: { state: 'prepared', prepared: -6, mustAttend: true, consent: 'oral', answer: { on: -11, at: '16:00', coming: 'yes', times: 'yyny', source: 'visit' } } }],
    situation: 'Danylo kom till Sverige med mamma och mormor för tre år sedan. Pappa är kvar i Ukraina. Danylo har svårt att sova och har börjat slåss i skolan.',
    worries: 'Skolan har ringt hem elva gånger den här terminen. Mamma arbetar natt och når inte telefonen.',
    strengths: 'Danylo är snäll mot sin mormor och bygger radiostyrda bilar med en granne. Mamma har fast arbete. Det finns en ukrainsk förening i Berga.',
    goals: 'Danylo sover, har någon att gå till när det blir för mycket, och mamma vet vem hon kan ringa.',
    questions: ['Vem är hemma med Danylo de nätter mamma arbetar?', 'Vad gör Danylo när han blir arg i skolan?', 'Hur håller Danylo kontakten med pappa?', 'Vem kan mamma ringa?'],
    bottomLines: ['En vuxen är hemma med Danylo på natten.', 'Ingen slåss.'],
    resources: ['Samtal på elevhälsan', 'Kontaktperson, prövas särskilt', 'Föreningens läxcafé'],
    steps: { offered: -32, started: -29, submitted: -25, accepted: -24, allocated: -23, declared: -22 },
    people: [
      { name: 'Iryna Honchar', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -17, born: 1988, language: 'uk', guardian: true, mustAttend: true, needs: [['interpreter', 'ukrainska']], answer: { on: -11, coming: 'yes', times: 'y?yn', needs: [['interpreter', 'ukrainska']] } },
      { name: 'Oleh Honchar', relation: 'pappa, i Ukraina', side: 'father', ring: 'inner', prepared: -12, born: 1985, language: 'uk', channel: 'phone', phone: null, noSms: true, guardian: true, note: 'Nås på video genom Iryna.', answer: { on: -9, at: '17:00', coming: 'yes', mode: 'video', times: 'yyny', source: 'phone' } },
      { name: 'Halyna Kovalenko', relation: 'mormor', side: 'mother', ring: 'inner', prepared: -16, born: 1957, language: 'uk', mustAttend: true, needs: [['interpreter', 'ukrainska'], ['access', 'kan inte gå i trappor']], answer: { on: -10, coming: 'yes', times: 'yyyy', needs: [['interpreter', 'ukrainska'], ['access', 'kan inte gå i trappor']] } },
      { name: 'Kenneth Wiklund', relation: 'granne', side: 'friends', ring: 'middle', prepared: -14, born: 1959, supportPerson: true, mustAttend: true, answer: { on: -10, coming: 'yes', times: 'yyny' } },
      { name: 'Olena Marchenko', relation: 'mammas vän', side: 'friends', ring: 'middle', prepared: -13, born: 1990, language: 'uk', answer: { on: -9, coming: 'yes', times: 'yny?' } },
      { name: 'Taras Marchenko', relation: 'mammas väns man', side: 'friends', ring: 'outer', prepared: -13, born: 1986, language: 'uk', answer: { on: -8, coming: 'maybe', times: '?ny?' } },
      { name: 'Svitlana Bondar', relation: 'ordförande i föreningen', side: 'friends', ring: 'outer', prepared: -12, born: 1971, language: 'en', answer: { on: -10, coming: 'yes', times: 'yyyn' } },
      { name: 'Petro Kovalenko', relation: 'morfars bror', side: 'mother', ring: 'outer', prepared: -10, born: 1960, language: 'uk', answer: { on: -9, coming: 'yes', mode: 'phone', times: 'yyyy' } },
      { name: 'Lisbeth Åkesson', relation: 'mentor', side: 'professionals', ring: 'middle', prepared: -11, born: 1975, professional: true, answer: { on: -10, coming: 'yes', mode: 'partly', times: 'yyny' } },
      { name: 'Anton Sjö', relation: 'fritidsledare', side: 'friends', ring: 'middle', prepared: -10, born: 1997, answer: { on: -9, coming: 'no', times: 'nnyn' } },
      { name: 'David Lundin', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -20, staff: 'david', professional: true, mustAttend: true, consent: 'digital', answer: { on: -11, at: '10:05', coming: 'yes', mode: 'partly', times: 'yyny', source: 'phone' } },
    ],
    ties: [
      { from: null, to: 'Halyna', kind: 'supports' },
      { from: null, to: 'Kenneth', kind: 'supports' },
      { from: null, to: 'Oleh', kind: 'weak' },
      { from: 'Olena', to: 'Iryna', kind: 'supports' },
    ],
    conference: {
      planned: -13, invited: -12, answerBy: calendar.workday(-6),
      times: [calendar.range(saturday, '10:00', '14:00'), calendar.range(calendar.next('tue', 15), '16:30', '20:30'), calendar.range(calendar.next('wed', 16), '16:30', '20:30'), calendar.range(calendar.next('thu', 17), '16:30', '20:30')],
      venue: { name: 'Bergasalen', address: 'Stationsgatan 8, Berga', directions: 'Hiss till plan 2. Tåget stannar hundra meter bort.' },
      set: { on: -3, time: 1 },
    },
  };
};

/** J.H.: the conference was called off; a new time is to be found. */
export const joel: Family = (calendar) => ({
  number: 4, socialWorker: 'ingrid', coordinator: 'malin', languages: ['sv', 'fi'], phonesFrom: 44, holdBy: calendar.next('thu', 16),
  focal: [{ name: 'Joel Heikkinen', birthDate: calendar.birthDate(10, '05-19'), as: { state: 'prepared', prepared: -10, mustAttend: true, consent: 'oral', answer: { on: -14, at: '15:20', coming: 'yes', source: 'visit' } } }],
  situation: 'Joel bor hos sin pappa. Mamma har behandlats för ett alkoholberoende och vill träffa Joel oftare. Farföräldrarna har tagit ett stort ansvar.',
  worries: 'Joel blir ledsen när mamma inte kommer som bestämt.',
  strengths: 'Pappa har ordning på vardagen. Mamma har varit nykter i fem månader. Farmor och mormor är vänner.',
  goals: 'Joel vet när han träffar mamma, och hon kommer.',
  questions: ['Hur ofta träffas Joel och mamma?', 'Vem är med?', 'Vad gör vi om det inte blir av?'],
  bottomLines: ['Mamma är nykter när hon träffar Joel.'],
  resources: ['Umgängesstöd, prövas särskilt', 'Trappangruppen'],
  steps: { offered: -38, started: -35, submitted: -30, accepted: -29, allocated: -28, declared: -27 },
  people: [
    { name: 'Timo Heikkinen', relation: 'pappa', side: 'father', ring: 'inner', prepared: -20, born: 1981, guardian: true, mustAttend: true, answer: { on: -14, coming: 'yes', times: 'y?y' } },
    { name: 'Jenny Bergqvist', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -19, born: 1985, guardian: true, mustAttend: true, answer: { on: -14, coming: 'yes', times: 'yyy' } },
    { name: 'Kaarina Heikkinen', relation: 'farmor', side: 'father', ring: 'inner', prepared: -18, born: 1955, language: 'fi', mustAttend: true, needs: [['interpreter', 'finska, bara ibland']], answer: { on: -13, coming: 'yes', times: 'yyn' } },
    { name: 'Paavo Heikkinen', relation: 'farfar', side: 'father', ring: 'middle', prepared: -18, born: 1952, language: 'fi', answer: { on: -13, coming: 'yes', times: 'yyn' } },
    { name: 'Solveig Bergqvist', relation: 'mormor', side: 'mother', ring: 'middle', prepared: -17, born: 1958, answer: { on: -13, coming: 'yes', times: 'yny' } },
    { name: 'Niklas Bergqvist', relation: 'morbror', side: 'mother', ring: 'middle', prepared: -16, born: 1988, answer: { on: -12, coming: 'yes', times: 'ynn' } },
    { name: 'Ingrid Palm', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -25, staff: 'ingrid', professional: true, mustAttend: true, consent: 'digital', answer: { on: -14, at: '09:30', coming: 'yes', mode: 'partly', source: 'phone' } },
  ],
  ties: [{ from: null, to: 'Timo', kind: 'supports' }, { from: null, to: 'Jenny', kind: 'weak' }, { from: 'Kaarina', to: 'Solveig', kind: 'supports' }],
  conference: {
    planned: -16, invited: -15, answerBy: calendar.workday(-9),
    times: [calendar.range(calendar.next('wed', 3), '17:00', '20:30'), calendar.range(calendar.next('thu', 4), '17:00', '20:30'), calendar.range(calendar.next('mon', 6), '17:00', '20:30')],
    venue: { name: 'Bergasalen', address: 'Stationsgatan 8, Berga', directions: 'Hiss till plan 2.' },
    set: { on: -8, time: 1 },
    cancelled: { on: -2, reason: 'illness' },
  },
});

/** I.R.: accepted, waits for a coordinator. */
export const isabella: Family = (calendar) => ({
  number: 6, socialWorker: 'ingrid', languages: ['sv', 'pl'],
  focal: [{ name: 'Isabella Rybak', birthDate: calendar.birthDate(5, '12-12') }],
  situation: 'Isabellas mamma ska opereras och är borta i minst sex veckor. Pappa arbetar i Norge varannan vecka. Familjen har släkt i Polen och vänner i Berga.',
  worries: 'Ingen är klar för de veckor då pappa är borta.',
  strengths: 'Isabella trivs på förskolan. Mormor kan komma om någon hjälper till med resan.',
  goals: 'Isabella bor hemma hela tiden, med vuxna som hon känner.',
  questions: ['Vem bor hemma de veckor pappa är borta?', 'Vem lämnar och hämtar på förskolan?', 'Hur håller Isabella kontakten med mamma på sjukhuset?'],
  bottomLines: ['Isabella bor med en vuxen som hon känner.'],
  resources: ['Förlängd tid på förskolan', 'Kommunen betalar mormors resa'],
  steps: { offered: -8, started: -6, submitted: -3, accepted: -1 },
});
