import type { Words } from './case';
import { catalogue } from './words';

type Text = string | ((p: Words) => string);
export type TaskText = { title: Text; why: Text; button: string };

const FEW: Readonly<Record<number, string>> = { 2: 'Två', 3: 'Tre', 4: 'Fyra', 5: 'Fem', 6: 'Sex', 7: 'Sju', 8: 'Åtta', 9: 'Nio' };

type TodayWords = {
  title: string;
  week: (n: number) => string;
  whose: string;
  scopes: { mine: string; unit: string };
  groups: { late: string; urgentAndLate: string; today: string; thisWeek: string; later: string };
  empty: { late: string; today: string; todayNext: (when: string) => string; thisWeek: string; later: string; all: string };
  /** Rows that someone, or a message that failed, has put here; the others are worded as the case's next step. */
  tasks: Record<string, TaskText>;
  reasons: Record<string, string>;
  failed: string;
  urgent: string;
  notKnown: string;
  daysLate: (n: number) => string;
  at: (clock: string) => string;
  done: string;
  doneAt: (clock: string) => string;
  markDone: (what: string) => string;
  undo: string;
  undoWhat: (what: string) => string;
  agenda: string;
  agendaEmpty: string;
  now: (clock: string) => string;
  conferenceOf: (initials: string) => string;
  mine: string;
  unitCases: string;
  showAll: (n: number) => string;
  noCases: string;
  panel: string;
  keys: { updown: string; open: string; done: string; all: string };
  nextUp: (n: number) => string;
  /** Sending is held: what everybody who writes to families must know. */
  held: { title: (since: string) => string; why: Record<'restored' | 'byHand', string>; what: string; ask: (name: string, phone: string) => string };
};

