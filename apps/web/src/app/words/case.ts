import type { HealthReasonCode } from '../cases/codes';
import type { MethodStepKey, NextStepCode, StepDetailCode } from '@radslag/domain';
import { catalogue } from './words';

/** Parts of a coded text, already in words: dates and numbers are made into text before they come here. */
export type Words = Readonly<Record<string, string>>;
type Text = string | ((p: Words) => string);

type CaseWords = {
  steps: Record<MethodStepKey, string>;
  methodSteps: string;
  shapes: Record<'none' | 'half' | 'full', string>;
  stepOf: (n: number) => string;
  detail: Record<StepDetailCode, Text>;
  next: Record<NextStepCode, { title: Text; why: Text; button: string; short: Text }>;
  health: Record<'onTrack' | 'late' | 'paused', string>;
  healthReason: Record<HealthReasonCode, Text>;
  deadline: Record<string, string>;
  byLaw: string;
  facts: { coordinator: string; socialWorker: string; languages: string; holdBy: string; noCoordinator: string };
  age: (years: number) => string;
  panel: {
    label: string; next: string; deadlines: string; contact: string; events: string; noDeadlines: string; noEvents: string; noContact: string;
    days: (n: number) => string; daysLate: (n: number) => string; open: string; done: string; waiting: string;
  };
  loading: string;
  gone: string;
  goneText: string;
  toList: string;
  read: string;
  keysSteps: string;
  keysNext: string;
  conferenceStep: { lead: string; open: string; notPlanned: string; toInvitation: string };
};

