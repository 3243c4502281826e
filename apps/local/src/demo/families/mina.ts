import type { Family } from '../story';

/** M.K.: the family has met and presented its plan; the decision should have come yesterday. */
export const mina: Family = (calendar) => {
  const day = calendar.workday(-6);
  const ahead = (days: number) => calendar.next('mon', days);
  return {
    number: 6, socialWorker: 'jonas', coordinator: 'sanna', languages: ['sv', 'prs'], phonesFrom: 56,
    focal: [{ name: 'Mina Karimi', ...calendar.born(14, '01-23', ['201201252382', '201301242382']), as: {
      state: 'prepared', prepared: -14, mustAttend: true, channel: 'sms', consent: 'oral', note: 'Vill skriva själv och läsa upp det.', answer: { on: -17, coming: 'yes' },
    } }],
    situation: 'Mina har slutat komma till skolan på fredagar och har rymt hemifrån två nätter. Familjen har bott i Alnäs i tre år. Föräldrarna är oroliga och har försökt med strängare regler.',
    worries: 'Ingen vet var Mina är när hon är borta. Hon säger att hon inte får andas hemma.',
    strengths: 'Mina pratar med sin faster och med sin handbollstränare. Familjen äter middag ihop varje dag. Alla vill att hon ska må bra.',
    goals: 'Mina sover hemma eller hos någon som familjen känner, och alla vet var hon är.',
    questions: ['Var är Mina trygg när det blir bråk hemma?', 'Hur kommer Mina tillbaka till skolan på fredagar?', 'Vilka regler kan både Mina och hennes föräldrar leva med?'],
    bottomLines: ['En vuxen i familjen vet alltid var Mina sover.', 'Ingen slår eller hotar.'],
    resources: ['Familjebehandling, tio samtal, prövas särskilt', 'Handbollens läxhjälp på fredagar'],
    steps: { offered: -46, started: -43, submitted: -40, accepted: -39, allocated: -37, declared: -36 },
    people: [
      { name: 'Zahra Karimi', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -28, born: 1984, language: 'prs', guardian: true, mustAttend: true, needs: [['interpreter', 'dari']], answer: { on: -17, coming: 'yes', needs: [['interpreter', 'dari'], ['food', 'halal']] } },
      { name: 'Reza Karimi', relation: 'pappa', side: 'father', ring: 'inner', prepared: -28, born: 1979, language: 'prs', guardian: true, mustAttend: true, needs: [['interpreter', 'dari']], answer: { on: -17, coming: 'yes', needs: [['interpreter', 'dari']] } },
      { name: 'Farid Karimi', relation: 'storebror', side: 'father', ring: 'inner', prepared: -24, born: 2004, answer: { on: -16, coming: 'yes' } },
      { name: 'Laila Karimi', relation: 'faster', side: 'father', ring: 'inner', prepared: -22, born: 1988, mustAttend: true, supportPerson: true, canHelp: 'Mina kan sova hos henne.', answer: { on: -17, coming: 'yes' } },
      { name: 'Nasrin Ahmadi', relation: 'mormor', side: 'mother', ring: 'middle', prepared: -20, born: 1956, language: 'prs', channel: 'phone', noSms: true, needs: [['interpreter', 'dari'], ['transport', 'kan inte åka buss']], answer: { on: -15, at: '11:10', coming: 'yes', source: 'phone', needs: [['interpreter', 'dari'], ['transport', 'kan inte åka buss']] } },
      { name: 'Javad Ahmadi', relation: 'morbror', side: 'mother', ring: 'middle', prepared: -19, born: 1982, language: 'prs', answer: { on: -15, coming: 'yes' } },
      { name: 'Sara Ahmadi', relation: 'morbrors fru', side: 'mother', ring: 'middle', prepared: -19, born: 1986, answer: { on: -14, coming: 'maybe', note: 'Beror på om vi får barnvakt.' }, came: '17:20' },
      { name: 'Emma Lundell', relation: 'bästa vännens mamma', side: 'friends', ring: 'middle', prepared: -18, born: 1981, answer: { on: -16, coming: 'yes' } },
      { name: 'Petra Hedin', relation: 'handbollstränare', side: 'friends', ring: 'middle', prepared: -17, born: 1990, answer: { on: -16, coming: 'yes' } },
      { name: 'Johanna Wirén', relation: 'mentor', side: 'professionals', ring: 'middle', prepared: -15, born: 1977, professional: true, answer: { on: -15, coming: 'yes', mode: 'partly' } },
      { name: 'Jonas Holm', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -34, staff: 'jonas', professional: true, mustAttend: true, consent: 'digital', answer: { on: -17, at: '09:10', coming: 'yes', mode: 'partly', source: 'phone' } },
      { name: 'Hamid Karimi', relation: 'farbror', side: 'father', ring: 'outer', prepared: -16, born: 1975, answer: { on: -14, coming: 'no' } },
    ],
    ties: [
      { from: null, to: 'Laila', kind: 'supports' },
      { from: null, to: 'Petra', kind: 'supports' },
      { from: null, to: 'Reza', kind: 'strained' },
      { from: 'Laila', to: 'Reza', kind: 'supports' },
      { from: 'Farid', to: 'Hamid', kind: 'weak' },
    ],
    conference: {
      planned: -20, invited: -18, answerBy: calendar.workday(-14),
      times: [calendar.range(day, '17:00', '21:30'), calendar.range(calendar.workday(-5), '17:00', '21:30'), calendar.range(calendar.workday(-4), '17:00', '21:30')],
      venue: { name: 'Församlingshemmet, Alnäs', address: 'Kyrkvägen 2, Alnäs', directions: 'Parkering på baksidan. Ramp vid huvudingången.' },
      set: { on: -13, time: 1 },
      held: { information: 50, privateTime: 145, presentation: 35, askedForHelpAfter: 60 },
      plan: {
        presented: { on: day, at: '20:40' },
        actions: [
          { question: 1, what: 'Mina får komma till Laila när som helst, och Laila skickar ”hon är här” till mamma', owner: 'Laila', when: 'tills vidare', checker: 'Farid', planB: 'Emma har en extra säng', meets: [1, 2] },
          { question: 1, what: 'Tar en timmes paus var och en när det blir bråk, och pratar sedan', owner: 'Reza', when: 'varje gång', checker: 'Zahra', planB: 'Ringer Javad', meets: [2] },
          { question: 2, what: 'Skjutsar Mina till skolan på fredagar', owner: 'Farid', when: 'fredagar kl. 7.30', checker: 'Johanna', planB: 'Petra hämtar på väg till träningen' },
          { question: 2, what: 'Läxhjälp och träning efter skolan på fredagar', owner: 'Petra', when: 'fredagar kl. 15', checker: 'Laila', planB: 'Emma läser läxor med Mina' },
          { question: 3, what: 'Skriver ned fem regler tillsammans och sätter dem på kylskåpet', owner: 'Zahra', when: 'en gång', due: ahead(10), checker: 'Nasrin', planB: 'Laila hjälper till' },
          { question: 3, what: 'Söker familjebehandling', owner: 'Jonas', when: 'en gång', due: ahead(14), checker: 'Zahra', planB: 'Familjen träffas hos mormor varannan vecka', needsDecision: true },
        ],
      },
    },
  };
};
