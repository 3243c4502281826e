import { catalogue } from './words';

type InboxWords = {
  title: string;
  lead: string;
  whose: string;
  scopes: { mine: (n: number) => string; unclaimed: (n: number) => string };
  groups: { urgent: string; waiting: string; done: string };
  empty: { mine: string; unclaimed: string };
  what: {
    text: (who: string) => string; unclear: (who: string) => string; stop: (who: string) => string; unknownNumber: (number: string) => string;
    answer: (who: string, said: string) => string; siteFeedback: (who: string) => string;
  };
  somebody: string;
  said: Record<'yes' | 'no' | 'maybe', string>;
  unclear: Record<string, string>;
  urgent: string;
  open: string;
  openWhat: (what: string) => string;
  closeWhat: (what: string) => string;
  close: string;
  handled: { read: (by: string) => string; called: (by: string) => string; byItself: string };
  next: { title: string; urgent: string; text: string; unclear: string; stop: string; unknown: string; severalCases: string; overtaken: string; answer: string; siteFeedback: string };
  from: string;
  at: string;
  theCase: string;
  answeredByItself: string;
  call: (number: string) => string;
  openPerson: string;
  writeAnswer: string;
  note: string;
  noteHint: string;
  called: string;
  read: string;
  dangerRead: { title: string; effect: string; yes: string; no: string };
  reopen: string;
  noted: string;
  claim: { title: string; theCase: string; person: string; choose: string; choosePerson: string; do: string; effect: string; none: string };
  keys: { updown: string; open: string; done: string; undo: string };
  protectedPerson: string;
};