export const caseWords = catalogue<CaseWords>({
  sv: {
    steps: {
      referral: 'Uppdrag', consent: 'Samtycke', network: 'Nätverk', preparation: 'Förberedelse', invitation: 'Inbjudan & tid', conference: 'Rådslag', plan: 'Plan & uppföljning',
    },
    methodSteps: 'Stegen i metoden',
    shapes: { none: 'inte börjat', half: 'pågår', full: 'klart' },
    stepOf: (n) => `Steg ${n} av 7: `,
    detail: {
      notStarted: 'Inte börjat', draft: 'Utkast', submitted: 'Inlämnat', accepted: 'Väntar på samordnare', allocated: 'Jäv ej besvarat',
      done: (p) => (p['on'] ? `Klart ${p['on']}` : 'Klart'), consents: (p) => `${p['done']} av ${p['of']}`, people: (p) => (p['count'] === '1' ? '1 person' : `${p['count']} personer`),
      talks: (p) => `${p['done']} av ${p['of']} samtal`, noTimes: 'Inga tider än', answers: (p) => `${p['done']} av ${p['of']} svar`, notSent: 'Inte skickat',
      dayBooked: (p) => (p['on'] ? `${p['on']}${p['at'] ? ` ${p['at']}` : ''}` : 'Bokat'), latest: (p) => `Senast ${p['on']}`, today: 'I dag', running: 'Pågår nu', held: (p) => (p['on'] ? `Hållet ${p['on']}` : 'Hållet'),
      cancelled: 'Inställt', planDraft: (p) => `${p['done']} av ${p['of']} frågor`, planPresented: 'Väntar på besked', planRevision: 'Ska ändras', planRefused: 'Avslagen',
      actions: (p) => `${p['done']} av ${p['of']} klara`, closed: (p) => (p['on'] ? `Avslutat ${p['on']}` : 'Avslutat'),
    },
    next: {
      completeReferral: { title: 'Skriv klart uppdraget', why: 'Enhetschefen kan ta emot det först när det är inlämnat.', button: 'Öppna uppdraget', short: 'uppdraget' },
      decideReferral: { title: 'Ta ställning till uppdraget', why: 'Ta emot det eller skicka tillbaka med skäl.', button: 'Läs uppdraget', short: 'väntar på beslut' },
      allocateCoordinator: { title: 'Utse samordnare', why: 'Uppdraget är mottaget men ingen har det.', button: 'Utse samordnare', short: 'saknar samordnare' },
      answerAssignment: { title: 'Svara på uppdraget', why: 'Frågan om jäv är inte besvarad.', button: 'Läs uppdraget', short: 'jäv ej besvarat' },
      recordConsents: { title: (p) => (p['left'] === '1' ? 'Hämta det samtycke som saknas' : `Hämta ${p['left'] ?? 'de'} samtycken som saknas`), why: 'Vårdnadshavare, och barn som har fyllt 15, behöver säga ja till att delta.', button: 'Öppna samtycke', short: 'samtycke' },
      buildNetwork: { title: 'Börja på nätverket', why: 'Fråga barnet vem som är viktig, och lägg till den som nämns först.', button: 'Öppna nätverket', short: 'nätverket' },
      agreeNetwork: { title: (p) => `Stäm av ${p['left'] ?? ''} föreslagna personer`.replace('  ', ' '), why: 'Huvudpersonen säger ja till var och en innan någon bjuds in.', button: 'Öppna nätverket', short: 'stäm av nätverket' },
      proposeTimes: { title: 'Föreslå tider', why: 'Minst tre tider, så att de som måste vara med kan enas om en.', button: 'Föreslå tider', short: 'föreslå tider' },
      sendInvitations: { title: (p) => (p['count'] && p['count'] !== '0' ? `Skicka inbjudan till ${p['count']}` : 'Skicka inbjudningarna'), why: 'Tiderna är föreslagna. Ingen har fått frågan än.', button: 'Öppna inbjudningar', short: 'skicka inbjudan' },
      reachUndelivered: { title: (p) => (p['count'] === '1' ? 'Hitta en annan väg till en person' : `Hitta en annan väg till ${p['count']} personer`), why: 'SMS kom inte fram.', button: 'Välj väg', short: 'SMS kom inte fram' },
      chaseAnswers: { title: (p) => (p['left'] === '1' ? 'Be om svar från en person' : `Be om svar från ${p['left']} personer`), why: (p) => (p['must'] && p['must'] !== '0' ? `${p['must']} av dem måste vara med.` : 'De har inte svarat om tiderna.'), button: 'Se svaren', short: 'väntar på svar' },
      chooseTime: { title: 'Välj tid', why: (p) => (p['answered'] ? `${p['answered']} har svarat.` : 'Svarstiden är ute.'), button: 'Välj tid', short: 'välj tid' },
      prepareMembers: { title: (p) => (p['left'] === '1' ? 'Förbered en person' : `Förbered ${p['left']} personer`), why: 'Alla ska ha pratat med dig innan de kommer.', button: 'Öppna förberedelse', short: 'förbered' },
      awaitConference: { title: 'Inget att göra just nu', why: (p) => (p['days'] === '0' ? 'Rådslaget är i dag.' : p['days'] === '1' ? 'Rådslaget är i morgon.' : p['days'] ? `Rådslaget är om ${p['days']} dagar.` : 'Rådslaget är bokat.'), button: 'Se utskicken', short: 'bokat' },
      runDay: { title: 'Genomför rådslaget', why: 'Närvaro, enskild tid och planen sköts från dagens sida.', button: 'Öppna dagen', short: 'i dag' },
      replanConference: { title: 'Planera ett nytt rådslag', why: 'Det förra ställdes in.', button: 'Föreslå tider', short: 'planera om' },
      recordPlan: { title: 'Skriv in familjens plan', why: (p) => (p['left'] && p['left'] !== '0' ? `${p['left']} av frågorna saknar svar.` : 'Rådslaget är hållet.'), button: 'Öppna planen', short: 'skriv in planen' },
      presentPlan: { title: 'Redovisa planen', why: 'Alla frågor har svar.', button: 'Öppna planen', short: 'redovisa planen' },
      decidePlan: { title: 'Ta ställning till planen', why: 'Planen gäller om den inte bryter ett villkor.', button: 'Läs planen', short: 'besked väntas' },
      revisePlan: { title: 'Ändra planen', why: 'Socialsekreteraren har skickat tillbaka den och sagt varför.', button: 'Öppna planen', short: 'ändra planen' },
      handleRefusal: { title: 'Planen är avslagen', why: 'Bestäm med familjen och socialsekreteraren hur ni går vidare.', button: 'Läs beslutet', short: 'avslagen' },
      followUpActions: { title: (p) => (p['count'] === '1' ? 'Följ upp en punkt' : `Följ upp ${p['count']} punkter`), why: 'Tiden för dem har gått ut.', button: 'Stäm av', short: 'stäm av' },
      awaitFollowUp: { title: 'Planen pågår', why: (p) => (p['open'] ? `${p['open']} punkter är inte klara än.` : 'Inget är försenat.'), button: 'Öppna planen', short: 'planen pågår' },
      closeCase: { title: 'Avsluta rådslaget', why: 'Alla punkter i planen är avklarade.', button: 'Öppna planen', short: 'avsluta' },
      none: { title: 'Avslutat', why: 'Inget mer att göra.', button: 'Öppna planen', short: 'avslutat' },
    },
    health: { onTrack: 'I fas', late: 'Försenat', paused: 'Pausat' },
    healthReason: {
      pausedSince: (p) => `sedan ${p['on']}`, acknowledge: (p) => `svar skulle ha getts ${p['on']}`, coordinator: (p) => `samordnare skulle ha utsetts ${p['on']}`, firstContact: (p) => `första kontakt skulle ha tagits ${p['on']}`,
      conference: (p) => `rådslaget skulle ha hållits ${p['on']}`, planDecision: (p) => `besked om planen skulle ha kommit ${p['on']}`, check: 'avstämning', actions: (p) => `${p['count']} punkter i planen`,
    },
    deadline: {
      acknowledge: 'Svar på uppdraget', coordinator: 'Samordnare utsedd', firstContact: 'Första kontakt', conference: 'Rådslag hållet', planDecision: 'Besked om planen', check: 'Första avstämning',
      review: 'Uppföljande rådslag', holdBy: 'Rådslag senast', investigation: 'Utredningen klar',
    },
    byLaw: 'lag',
    facts: { coordinator: 'Samordnare', socialWorker: 'Uppdragsgivare', languages: 'Språk', holdBy: 'Rådslag senast', noCoordinator: 'inte utsedd' },
    age: (years) => `${years} år`,
    panel: {
      label: 'Läget i rådslaget', next: 'Nästa steg', deadlines: 'Frister', contact: 'Behöver kontakt', events: 'Senaste händelser', noDeadlines: 'Frister räknas från den dag uppdraget lämnas in.',
      noEvents: 'Inget har hänt än.', noContact: 'Alla har nåtts.', days: (n) => (n === 1 ? '1 dag' : `${n} dgr`), daysLate: (n) => (n === 1 ? '1 dag sen' : `${n} dgr sen`), open: 'Öppna', done: 'klart', waiting: 'Väntar på någon annan',
    },
    loading: 'Hämtar rådslaget …',
    gone: 'Rådslaget går inte att öppna',
    goneText: 'Det finns inte, eller så har du inte tillgång till det.',
    toList: 'Till mina rådslag',
    read: 'Läsningen loggas.',
    keysSteps: 'steg',
    keysNext: 'nästa steg',
    conferenceStep: {
      lead: 'Närvaro, enskild tid och hjälp sköts från dagens egen sida.', open: 'Öppna dagen', notPlanned: 'Ingen dag är bokad än. Föreslå tider och bjud in först.', toInvitation: 'Till inbjudan och tid',
    },
  },
  en: {
    steps: { referral: 'Referral', consent: 'Consent', network: 'Network', preparation: 'Preparation', invitation: 'Invitation & time', conference: 'Conference', plan: 'Plan & follow-up' },
    methodSteps: 'The steps of the method',
    shapes: { none: 'not begun', half: 'under way', full: 'done' },
    stepOf: (n) => `Step ${n} of 7: `,
    detail: {
      notStarted: 'Not begun', draft: 'Draft', submitted: 'Submitted', accepted: 'Waiting for coordinator', allocated: 'Conflict not answered',
      done: (p) => (p['on'] ? `Done ${p['on']}` : 'Done'), consents: (p) => `${p['done']} of ${p['of']}`, people: (p) => (p['count'] === '1' ? '1 person' : `${p['count']} people`),
      talks: (p) => `${p['done']} of ${p['of']} talks`, noTimes: 'No times yet', answers: (p) => `${p['done']} of ${p['of']} answers`, notSent: 'Not sent',
      dayBooked: (p) => (p['on'] ? `${p['on']}${p['at'] ? ` ${p['at']}` : ''}` : 'Booked'), latest: (p) => `By ${p['on']}`, today: 'Today', running: 'Under way now', held: (p) => (p['on'] ? `Held ${p['on']}` : 'Held'),
      cancelled: 'Cancelled', planDraft: (p) => `${p['done']} of ${p['of']} questions`, planPresented: 'Awaiting decision', planRevision: 'To be changed', planRefused: 'Refused',
      actions: (p) => `${p['done']} of ${p['of']} done`, closed: (p) => (p['on'] ? `Closed ${p['on']}` : 'Closed'),
    },
    next: {
      completeReferral: { title: 'Finish the referral', why: 'The manager can accept it once it has been submitted.', button: 'Open the referral', short: 'the referral' },
      decideReferral: { title: 'Decide on the referral', why: 'Accept it or return it with a reason.', button: 'Read the referral', short: 'awaiting decision' },
      allocateCoordinator: { title: 'Choose a coordinator', why: 'The referral is accepted but nobody has it.', button: 'Choose a coordinator', short: 'no coordinator' },
      answerAssignment: { title: 'Answer the assignment', why: 'The question of conflict of interest is not answered.', button: 'Read the referral', short: 'conflict not answered' },
      recordConsents: { title: (p) => (p['left'] === '1' ? 'Get the consent that is missing' : `Get the ${p['left'] ?? ''} consents that are missing`), why: 'Guardians, and children of 15 or more, need to agree to take part.', button: 'Open consent', short: 'consent' },
      buildNetwork: { title: 'Begin the network', why: 'Ask the child who matters, and add the one who is named first.', button: 'Open the network', short: 'the network' },
      agreeNetwork: { title: (p) => `Agree on ${p['left'] ?? ''} suggested people`.replace('  ', ' '), why: 'The child says yes to each of them before anyone is invited.', button: 'Open the network', short: 'agree the network' },
      proposeTimes: { title: 'Propose times', why: 'At least three, so that those who must attend can meet in one.', button: 'Propose times', short: 'propose times' },
      sendInvitations: { title: (p) => (p['count'] && p['count'] !== '0' ? `Send the invitation to ${p['count']}` : 'Send the invitations'), why: 'The times are proposed. Nobody has been asked yet.', button: 'Open invitations', short: 'send invitations' },
      reachUndelivered: { title: (p) => (p['count'] === '1' ? 'Find another way to one person' : `Find another way to ${p['count']} people`), why: 'The SMS did not arrive.', button: 'Choose a way', short: 'SMS did not arrive' },
      chaseAnswers: { title: (p) => (p['left'] === '1' ? 'Ask one person for an answer' : `Ask ${p['left']} people for an answer`), why: (p) => (p['must'] && p['must'] !== '0' ? `${p['must']} of them must attend.` : 'They have not answered about the times.'), button: 'See the answers', short: 'awaiting answers' },
      chooseTime: { title: 'Choose a time', why: (p) => (p['answered'] ? `${p['answered']} have answered.` : 'The last day to answer has passed.'), button: 'Choose a time', short: 'choose a time' },
      prepareMembers: { title: (p) => (p['left'] === '1' ? 'Prepare one person' : `Prepare ${p['left']} people`), why: 'Everyone should have talked with you before they come.', button: 'Open preparation', short: 'prepare' },
      awaitConference: { title: 'Nothing to do right now', why: (p) => (p['days'] === '0' ? 'The conference is today.' : p['days'] === '1' ? 'The conference is tomorrow.' : p['days'] ? `The conference is in ${p['days']} days.` : 'The conference is booked.'), button: 'See the messages', short: 'booked' },
      runDay: { title: 'Hold the conference', why: 'Attendance, private time and the plan are handled from the page of the day.', button: 'Open the day', short: 'today' },
      replanConference: { title: 'Plan a new conference', why: 'The last one was cancelled.', button: 'Propose times', short: 'plan again' },
      recordPlan: { title: 'Write down the family’s plan', why: (p) => (p['left'] && p['left'] !== '0' ? `${p['left']} of the questions have no answer.` : 'The conference has been held.'), button: 'Open the plan', short: 'write the plan' },
      presentPlan: { title: 'Present the plan', why: 'Every question has an answer.', button: 'Open the plan', short: 'present the plan' },
      decidePlan: { title: 'Decide on the plan', why: 'The plan holds unless it breaks a bottom line.', button: 'Read the plan', short: 'decision awaited' },
      revisePlan: { title: 'Change the plan', why: 'The social worker has returned it and said why.', button: 'Open the plan', short: 'change the plan' },
      handleRefusal: { title: 'The plan is refused', why: 'Decide with the family and the social worker how to go on.', button: 'Read the decision', short: 'refused' },
      followUpActions: { title: (p) => (p['count'] === '1' ? 'Follow up one action' : `Follow up ${p['count']} actions`), why: 'Their time has passed.', button: 'Follow up', short: 'follow up' },
      awaitFollowUp: { title: 'The plan is under way', why: (p) => (p['open'] ? `${p['open']} actions are not done yet.` : 'Nothing is late.'), button: 'Open the plan', short: 'plan under way' },
      closeCase: { title: 'Close the case', why: 'Every action of the plan is settled.', button: 'Open the plan', short: 'close' },
      none: { title: 'Closed', why: 'Nothing more to do.', button: 'Open the plan', short: 'closed' },
    },
    health: { onTrack: 'On track', late: 'Late', paused: 'Paused' },
    healthReason: {
      pausedSince: (p) => `since ${p['on']}`, acknowledge: (p) => `an answer was due ${p['on']}`, coordinator: (p) => `a coordinator was due ${p['on']}`, firstContact: (p) => `first contact was due ${p['on']}`,
      conference: (p) => `the conference was due ${p['on']}`, planDecision: (p) => `a decision on the plan was due ${p['on']}`, check: 'follow-up', actions: (p) => `${p['count']} actions of the plan`,
    },
    deadline: {
      acknowledge: 'Answer to the referral', coordinator: 'Coordinator chosen', firstContact: 'First contact', conference: 'Conference held', planDecision: 'Decision on the plan', check: 'First follow-up',
      review: 'Review conference', holdBy: 'Conference by', investigation: 'Investigation done',
    },
    byLaw: 'law',
    facts: { coordinator: 'Coordinator', socialWorker: 'Referrer', languages: 'Languages', holdBy: 'Conference by', noCoordinator: 'not chosen' },
    age: (years) => (years === 1 ? '1 year' : `${years} years`),
    panel: {
      label: 'The state of the case', next: 'Next step', deadlines: 'Deadlines', contact: 'Needs contact', events: 'Latest events', noDeadlines: 'Deadlines count from the day the referral is submitted.',
      noEvents: 'Nothing has happened yet.', noContact: 'Everyone has been reached.', days: (n) => (n === 1 ? '1 day' : `${n} days`), daysLate: (n) => (n === 1 ? '1 day late' : `${n} days late`), open: 'Open', done: 'done', waiting: 'Waiting for someone else',
    },
    loading: 'Loading the case …',
    gone: 'The case cannot be opened',
    goneText: 'It does not exist, or you do not have access to it.',
    toList: 'To my conferences',
    read: 'Reading is logged.',
    keysSteps: 'step',
    keysNext: 'next step',
    conferenceStep: { lead: 'Attendance, private time and help are handled from the page of the day.', open: 'Open the day', notPlanned: 'No day is booked yet. Propose times and invite first.', toInvitation: 'To invitation and time' },
  },
});
