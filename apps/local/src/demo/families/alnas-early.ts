import type { Family } from '../story';

/** T.J. och S.J.: the network is being built, person by person, and their father has not consented yet. */
export const temesgenAndSelam: Family = (calendar) => ({
  number: 17, socialWorker: 'maryam', coordinator: 'sanna', languages: ['sv', 'ti'], phonesFrom: 60,
  focal: [
    { name: 'Temesgen Jemal', birthDate: calendar.birthDate(8, '09-11'), as: { mustAttend: true } },
    { name: 'Selam Jemal', birthDate: calendar.birthDate(6, '02-27'), as: { mustAttend: true } },
  ],
  situation: 'Temesgen och Selam bor med mamma och två småsyskon i en tvåa. Mamma pluggar och arbetar kvällar. Förskolan och skolan har flera gånger väntat länge på att någon ska hämta.',
  worries: 'Barnen har blivit hämtade av olika personer som skolan inte känner. Mamma säger att hon inte hinner sova.',
  strengths: 'Barnen är glada och trygga med mamma. Familjen har många vänner i sin församling. Mamma vill ha hjälp att få dagarna att gå ihop.',
  goals: 'Barnen vet vem som hämtar, och mamma hinner sova och plugga klart.',
  questions: ['Vem hämtar barnen, och vem rycker in när det inte går?', 'Hur får mamma tid att sova och plugga?', 'Vem är barnens extra vuxen?'],
  bottomLines: ['Skolan och förskolan vet alltid vem som hämtar.', 'Barnen är inte ensamma hemma.'],
  resources: ['Barnomsorg på obekväm tid', 'Öppna förskolans föräldragrupp'],
  steps: { offered: -16, started: -14, submitted: -10, accepted: -9, allocated: -8, declared: -7 },
  people: [
    { name: 'Almaz Jemal', relation: 'mamma', side: 'mother', ring: 'inner', born: 1991, language: 'ti', guardian: true, mustAttend: true, needs: [['interpreter', 'tigrinska, helst på telefon'], ['childcare', 'två småsyskon']] },
    { name: 'Dawit Jemal', relation: 'pappa', side: 'father', ring: 'middle', state: 'agreed', born: 1986, language: 'ti', guardian: true, mustAttend: true, needs: [['interpreter', 'tigrinska']], note: 'Bor i Västerås. Har fått tid att tänka. Ring före fredag.' },
    { name: 'Senait Tesfay', relation: 'moster', side: 'mother', ring: 'inner', born: 1994, language: 'ti', needs: [['interpreter', 'tigrinska']] },
    { name: 'Hiwot Abraha', relation: 'mammas väninna', side: 'friends', ring: 'middle', state: 'agreed', born: 1990, language: 'ti' },
    { name: 'Yonas Tesfay', relation: 'morbror', side: 'mother', ring: 'middle', state: 'agreed', born: 1996, language: 'en' },
    { name: 'Gunvor Holst', relation: 'granne', side: 'friends', ring: 'middle', state: 'agreed', born: 1947, channel: 'phone' },
    { name: 'Mikael Haile', relation: 'församlingens ledare', side: 'friends', ring: 'outer', state: 'suggested', language: 'ti' },
    { name: 'Camilla Roos', relation: 'förskollärare', side: 'professionals', ring: 'outer', state: 'suggested', professional: true },
    { name: 'Abrehet Tesfay', relation: 'mormor, bor i Addis Abeba', side: 'mother', ring: 'middle', state: 'suggested', born: 1962, language: 'ti', phone: null, channel: 'phone' },
  ],
  ties: [
    { from: 'Senait', to: 'Almaz', kind: 'supports' },
    { from: null, to: 'Dawit', kind: 'weak' },
    { from: null, to: 'Senait', kind: 'supports' },
  ],
});

/** O.S.: allocated; the coordinator has not yet said whether there is a conflict of interest. */
export const omar: Family = (calendar) => ({
  number: 19, socialWorker: 'maryam', coordinator: 'sanna', languages: ['sv', 'ar'],
  focal: [{ name: 'Omar Saleh', ...calendar.born(15, '04-14', ['201104182397', '201204132391']) }],
  situation: 'Omar har slutat komma hem på kvällarna och umgås med äldre killar. Polisen har lämnat en orosanmälan. Föräldrarna ber om hjälp.',
  worries: 'Omar har setts med personer som säljer narkotika. Lillebror vill följa med honom.',
  strengths: 'Omar är bra på matte och hjälper sin farmor. Familjen är stor, och flera farbröder vill ställa upp.',
  goals: 'Omar är hemma på nätterna och har något att göra som han vill göra.',
  questions: ['Vem är med Omar på kvällarna?', 'Vad ska Omar ha i stället för gänget?', 'Hur skyddar vi lillebror?'],
  bottomLines: ['Omar är hemma senast kl. 22.', 'Föräldrarna ringer polisen om Omar är borta en natt.'],
  resources: ['Fältarbetare två kvällar i veckan', 'Sommarjobb genom kommunen'],
  steps: { offered: -9, started: -7, submitted: -4, accepted: -3, allocated: -1 },
});

/** K.W.: handed in, waits for the manager. */
export const kasper: Family = (calendar) => ({
  number: 20, socialWorker: 'jonas', languages: ['sv'],
  focal: [{ name: 'Kasper Wallin', ...calendar.born(7, '06-09', ['201906102395']) }],
  situation: 'Kaspers pappa dog i våras. Mamma är sjukskriven och orkar inte följa Kasper till skolan. Farmor och farfar bor tio mil bort och vill hjälpa till.',
  worries: 'Kasper har inte varit i skolan på tre veckor. Mamma säger att hon inte vet hur hon ska komma igång.',
  strengths: 'Kasper och mamma är nära varandra. Fotbollslaget frågar efter honom. Släkten träffas varje jul.',
  goals: 'Kasper är i skolan, och mamma är inte ensam om allt.',
  questions: ['Hur kommer Kasper tillbaka till skolan?', 'Hur får mamma vila och sällskap?', 'Hur minns vi pappa tillsammans?'],
  bottomLines: ['Kasper äter frukost och kommer till skolan varje dag.'],
  resources: ['Stödgrupp för barn i sorg', 'Hemterapeut sex gånger, prövas särskilt'],
  steps: { offered: -7, started: -4, submitted: -1 },
});

/** N.B.: a half-written draft. */
export const nova: Family = (calendar) => ({
  number: 21, socialWorker: 'jonas', languages: ['sv'],
  focal: [{ name: 'Nova Björk', birthDate: calendar.birthDate(4, '10-02') }],
  situation: 'Novas föräldrar har svårt att få vardagen att fungera. Förskolan har bett om ett möte.',
  questions: ['Vem hämtar Nova när mamma arbetar kväll?'],
  bottomLines: [],
  resources: [],
  steps: { offered: -5, started: -2 },
});