export const inboxWords = catalogue<InboxWords>({
  sv: {
    title: 'Inkorg',
    lead: 'SMS som någon skrivit till oss',
    whose: 'Vilka svar',
    scopes: { mine: (n) => (n === 0 ? 'Mina' : `Mina ${n}`), unclaimed: (n) => (n === 0 ? 'Okända nummer' : `Okända nummer ${n}`) },
    groups: { urgent: 'Läs först', waiting: 'Väntar', done: 'Klart' },
    empty: { mine: 'Inget väntar. När någon skriver till er visas det här, och ett tydligt ja eller nej skrivs in av sig självt.', unclaimed: 'Inga SMS från okända nummer.' },
    what: {
      text: (who) => `${who} skriver`, unclear: (who) => `Fråga ${who} vad svaret betyder`, stop: (who) => `Ring ${who}: vill inte ha fler SMS`,
      unknownNumber: (number) => `Okänt nummer ${number}`, answer: (who, said) => `${who} svarade ${said}`, siteFeedback: (who) => `${who} skriver om familjesidorna`,
    },
    somebody: 'någon',
    said: { yes: 'ja', no: 'nej', maybe: 'kanske' },
    unclear: {
      twoLanguages: 'Ordet betyder olika saker på olika språk.', emoji: 'En bild är inget säkert svar.', acknowledged: 'Säger bara att det är läst.', bothWays: 'Svaret säger både ja och nej.',
      severalPeople: 'Flera personer har numret.', severalInvitations: 'Personen har flera frågor att svara på.', goBetween: 'Numret hör till den som tar emot personens meddelanden.',
      sharedPhone: 'Telefonen delas med andra.', notOpen: 'Det går inte längre att svara på frågan.', overtaken: 'Skickades före ett senare svar och ändrade inget.',
    },
    urgent: 'Läs först',
    open: 'Öppna',
    openWhat: (what) => `Öppna: ${what}`,
    closeWhat: (what) => `Stäng: ${what}`,
    close: 'Stäng',
    handled: { read: (by) => `Läst av ${by}`, called: (by) => `${by} har ringt`, byItself: 'Inskrivet av sig självt' },
    next: {
      title: 'Vad göra nu',
      urgent: 'I texten finns ord om fara. Ring nu. Vid omedelbar fara: 112.',
      text: 'Läs, och ring om något behöver besvaras. Härifrån skickas inget svar med innehåll.',
      unclear: 'Inget är inskrivet. Ring och fråga, och skriv in svaret.',
      stop: 'Inga fler SMS går till personen. Ring och kom överens om hur ni når varandra.',
      unknown: 'Känner du igen numret? Koppla det till en person i ett av dina rådslag. Då ser ingen annan det längre.',
      severalCases: 'Numret finns i flera rådslag. Samordnarna i de andra ser också svaret.',
      overtaken: 'Inget att göra. Det senare svaret gäller.',
      answer: 'Inget att göra. Svaret står bland svaren.', siteFeedback: 'Rätta det som går, och berätta för personen.',
    },
    from: 'Från',
    at: 'Kom',
    theCase: 'Rådslag',
    answeredByItself: 'Ett automatiskt svar har gått: ingen läser direkt, kvällsnumret och 112.',
    call: (number) => `Ring ${number}`,
    openPerson: 'Öppna personen',
    writeAnswer: 'Skriv in svaret',
    note: 'Anteckning efter samtalet',
    noteHint: 'Syns för samordnare och chef.',
    called: 'Jag har ringt',
    read: 'Läst, inget mer behövs',
    dangerRead: { title: 'Är ingen i fara?', effect: 'I texten finns ord om fara. Den lämnar ”Läs först” och ligger under Klart, med ditt namn. Ring hellre först.', yes: 'Läst, ingen är i fara', no: 'Avbryt' },
    reopen: 'Inte klart',
    noted: 'Anteckning',
    claim: { title: 'Vem är det?', theCase: 'Rådslag', person: 'Person', choose: 'Välj rådslag', choosePerson: 'Välj person', do: 'Koppla till personen', effect: 'Numret läggs inte till hos personen. Ändra det i nätverket om det är nytt.', none: 'Du har inga rådslag att koppla till.' },
    keys: { updown: 'upp och ner', open: 'öppna', done: 'läst', undo: 'inte klart' },
    protectedPerson: 'Skyddade uppgifter',
  },
  en: {
    title: 'Inbox',
    lead: 'Texts that people have sent us',
    whose: 'Which replies',
    scopes: { mine: (n) => (n === 0 ? 'Mine' : `Mine ${n}`), unclaimed: (n) => (n === 0 ? 'Unknown numbers' : `Unknown numbers ${n}`) },
    groups: { urgent: 'Read first', waiting: 'Waiting', done: 'Done' },
    empty: { mine: 'Nothing is waiting. When somebody writes to you it is shown here, and a clear yes or no is written down by itself.', unclaimed: 'No texts from unknown numbers.' },
    what: {
      text: (who) => `${who} writes`, unclear: (who) => `Ask ${who} what the reply means`, stop: (who) => `Call ${who}: wants no more texts`,
      unknownNumber: (number) => `Unknown number ${number}`, answer: (who, said) => `${who} answered ${said}`, siteFeedback: (who) => `${who} writes about the family pages`,
    },
    somebody: 'someone',
    said: { yes: 'yes', no: 'no', maybe: 'maybe' },
    unclear: {
      twoLanguages: 'The word means different things in different languages.', emoji: 'A picture is no certain answer.', acknowledged: 'Only says that it has been read.', bothWays: 'The reply says both yes and no.',
      severalPeople: 'Several people have the number.', severalInvitations: 'The person has several questions to answer.', goBetween: 'The number belongs to whoever takes the person’s messages.',
      sharedPhone: 'The phone is shared with others.', notOpen: 'The question can no longer be answered.', overtaken: 'Was sent before a later answer and changed nothing.',
    },
    urgent: 'Read first',
    open: 'Open',
    openWhat: (what) => `Open: ${what}`,
    closeWhat: (what) => `Close: ${what}`,
    close: 'Close',
    handled: { read: (by) => `Read by ${by}`, called: (by) => `${by} has called`, byItself: 'Written down by itself' },
    next: {
      title: 'What to do now',
      urgent: 'The text has words of danger in it. Call now. In immediate danger: 112.',
      text: 'Read it, and call if something needs an answer. No reply with content is sent from here.',
      unclear: 'Nothing is written down. Call and ask, and write down the answer.',
      stop: 'No more texts go to the person. Call and agree how you reach each other.',
      unknown: 'Do you recognise the number? Tie it to a person in one of your conferences. Then nobody else sees it any more.',
      severalCases: 'The number is in several conferences. The coordinators of the others see the reply too.',
      overtaken: 'Nothing to do. The later answer holds.',
      answer: 'Nothing to do. The answer stands among the answers.', siteFeedback: 'Mend what can be mended, and tell the person.',
    },
    from: 'From',
    at: 'Came',
    theCase: 'Conference',
    answeredByItself: 'An automatic reply has gone: nobody reads straight away, the evening number and 112.',
    call: (number) => `Call ${number}`,
    openPerson: 'Open the person',
    writeAnswer: 'Write down the answer',
    note: 'Note after the call',
    noteHint: 'Seen by coordinators and managers.',
    called: 'I have called',
    read: 'Read, nothing more needed',
    dangerRead: { title: 'Is nobody in danger?', effect: 'There are words about danger in the text. It leaves “Read first” and lies under Done, with your name. Better to call first.', yes: 'Read, nobody is in danger', no: 'Cancel' },
    reopen: 'Not done',
    noted: 'Note',
    claim: { title: 'Who is it?', theCase: 'Conference', person: 'Person', choose: 'Choose a conference', choosePerson: 'Choose a person', do: 'Tie to the person', effect: 'The number is not added to the person. Change it in the network if it is new.', none: 'You have no conferences to tie it to.' },
    keys: { updown: 'up and down', open: 'open', done: 'read', undo: 'not done' },
    protectedPerson: 'Protected identity',
  },
});
