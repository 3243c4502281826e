import { addDays } from '@radslag/domain';
import type { Family } from '../story';

/** W.N.: everything is arranged, the family meets this evening or tomorrow. */
export const wilma: Family = (calendar) => {
  const { date: day, ...soon } = calendar.soon();
  const second = calendar.after(day, 1);
  const third = calendar.after(second, 2);
  return {
    number: 9, socialWorker: 'jonas', coordinator: 'sanna', languages: ['sv', 'fi'], phonesFrom: 42, holdBy: addDays(day, 5),
    focal: [{ name: 'Wilma Nyman', ...calendar.born(11, '03-18', ['201503192385', '201603182385']), as: {
      prepared: -6, mustAttend: true, consent: 'oral', state: 'prepared', note: 'Vill att Linda läser upp det hon har skrivit.', answer: { on: -12, at: '16:10', coming: 'yes', source: 'visit' },
    } }],
    situation: 'Wilma bor med sin mamma. Mamma har en sjukdom som kommer i perioder, och då sköter Wilma mycket själv. I höst har hon varit borta från skolan fjorton dagar.',
    worries: 'När mamma är sjuk är Wilma ensam med henne på nätterna. Pappa hör av sig oregelbundet, och ibland har han druckit.',
    strengths: 'Wilma är uppskattad i klassen och spelar piano. Mormor och morfar bor nära. Mamma säger till i tid när hon får hjälp att märka det.',
    goals: 'Wilma är i skolan och är barn hemma. Det finns alltid en vuxen som kan komma.',
    questions: ['Hur kommer Wilma till skolan varje dag?', 'Vem avlastar mamma, och när?', 'Vad gör vi om mamma blir sämre?', 'Hur träffar Wilma pappa på ett tryggt sätt?'],
    bottomLines: ['Wilma är aldrig ensam hemma över natten.', 'En vuxen är hos Wilma inom en timme om mamma blir sämre.', 'En annan vuxen är med när Wilma träffar pappa.'],
    resources: ['Kontaktfamilj, prövas särskilt', 'Samtalsgrupp för barn vars föräldrar är sjuka', 'Skolkuratorn ringer hem om Wilma inte är i skolan'],
    steps: { offered: -36, started: -33, submitted: -29, accepted: -29, allocated: -28, declared: -28 },
    people: [
      { name: 'Carina Nyman', relation: 'mamma', side: 'mother', ring: 'inner', prepared: -24, born: 1983, guardian: true, mustAttend: true, answer: { on: -12, coming: 'yes', needs: [['food', 'inget gluten']] } },
      { name: 'Stefan Backman', relation: 'pappa', side: 'father', ring: 'inner', prepared: -20, born: 1980, guardian: true, note: 'Kommer tio minuter efter mormor och morfar.', answer: { on: -11, coming: 'yes', times: 'ynny' } },
      { name: 'Gunnel Nyman', relation: 'mormor', side: 'mother', ring: 'inner', prepared: -21, born: 1954, mustAttend: true, canHelp: 'Kan gå med Wilma till skolan.', answer: { on: -12, coming: 'yes' } },
      { name: 'Rolf Nyman', relation: 'morfar', side: 'mother', ring: 'inner', prepared: -21, born: 1951, phoneOf: 'Gunnel', canHelp: 'Har bil. Kan komma dag och natt.', answer: { on: -12, coming: 'yes' } },
      { name: 'Pernilla Ekman', relation: 'moster', side: 'mother', ring: 'middle', prepared: -19, born: 1986, answer: { on: -11, coming: 'yes', times: 'yy?y' } },
      { name: 'Tomas Ekman', relation: 'mosters man', side: 'mother', ring: 'middle', prepared: -19, born: 1985, answer: { on: -11, coming: 'yes', times: 'yy?n' } },
      { name: 'Aino Backman', relation: 'farmor', side: 'father', ring: 'middle', prepared: -15, born: 1950, language: 'fi', needs: [['interpreter', 'finska']], answer: { on: -10, at: '13:30', coming: 'yes', source: 'phone', times: 'yyny', needs: [['interpreter', 'finska']] } },
      { name: 'Anneli Kvist', relation: 'granne', side: 'friends', ring: 'middle', prepared: -14, born: 1961, answer: { on: -10, coming: 'yes', times: 'yny?' } },
      { name: 'Linda Falk', relation: 'musiklärare, stödperson', side: 'friends', ring: 'inner', prepared: -16, born: 1979, supportPerson: true, mustAttend: true, answer: { on: -12, coming: 'yes', times: 'yyny' } },
      { name: 'Ritva Koskinen', relation: 'tolk, finska', side: 'professionals', ring: 'outer', prepared: -8, born: 1966, professional: true, answer: { on: -9, at: '09:40', coming: 'yes', times: 'ynny', source: 'phone' } },
      { name: 'Jonas Holm', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -26, staff: 'jonas', professional: true, mustAttend: true, consent: 'digital', answer: { on: -12, at: '10:15', coming: 'yes', mode: 'partly', source: 'phone' } },
      { name: 'Mikael Rask', relation: 'skolkurator', side: 'professionals', ring: 'middle', prepared: -13, born: 1974, professional: true, answer: { on: -11, at: '15:05', coming: 'yes', mode: 'partly', times: 'yyyn' } },
      { name: 'Markus Nyman', relation: 'morbror', side: 'mother', ring: 'middle', prepared: -12, born: 1989, answer: { on: -10, coming: 'no', note: 'Jag är till sjöss. Jag skickar ett brev som Pernilla kan läsa.' } },
    ],
    ties: [
      { from: null, to: 'Carina', kind: 'supports' },
      { from: null, to: 'Gunnel', kind: 'supports' },
      { from: null, to: 'Linda', kind: 'supports' },
      { from: null, to: 'Stefan', kind: 'weak' },
      { from: 'Gunnel', to: 'Stefan', kind: 'strained' },
      { from: 'Gunnel', to: 'Rolf', kind: 'supports' },
      { from: 'Pernilla', to: 'Carina', kind: 'supports' },
    ],
    conference: {
      planned: -14, invited: -13, answerBy: calendar.workday(-9),
      times: [soon, calendar.range(second, '16:00', '20:30'), calendar.range(third, '10:00', '14:30'), calendar.range(calendar.after(third, 1), '16:00', '20:30')],
      venue: { name: 'Alnäs fritidsgård', address: 'Skolgatan 3, Alnäs', directions: 'Buss 4 stannar vid Skolgatan. Gå in från parken. Två ingångar.' },
      set: { on: -9, time: 1 },
    },
  };
};
