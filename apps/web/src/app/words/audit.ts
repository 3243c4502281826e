import { catalogue } from './words';

export const auditWords = catalogue({
  sv: {
    title: 'Logg',
    lead: 'Vem som har läst och skrivit vad, och när. Aldrig innehållet.',
    intact: 'Kedjan är hel',
    broken: 'Kedjan är bruten: någon har ändrat i loggen',
    reference: 'Ärendenummer',
    referenceHint: 'Till exempel 2026-014',
    referenceWrong: 'Skriv som 2026-014.',
    show: 'Visa',
    all: 'Visa alla',
    columns: { at: 'När', actor: 'Vem', action: 'Vad', entity: 'Vilken sort', reference: 'Ärende', seq: 'Nr' },
    kinds: { staff: 'personal', family: 'familj', system: 'systemet', worker: 'systemet' } as Record<string, string>,
    older: 'Visa äldre',
    empty: 'Inget i loggen för det här urvalet.',
    actions: {
      'case.read': 'läste rådslaget', 'case.list': 'läste listan över rådslag', 'session.begin': 'loggade in', 'session.end': 'loggade ut', 'session.refused': 'misslyckad inloggning', 'offer.log': 'skrev in ett erbjudande', 'offer.list': 'läste erbjudanden',
      'referral.start': 'påbörjade uppdraget', 'answer.give': 'svarade', 'link.open': 'öppnade länken', 'task.add': 'lade till en uppgift',
    } as Record<string, string>,
  },
  en: {
    title: 'Log',
    lead: 'Who has read and written what, and when. Never the content.',
    intact: 'The chain is intact',
    broken: 'The chain is broken: someone has changed the log',
    reference: 'Case number',
    referenceHint: 'For example 2026-014',
    referenceWrong: 'Write it as 2026-014.',
    show: 'Show',
    all: 'Show all',
    columns: { at: 'When', actor: 'Who', action: 'What', entity: 'Which kind', reference: 'Case', seq: 'No.' },
    kinds: { staff: 'staff', family: 'family', system: 'the system', worker: 'the system' },
    older: 'Show older',
    empty: 'Nothing in the log for this selection.',
    actions: {
      'case.read': 'read the case', 'case.list': 'read the list of cases', 'session.begin': 'signed in', 'session.end': 'signed out', 'session.refused': 'failed sign-in', 'offer.log': 'logged an offer', 'offer.list': 'read the offers',
      'referral.start': 'began the referral', 'answer.give': 'answered', 'link.open': 'opened the link', 'task.add': 'added a task',
    },
  },
});
