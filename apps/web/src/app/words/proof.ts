import { catalogue } from './words';

export const proofWords = catalogue({
  sv: {
    title: 'Allt som ska skickas',
    lead: 'Så här blir det om inget ändras: varje utskick med sin exakta text, och samtalen som du kommer att bli ombedd att ringa.',
    sum: '{segments, plural, one {Tillsammans {segments} SMS, cirka {cost}.} other {Tillsammans {segments} SMS, cirka {cost}.}}',
    back: 'Tillbaka till utskick',
    download: 'Ladda ner som tabell',
    empty: 'Inget mer ska skickas.',
    call: 'Ring',
    to: '{recipient, select, none {{person}} other {{person}, {recipient}}}',
    stopped: 'Skickas inte: {why}.',
    subject: 'Ämne:',
    by: '{segments, plural, one {{segments} SMS genom {operator}} other {{segments} SMS genom {operator}}}',
    anyOperator: 'den operatör som fungerar bäst då',
    open: 'Allt som ska skickas',
  },
  en: {
    title: 'Everything to be sent',
    lead: 'What will happen if nothing changes: each message with its exact text, and the calls that you will be asked to make.',
    sum: '{segments, plural, one {Together one text, about {cost}.} other {Together {segments} texts, about {cost}.}}',
    back: 'Back to messages',
    download: 'Download as a table',
    empty: 'Nothing more is to be sent.',
    call: 'Call',
    to: '{recipient, select, none {{person}} other {{person}, {recipient}}}',
    stopped: 'Will not be sent: {why}.',
    subject: 'Subject:',
    by: '{segments, plural, one {One text through {operator}} other {{segments} texts through {operator}}}',
    anyOperator: 'the operator that works best then',
    open: 'Everything to be sent',
  },
});
