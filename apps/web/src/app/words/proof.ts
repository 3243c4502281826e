import { catalogue } from './words';

export const proofWords = catalogue({
  sv: {
    title: 'Allt som ska skickas',
    lead: 'Så här blir det om inget ändras: varje utskick med sin exakta text, och samtalen som du kommer att bli ombedd att ringa.',
    sum: (segments: number, cost: string) => `Tillsammans ${segments} SMS, cirka ${cost}.`,
    back: 'Tillbaka till utskick',
    download: 'Ladda ner som tabell',
    empty: 'Inget mer ska skickas.',
    call: 'Ring',
    to: (person: string, recipient: string) => (recipient === '' ? person : `${person}, ${recipient}`),
    stopped: (why: string) => `Skickas inte: ${why}.`,
    subject: 'Ämne:',
    by: (segments: number, operator: string) => `${segments} SMS genom ${operator}`,
    anyOperator: 'den operatör som fungerar bäst då',
    open: 'Allt som ska skickas',
  },
  en: {
    title: 'Everything to be sent',
    lead: 'What will happen if nothing changes: each message with its exact text, and the calls that you will be asked to make.',
    sum: (segments, cost) => `Together ${segments === 1 ? 'one text' : `${segments} texts`}, about ${cost}.`,
    back: 'Back to messages',
    download: 'Download as a table',
    empty: 'Nothing more is to be sent.',
    call: 'Call',
    to: (person, recipient) => (recipient === '' ? person : `${person}, ${recipient}`),
    stopped: (why) => `Will not be sent: ${why}.`,
    subject: 'Subject:',
    by: (segments, operator) => `${segments === 1 ? 'One text' : `${segments} texts`} through ${operator}`,
    anyOperator: 'the operator that works best then',
    open: 'Everything to be sent',
  },
});
