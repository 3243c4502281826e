import type { Family } from '../story';

/** E.A.: times have been asked about, half of the answers are in. */
export const ella: Family = (calendar) => {
  const tuesday = calendar.next('tue', 12);
  const after = (days: number) => calendar.next((['tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'mon'] as const)[days % 7]!, daysFrom(calendar.today, tuesday) + days);
  const times = [
    calendar.range(tuesday, '17:00', '20:30'),
    calendar.range(after(1), '17:00', '20:30'),
    calendar.range(after(2), '16:30', '20:00'),
    calendar.range(after(4), '10:00', '13:30'),
    calendar.range(after(4), '14:00', '17:30'),
    calendar.range(after(5), '13:00', '16:30'),
    calendar.range(after(6), '17:00', '20:30'),
    calendar.range(after(7), '17:00', '20:30'),
  ];
  return {
    number: 14, socialWorker: 'jonas', coordinator: 'sanna', languages: ['sv', 'so'], holdBy: after(7),
    focal: [{ name: 'Ella Ali', ...calendar.born(9, '05-02', ['201705032389', '201812172383']), as: {
      state: 'prepared', prepared: -4, mustAttend: true, consent: 'oral', note: 'Vill sitta mellan mormor och Eva. Vill kunna gå ut när det blir för mycket.',
      answer: { on: -5, at: '15:40', coming: 'yes', times: 'ynyyyn?y', source: 'visit', note: 'Svarat tillsammans med mamma.' },
    } }],
    situation: 'Ella bor växelvis hos mamma och pappa. Skolan har berättat att hon ofta är borta på måndagar och att hon är trött. Föräldrarna har svårt att prata med varandra sedan de separerade.',
    worries: 'Ella missar skolan ungefär en dag i veckan. Hon säger att hon ligger vaken när de vuxna bråkar i telefon.',
    strengths: 'Ella tycker om sin lärare och har en bästa vän i klassen. Mormor och farmor ställer gärna upp. Båda föräldrarna vill samma sak för henne.',
    goals: 'Ella är i skolan varje dag och vet vem som hämtar. De vuxna har ett sätt att göra upp om saker utan att hon hör.',
    questions: ['Hur kommer Ella till skolan varje dag?', 'Vem avlastar mamma, och när?', 'Hur gör de vuxna upp om saker utan att Ella är mitt emellan?', 'Vad gör vi om Ella börjar stanna hemma igen?'],
    bottomLines: ['Ella är aldrig ensam hemma över natten.', 'En vuxen hämtar Ella i skolan varje dag.', 'Robert K. träffar inte Ella.'],
    resources: ['Kontaktfamilj en helg i månaden, prövas särskilt', 'Samtal för föräldrar som lever isär, fem gånger', 'Skolans morgonfritids från kl. 7'],
    steps: { offered: -24, started: -21, submitted: -17, accepted: -17, allocated: -16, declared: -16 },
    people: [
      { name: 'Amina Ali', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -10, born: 1987, phone: 12, guardian: true, mustAttend: true, needs: [['childcare', 'lillebror, 2 år'], ['food', 'halal']],
        answer: { on: -5, coming: 'yes', times: 'yyyynny?', needs: [['childcare', 'lillebror, 2 år'], ['food', 'halal']] } },
      { name: 'Daniel Lindqvist', relation: 'pappa', side: 'father', ring: 'inner', state: 'contacted', born: 1984, phone: 17, others: ['email', 'phone'], email: 'daniel.lindqvist@post.example', word: 'Blåsippa', voicemail: true, guardian: true, mustAttend: true, canHelp: 'Hämtning tisdagar och torsdagar. Har bil. Jobbar kväll varannan vecka.',
        note: 'Vill ha frågorna på papper. Kommer och går åtskild från Yusuf.', answer: { on: -4, at: '21:12', coming: 'yes', times: 'nyyyy?nn' } },
      { name: 'Fadumo Hassan', relation: 'mormor', side: 'mother', ring: 'inner', prepared: -7, born: 1958, language: 'so', phone: 21, mustAttend: true, needs: [['interpreter', 'somaliska, kvinnlig tolk']],
        canHelp: 'Ella kan sova hos henne när som helst.', answer: { on: -5, coming: 'yes', times: 'yyy?ynyy', needs: [['interpreter', 'somaliska, kvinnlig tolk']] } },
      { name: 'Eva Sjöberg', relation: 'granne', side: 'friends', ring: 'inner', state: 'contacted', born: 1969, phone: 24, supportPerson: true, mustAttend: true, answer: { on: -5, coming: 'yes', times: 'ynyyyy?y' } },
      { name: 'Jonas Holm', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -12, staff: 'jonas', professional: true, mustAttend: true, consent: 'digital', phone: null,
        answer: { on: -5, at: '11:05', coming: 'yes', mode: 'partly', times: 'yyy?nnyy', source: 'phone' } },
      { name: 'Birgitta Lindqvist', relation: 'farmor', side: 'father', ring: 'middle', prepared: -9, born: 1952, phone: 28, needs: [['transport', 'skjuts från Norrby']],
        answer: { on: -4, at: '13:20', coming: 'yes', times: 'yyyyyyyn', source: 'phone', needs: [['transport', 'skjuts från Norrby']] } },
      { name: 'Helena Gran', relation: 'lärare, informatör', side: 'professionals', ring: 'middle', prepared: -4, born: 1976, phone: 31, professional: true, note: 'Är med i informationsdelen.', answer: { on: -3, at: '15:50', coming: 'yes', mode: 'partly', times: 'yyynnny?' } },
      { name: 'Hodan Ali', relation: 'moster', side: 'mother', ring: 'middle', prepared: -5, born: 1990, protected: true, note: 'Är med på video. Nås bara genom samordnaren.', answer: { on: -4, at: '10:30', coming: 'yes', mode: 'video', times: 'ynyyyn?y', source: 'phone' } },
      { name: 'Sofie Modin', relation: 'pappas sambo', side: 'father', ring: 'middle', state: 'contacted', born: 1988, phone: 52, others: ['phone'], hours: ['17:00', '20:00'], answer: { on: -1, coming: 'maybe', times: '?yyyn?nn', worry: 'callMe', note: 'Ring mig gärna efter klockan 17.' } },
      { name: 'Johan Lindqvist', relation: 'farbror', side: 'father', ring: 'middle', prepared: -6, born: 1981, phone: 34, answer: { on: -3, coming: 'yes', mode: 'letter', times: 'n?nyyynn', note: 'Jag jobbar borta i veckorna. Går det att skriva något i stället?' } },
      { name: 'Lars Lindqvist', relation: 'farfar', side: 'father', ring: 'middle', prepared: -9, born: 1949, channel: 'letter', others: ['phone'], address: ['Norrbyvägen 12', '746 30 Alnäs'], phone: null, noSms: true, needs: [['access', 'hörslinga']], note: 'Vill ha brev. Har ingen mobil.' },
      { name: 'Yusuf Ali', relation: 'morbror', side: 'mother', ring: 'middle', state: 'contacted', born: 1992, phone: 36, unreachable: true, note: 'Har sagt ja till att mormor tar emot bud.' },
      { name: 'Nora Pettersson', relation: 'bästa vännens mamma', side: 'friends', ring: 'middle', prepared: -4, born: 1985, phone: 38, others: ['email'], email: 'nora.pettersson@post.example' },
      { name: 'Marcus Törn', relation: 'fotbollstränare', side: 'friends', ring: 'outer', state: 'suggested', phone: 41 },
      { name: 'Robert Krantz', relation: 'mammas tidigare sambo', side: 'mother', ring: 'outer', state: 'suggested', phone: null, channel: 'staffOnly', note: 'Bjuds inte in. Beslut av enhetschefen.' },
    ],
    ties: [
      { from: null, to: 'Amina', kind: 'supports' },
      { from: null, to: 'Daniel', kind: 'supports' },
      { from: null, to: 'Fadumo', kind: 'supports' },
      { from: null, to: 'Eva', kind: 'supports' },
      { from: 'Birgitta', to: 'Daniel', kind: 'supports' },
      { from: 'Yusuf', to: 'Daniel', kind: 'strained' },
      { from: 'Yusuf', to: 'Daniel', kind: 'keptApart' },
      { from: null, to: 'Sofie', kind: 'weak' },
      { from: 'Robert', to: 'Amina', kind: 'contactBan', bound: 'Robert', until: calendar.next('mon', 120) },
    ],
    conference: {
      planned: -6, times, answerBy: calendar.workday(3), invited: -5,
      venue: { name: 'Alnäs fritidsgård', address: 'Skolgatan 3, Alnäs', directions: 'Buss 4 stannar vid Skolgatan. Gå in från parken. Sanna möter dig vid dörren.' },
    },
  };
};

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
