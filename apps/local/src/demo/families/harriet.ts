import type { Family } from '../story';

/** H.B.: an older woman; the plan was carried out and the case is closed. */
export const harriet: Family = (calendar) => {
  const day = calendar.last('sat', 118);
  const later = (days: number) => calendar.last('fri', 118 - days);
  return {
    number: 1, socialWorker: 'jonas', coordinator: 'lena', languages: ['sv'], phonesFrom: 20,
    focal: [{ name: 'Harriet Blom', birthDate: calendar.birthDate(81, '02-03'), as: {
      relation: 'huvudperson', state: 'prepared', prepared: -92, mustAttend: true, channel: 'phone', noSms: true, consent: 'oral', answer: { on: -94, at: '10:20', coming: 'yes', source: 'visit' },
    } }],
    situation: 'Harriet bor ensam i hus sedan hennes man dog. Hon har ramlat två gånger i höst och glömmer att äta. Hon vill bo kvar hemma.',
    worries: 'Hemtjänsten hittar maten orörd. Dottern är rädd att något händer på natten.',
    strengths: 'Harriet vet vad hon vill. Barnen bor nära, och grannarna har hållit ihop i fyrtio år.',
    goals: 'Harriet bor kvar hemma, äter och är inte ensam.',
    questions: ['Vem äter middag med Harriet?', 'Vad gör vi om hon ramlar?', 'Hur delar syskonen på det som ska göras?'],
    bottomLines: ['Någon ser Harriet varje dag.'],
    resources: ['Trygghetslarm', 'Hemtjänst två gånger om dagen', 'Dagträffen på torsdagar'],
    steps: { offered: -128, started: -125, submitted: -120, accepted: -119, allocated: -117, declared: -116, closed: { on: -20, reason: 'planFulfilled' } },
    people: [
      { name: 'Ann-Marie Blom', relation: 'dotter', side: 'friends', ring: 'inner', prepared: -104, born: 1968, mustAttend: true, answer: { on: -95, coming: 'yes' } },
      { name: 'Kjell Blom', relation: 'son', side: 'friends', ring: 'inner', prepared: -103, born: 1971, mustAttend: true, answer: { on: -94, coming: 'yes' } },
      { name: 'Sven Rydell', relation: 'granne', side: 'friends', ring: 'middle', prepared: -100, born: 1946, channel: 'phone', answer: { on: -94, at: '11:30', coming: 'yes', source: 'phone' } },
      { name: 'Barbro Rydell', relation: 'granne', side: 'friends', ring: 'middle', prepared: -100, born: 1949, channel: 'phone', answer: { on: -94, at: '11:35', coming: 'yes', source: 'phone' } },
      { name: 'Mia Blom', relation: 'barnbarn', side: 'friends', ring: 'middle', prepared: -98, born: 1999, supportPerson: true, answer: { on: -94, coming: 'yes' } },
      { name: 'Yvonne Alm', relation: 'systerdotter', side: 'friends', ring: 'outer', prepared: -97, born: 1964, answer: { on: -93, coming: 'no' } },
      { name: 'Jonas Holm', relation: 'socialsekreterare', side: 'professionals', ring: 'middle', prepared: -110, staff: 'jonas', professional: true, mustAttend: true, consent: 'digital', answer: { on: -95, at: '09:05', coming: 'yes', mode: 'partly', source: 'phone' } },
    ],
    ties: [{ from: null, to: 'Ann-Marie', kind: 'supports' }, { from: null, to: 'Sven', kind: 'supports' }, { from: 'Ann-Marie', to: 'Kjell', kind: 'weak' }],
    conference: {
      planned: -98, invited: -97, answerBy: calendar.workday(-91),
      times: [calendar.range(day, '11:00', '14:30'), calendar.range(calendar.last('sun', 110), '11:00', '14:30'), calendar.range(calendar.last('wed', 108), '17:00', '20:30')],
      venue: { name: 'Hembygdsgården, Alnäs', address: 'Kvarnvägen 4, Alnäs', directions: 'Ramp på gaveln. Kaffe från kl. 10.30.' },
      set: { on: -90, time: 1 },
      held: { information: 40, privateTime: 90, presentation: 30 },
      plan: {
        presented: { on: day, at: '13:40' },
        decision: { on: later(6), at: '10:00', what: 'accept', reviewOn: later(75) },
        actions: [
          { question: 1, what: 'Äter middag med Harriet', owner: 'Ann-Marie', when: 'tisdagar och torsdagar', checker: 'Kjell', planB: 'Mia kommer', meets: [1], state: 'done', reports: [{ value: 'good', on: -60 }] },
          { question: 1, what: 'Lagar söndagsmiddag', owner: 'Kjell', when: 'söndagar', checker: 'Ann-Marie', planB: 'Beställer hem mat', state: 'done' },
          { question: 2, what: 'Skaffar trygghetslarm', owner: 'Ann-Marie', when: 'en gång', due: later(20), checker: 'Harriet', planB: 'Sven tittar in morgon och kväll', state: 'done', reports: [{ value: 'good', on: -62 }] },
          { question: 2, what: 'Ser efter att det lyser kl. 8', owner: 'Sven', when: 'varje morgon', checker: 'Kjell', planB: 'Barbro', meets: [1], state: 'done' },
          { question: 3, what: 'Ringer ett familjemöte', owner: 'Mia', when: 'första söndagen i månaden', due: later(40), checker: 'Ann-Marie', planB: 'Kjell ringer', state: 'noLongerNeeded' },
        ],
      },
    },
  };
};
