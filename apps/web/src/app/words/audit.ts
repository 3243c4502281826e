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
    columns: { at: 'När', actor: 'Vem', action: 'Vad', reference: 'Ärende', seq: 'Nr' },
    kinds: { staff: 'personal', family: 'familj', system: 'systemet', worker: 'systemet' } as Record<string, string>,
    older: 'Visa äldre',
    empty: 'Inget i loggen för det här urvalet.',
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
    columns: { at: 'When', actor: 'Who', action: 'What', reference: 'Case', seq: 'No.' },
    kinds: { staff: 'staff', family: 'family', system: 'the system', worker: 'the system' },
    older: 'Show older',
    empty: 'Nothing in the log for this selection.',
  },
});