export const todayWords = catalogue<TodayWords>({
  sv: {
    title: 'Idag',
    week: (n) => `v. ${n}`,
    whose: 'Vems uppgifter',
    scopes: { mine: 'Mina', unit: 'Hela enhetens' },
    groups: { late: 'Försenat', urgentAndLate: 'Bråttom och försenat', today: 'Idag', thisWeek: 'Denna vecka', later: 'Senare' },
    empty: {
      late: 'Inget försenat.', today: 'Inget mer i dag.', todayNext: (when) => `Inget mer i dag. Nästa: ${when}.`, thisWeek: 'Inget mer den här veckan.', later: 'Inget planerat längre fram.',
      all: 'Inget väntar på dig just nu. Samtal, brev, svar och det som blockerar nästa steg visas här.',
    },
    tasks: {
      callMember: { title: (p) => `Ring ${p['person'] ?? 'personen'}`, why: (p) => p['reason'] ?? '', button: 'Ring' },
      worried: { title: (p) => `${p['person'] ?? 'Någon'} är orolig`, why: (p) => p['reason'] ?? '', button: 'Öppna' },
      findOtherWay: { title: (p) => `Hitta en annan väg till ${p['person'] ?? 'personen'}`, why: (p) => p['reason'] ?? '', button: 'Välj väg' },
      checkUnknown: { title: (p) => `Kolla om ${p['person'] ?? 'personen'} har fått sitt SMS`, why: 'Operatören har inte sagt om det gick fram. Det skickas inte igen av sig självt.', button: 'Öppna utskick' },
      inboundMessage: { title: (p) => (p['reason'] === undefined ? `Läs SMS från ${p['person'] ?? 'en telefon i nätverket'}` : p['person'] === undefined ? 'Fråga vad ett SMS betyder' : `Fråga ${p['person']} vad svaret betyder`), why: (p) => p['reason'] ?? 'Någon ska läsa det, och ringa om det behövs.', button: 'Läs' },
      unclaimedReplies: { title: (p) => (p['count'] === '1' ? 'Ett SMS från ett okänt nummer' : `${FEW[Number(p['count'])] ?? p['count']} SMS från okända nummer`), why: 'Känner du igen numret? Den som gör det tar hand om det.', button: 'Läs' },
      sendLetter: { title: (p) => `Skicka brev till ${p['person'] ?? 'personen'}`, why: (p) => p['reason'] || 'Nås med brev.', button: 'Gör brevet' },
      wrongPerson: { title: (p) => `Rätta numret till ${p['person'] ?? 'personen'}`, why: 'Den som fick länken säger att det är fel person. Länken är stängd.', button: 'Öppna nätverket' },
      siteFeedback: { title: (p) => `Läs vad ${p['person'] ?? 'någon'} skriver om familjesidorna`, why: 'Något på sidorna fungerar inte som det ska.', button: 'Läs' },
      whoHasOpened: { title: (p) => `${p['person'] ?? 'Någon'} vill veta vem som har öppnat uppgifterna`, why: 'Loggranskaren ser frågan och tar ut listan. Lämna den vidare.', button: 'Öppna personen' },
      needsHelp: { title: (p) => `${p['person'] ?? 'Någon'} behöver hjälp med sin del`, why: 'Har svarat att punkten i planen inte går utan hjälp.', button: 'Stäm av' },
      newTimeReply: { title: (p) => `${p['person'] ?? 'Någon'} vill ha en annan tid`, why: 'Svarade så på SMS.', button: 'Se svaren' },
      allocateCoordinator: { title: 'Utse en annan samordnare', why: 'Samordnaren har anmält jäv.', button: 'Utse samordnare' },
    },
    reasons: {
      coordinatorRecused: 'Samordnaren har anmält jäv.', late: 'Säger sig bli sen.', lost: 'Hittar inte dit.', notComing: 'Kommer inte ändå.', callMe: 'Vill bli uppringd.', doNotCall: 'Vill inte bli uppringd.',
      numberUnreachable: 'SMS kom inte fram. Numret används inte längre.', operatorRefused: 'Operatören tog inte emot SMS:et.', noReceipt: 'Ingen kvittens kom.', outcomeUnknown: 'Det är okänt om SMS:et gick fram.',
      noNumber: 'Saknar mobilnummer.', noSms: 'Nås inte med SMS.', noConsent: 'Har inte samtyckt till att bli kontaktad.', tooLate: 'SMS:et hann inte skickas i tid.', personProtected: 'Skyddade uppgifter: får inga utskick.',
      invitation: 'Frågan om en tid.', answerReminder: 'Frågan om en tid, en gång till.', timeSet: 'Dagen är klar.', timeMoved: 'Det har blivit en ny tid.', cancelled: 'Tiden gäller inte längre.', newLink: 'Länken har bytts ut.', actionDue: 'Påminnelse om det personen lovade.',
      reminderFortnight: 'Påminnelse om tiden.', reminderWeek: 'Påminnelse om tiden.', reminderDay: 'Påminnelse om tiden.', reminderHours: 'Påminnelse om tiden.',
      optedOut: 'Har svarat STOPP.', notNeutral: 'Texten var inte neutral och skickades inte.', consentWithdrawn: 'Har tagit tillbaka sitt samtycke.', answerUnclear: 'Svaret gick inte att tolka.', notAnswered: 'Har inte svarat, trots påminnelser.', capReached: 'Har redan fått så många SMS som får skickas på en vecka.', noEmail: 'Saknar e-postadress.', embargoed: 'Får inte kontaktas än.', restored: 'Tjänsten har lästs tillbaka från en säkerhetskopia: det är osäkert vad personen har fått veta.', timesNotSaid: 'Har svarat ja på SMS, men inte vilka tider som passar.',
      twoLanguages: 'Ordet betyder olika saker på olika språk.', emoji: 'En bild är inget säkert svar.', acknowledged: 'Säger bara att det är läst.', bothWays: 'Svaret säger både ja och nej.', severalPeople: 'Flera personer har numret.', severalInvitations: 'Personen har flera frågor att svara på.', goBetween: 'Numret hör till den som tar emot personens meddelanden.', sharedPhone: 'Telefonen delas med andra.', notOpen: 'Det går inte längre att svara på frågan.', overtaken: 'Skickades före ett senare svar.',
      noTimeFits: 'Ingen av tiderna passar.', maybe: 'Vet inte om det går att komma.', needHelp: 'Vill ha hjälp.', notDelivered: 'SMS kom inte fram.', invitationRevoked: 'Länken är stängd.', worry: 'Är orolig.',
    },
    failed: 'Kom inte fram',
    urgent: 'Bråttom',
    notKnown: 'Okänt',
    daysLate: (n) => (n === 1 ? '1 dag sen' : `${n} dagar sen`),
    at: (clock) => `kl. ${clock}`,
    done: 'Klart',
    doneAt: (clock) => `Klart kl. ${clock}`,
    markDone: (what) => `Markera klart: ${what}`,
    undo: 'Ångra',
    undoWhat: (what) => `Ångra: ${what}`,
    agenda: 'Dagens tider',
    agendaEmpty: 'Inga rådslag i dag.',
    now: (clock) => `nu ${clock}`,
    conferenceOf: (initials) => `Rådslag ${initials}`,
    mine: 'Mina rådslag',
    unitCases: 'Enhetens rådslag',
    showAll: (n) => `Visa alla ${n}`,
    noCases: 'Du har inga rådslag än.',
    panel: 'Dagens tider och mina rådslag',
    keys: { updown: 'upp och ner', open: 'öppna', done: 'klart', all: 'alla kortkommandon' },
    nextUp: (n) => (n === 0 ? 'sista för i dag' : n === 1 ? 'en tid till i dag' : `${n} tider till i dag`),
    held: {
      title: (since) => `Inga SMS eller mejl går i väg sedan ${since}.`,
      why: { restored: 'Tjänsten har lästs tillbaka från en säkerhetskopia, och någon ser över vad som redan har skickats.', byHand: 'Sändningen är pausad för hand.' },
      what: 'Det du planerar sparas och väntar. Ring den som behöver få veta något i dag.',
      ask: (name, phone) => `Fråga ${name}${phone === '' ? '' : `, ${phone}`}.`,
    },
  },
  en: {
    title: 'Today',
    week: (n) => `week ${n}`,
    whose: 'Whose tasks',
    scopes: { mine: 'Mine', unit: 'The whole unit’s' },
    groups: { late: 'Late', urgentAndLate: 'Urgent and late', today: 'Today', thisWeek: 'This week', later: 'Later' },
    empty: {
      late: 'Nothing late.', today: 'Nothing more today.', todayNext: (when) => `Nothing more today. Next: ${when}.`, thisWeek: 'Nothing more this week.', later: 'Nothing planned further ahead.',
      all: 'Nothing waits for you right now. Calls, letters, replies and what blocks the next step are shown here.',
    },
    tasks: {
      callMember: { title: (p) => `Call ${p['person'] ?? 'the person'}`, why: (p) => p['reason'] ?? '', button: 'Call' },
      worried: { title: (p) => `${p['person'] ?? 'Someone'} is worried`, why: (p) => p['reason'] ?? '', button: 'Open' },
      findOtherWay: { title: (p) => `Find another way to ${p['person'] ?? 'the person'}`, why: (p) => p['reason'] ?? '', button: 'Choose a way' },
      checkUnknown: { title: (p) => `Check whether ${p['person'] ?? 'the person'} got the SMS`, why: 'The operator has not said whether it arrived. It is not sent again by itself.', button: 'Open messages' },
      inboundMessage: { title: (p) => (p['reason'] === undefined ? `Read the text from ${p['person'] ?? 'a phone in the network'}` : p['person'] === undefined ? 'Ask what a text means' : `Ask ${p['person']} what the reply means`), why: (p) => p['reason'] ?? 'Somebody should read it, and call if needed.', button: 'Read' },
      unclaimedReplies: { title: (p) => (p['count'] === '1' ? 'A text from an unknown number' : `${p['count']} texts from unknown numbers`), why: 'Do you recognise the number? Whoever does takes care of it.', button: 'Read' },
      sendLetter: { title: (p) => `Send a letter to ${p['person'] ?? 'the person'}`, why: (p) => p['reason'] || 'Is reached by letter.', button: 'Make the letter' },
      wrongPerson: { title: (p) => `Correct the number of ${p['person'] ?? 'the person'}`, why: 'Whoever got the link says it is the wrong person. The link is closed.', button: 'Open the network' },
      siteFeedback: { title: (p) => `Read what ${p['person'] ?? 'somebody'} writes about the family pages`, why: 'Something on the pages does not work as it should.', button: 'Read' },
      whoHasOpened: { title: (p) => `${p['person'] ?? 'Someone'} wants to know who has opened their data`, why: 'The log reviewer sees the question and takes out the list. Pass it on.', button: 'Open the person' },
      needsHelp: { title: (p) => `${p['person'] ?? 'Someone'} needs help with their part`, why: 'Has answered that the action does not work without help.', button: 'Follow up' },
      newTimeReply: { title: (p) => `${p['person'] ?? 'Someone'} wants another time`, why: 'Answered so by SMS.', button: 'See the answers' },
      allocateCoordinator: { title: 'Choose another coordinator', why: 'The coordinator has declared a conflict of interest.', button: 'Choose a coordinator' },
    },
    reasons: {
      coordinatorRecused: 'The coordinator has declared a conflict of interest.', late: 'Says they will be late.', lost: 'Cannot find the way.', notComing: 'Is not coming after all.', callMe: 'Wants a call.', doNotCall: 'Does not want a call.',
      numberUnreachable: 'The SMS did not arrive. The number is no longer in use.', operatorRefused: 'The operator did not take the SMS.', noReceipt: 'No receipt came.', outcomeUnknown: 'It is not known whether the SMS arrived.',
      noNumber: 'Has no mobile number.', noSms: 'Cannot be reached by SMS.', noConsent: 'Has not consented to be contacted.', tooLate: 'The SMS could not be sent in time.', personProtected: 'Protected identity: nothing is sent.',
      invitation: 'The question about a time.', answerReminder: 'The question about a time, once more.', timeSet: 'The day is set.', timeMoved: 'There is a new time.', cancelled: 'The time no longer applies.', newLink: 'The link has been replaced.', actionDue: 'A reminder of what they promised.',
      reminderFortnight: 'A reminder of the time.', reminderWeek: 'A reminder of the time.', reminderDay: 'A reminder of the time.', reminderHours: 'A reminder of the time.',
      optedOut: 'Has answered STOP.', notNeutral: 'The text was not neutral and was not sent.', consentWithdrawn: 'Has withdrawn consent.', answerUnclear: 'The answer could not be interpreted.', notAnswered: 'Has not answered, in spite of reminders.', capReached: 'Has already had as many texts as may be sent in a week.', noEmail: 'Has no e-mail address.', embargoed: 'May not be contacted yet.', restored: 'The service was restored from a backup: it is uncertain what they have been told.', timesNotSaid: 'Has answered yes by SMS, but not which times fit.',
      twoLanguages: 'The word means different things in different languages.', emoji: 'A picture is no certain answer.', acknowledged: 'Only says that it has been read.', bothWays: 'The reply says both yes and no.', severalPeople: 'Several people have the number.', severalInvitations: 'The person has several questions to answer.', goBetween: 'The number belongs to whoever takes the person’s messages.', sharedPhone: 'The phone is shared with others.', notOpen: 'The question can no longer be answered.', overtaken: 'Was sent before a later answer.',
      noTimeFits: 'None of the times fits.', maybe: 'Does not know whether they can come.', needHelp: 'Wants help.', notDelivered: 'The SMS did not arrive.', invitationRevoked: 'The link is closed.', worry: 'Is worried.',
    },
    failed: 'Did not arrive',
    urgent: 'Urgent',
    notKnown: 'Not known',
    daysLate: (n) => (n === 1 ? '1 day late' : `${n} days late`),
    at: (clock) => clock,
    done: 'Done',
    doneAt: (clock) => `Done ${clock}`,
    markDone: (what) => `Mark done: ${what}`,
    undo: 'Undo',
    undoWhat: (what) => `Undo: ${what}`,
    agenda: 'Today’s times',
    agendaEmpty: 'No conferences today.',
    now: (clock) => `now ${clock}`,
    conferenceOf: (initials) => `Conference ${initials}`,
    mine: 'My conferences',
    unitCases: 'The unit’s conferences',
    showAll: (n) => `Show all ${n}`,
    noCases: 'You have no conferences yet.',
    panel: 'Today’s times and my conferences',
    keys: { updown: 'up and down', open: 'open', done: 'done', all: 'all shortcuts' },
    nextUp: (n) => (n === 0 ? 'the last one today' : n === 1 ? 'one more today' : `${n} more today`),
    held: {
      title: (since) => `No texts or e-mails have left since ${since}.`,
      why: { restored: 'The service was restored from a backup, and somebody is going through what had been sent already.', byHand: 'Sending has been paused by hand.' },
      what: 'What you plan is kept and waits. Call whoever must know something today.',
      ask: (name, phone) => `Ask ${name}${phone === '' ? '' : `, ${phone}`}.`,
    },
  },
});
