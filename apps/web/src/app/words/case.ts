import type { HealthReasonCode } from '../cases/codes';
import type { Health, MethodStepKey, NextStepCode, StepDetailCode } from '@radslag/domain';
import { catalogue, type Texts, type Written } from './words';

const sv = {
  steps: {
    referral: 'Uppdrag', consent: 'Samtycke', network: 'Nätverk', preparation: 'Förberedelse', invitation: 'Inbjudan & tid', conference: 'Rådslag', plan: 'Plan & uppföljning',
  },
  methodSteps: 'Stegen i metoden',
  shapes: { none: 'inte börjat', half: 'pågår', full: 'klart' },
  stepOf: 'Steg {n} av 7: ',
  detail: {
    notStarted: 'Inte börjat', draft: 'Utkast', submitted: 'Inlämnat', accepted: 'Väntar på samordnare', allocated: 'Jäv ej besvarat',
    done: '{on, select, none {Klart} other {Klart {on}}}', consents: '{done} av {of}', people: '{count, plural, one {1 person} other {{count} personer}}',
    talks: '{done} av {of} samtal', noTimes: 'Inga tider än', answers: '{done} av {of} svar', notSent: 'Inte skickat',
    dayBooked: '{on, select, none {Bokat} other {{at, select, none {{on}} other {{on} {at}}}}}', latest: 'Senast {on}', today: 'I dag', running: 'Pågår nu', held: '{on, select, none {Hållet} other {Hållet {on}}}',
    cancelled: 'Inställt', planDraft: '{done} av {of} frågor', planPresented: 'Väntar på besked', planRevision: 'Ska ändras', planRefused: 'Avslagen',
    actions: '{done} av {of} klara', closed: '{on, select, none {Avslutat} other {Avslutat {on}}}',
  },
  next: {
    completeReferral: { title: 'Skriv klart uppdraget', why: 'Enhetschefen kan ta emot det först när det är inlämnat.', button: 'Öppna uppdraget', short: 'uppdraget' },
    decideReferral: { title: 'Ta ställning till uppdraget', why: 'Ta emot det eller skicka tillbaka med skäl.', button: 'Läs uppdraget', short: 'väntar på beslut' },
    allocateCoordinator: { title: 'Utse samordnare', why: 'Uppdraget är mottaget men ingen har det.', button: 'Utse samordnare', short: 'saknar samordnare' },
    answerAssignment: { title: 'Svara på uppdraget', why: 'Frågan om jäv är inte besvarad.', button: 'Läs uppdraget', short: 'jäv ej besvarat' },
    recordConsents: { title: '{left, plural, one {Hämta det samtycke som saknas} other {Hämta {left} samtycken som saknas}}', why: 'Vårdnadshavare, och barn som har fyllt 15, behöver säga ja till att delta.', button: 'Öppna samtycke', short: 'samtycke' },
    buildNetwork: { title: 'Börja på nätverket', why: 'Fråga barnet vem som är viktig, och lägg till den som nämns först.', button: 'Öppna nätverket', short: 'nätverket' },
    agreeNetwork: { title: 'Stäm av {left} föreslagna personer', why: 'Huvudpersonen säger ja till var och en innan någon bjuds in.', button: 'Öppna nätverket', short: 'stäm av nätverket' },
    proposeTimes: { title: 'Föreslå tider', why: 'Minst tre tider, så att de som måste vara med kan enas om en.', button: 'Föreslå tider', short: 'föreslå tider' },
    sendInvitations: { title: '{count, plural, =0 {Skicka inbjudningarna} one {Skicka inbjudan till {count}} other {Skicka inbjudan till {count}}}', why: 'Tiderna är föreslagna. Ingen har fått frågan än.', button: 'Öppna inbjudningar', short: 'skicka inbjudan' },
    reachUndelivered: { title: '{count, plural, one {Hitta en annan väg till en person} other {Hitta en annan väg till {count} personer}}', why: 'SMS kom inte fram.', button: 'Välj väg', short: 'SMS kom inte fram' },
    chaseAnswers: { title: '{left, plural, one {Be om svar från en person} other {Be om svar från {left} personer}}', why: '{must, plural, =0 {De har inte svarat om tiderna.} one {{must} av dem måste vara med.} other {{must} av dem måste vara med.}}', button: 'Se svaren', short: 'väntar på svar' },
    chooseTime: { title: 'Välj tid', why: '{answered, select, none {Svarstiden är ute.} other {{answered} har svarat.}}', button: 'Välj tid', short: 'välj tid' },
    prepareMembers: { title: '{left, plural, one {Förbered en person} other {Förbered {left} personer}}', why: 'Alla ska ha pratat med dig innan de kommer.', button: 'Öppna förberedelse', short: 'förbered' },
    awaitConference: { title: 'Inget att göra just nu', why: '{days, select, none {Rådslaget är bokat.} other {{days, plural, =0 {Rådslaget är i dag.} one {Rådslaget är i morgon.} other {Rådslaget är om {days} dagar.}}}}', button: 'Se utskicken', short: 'bokat' },
    runDay: { title: 'Genomför rådslaget', why: 'Närvaro, enskild tid och planen sköts från dagens sida.', button: 'Öppna dagen', short: 'i dag' },
    replanConference: { title: 'Planera ett nytt rådslag', why: 'Det förra ställdes in.', button: 'Föreslå tider', short: 'planera om' },
    recordPlan: { title: 'Skriv in familjens plan', why: '{left, plural, =0 {Rådslaget är hållet.} one {{left} av frågorna saknar svar.} other {{left} av frågorna saknar svar.}}', button: 'Öppna planen', short: 'skriv in planen' },
    presentPlan: { title: 'Redovisa planen', why: 'Alla frågor har svar.', button: 'Öppna planen', short: 'redovisa planen' },
    decidePlan: { title: 'Ta ställning till planen', why: 'Planen gäller om den inte bryter ett villkor.', button: 'Läs planen', short: 'besked väntas' },
    revisePlan: { title: 'Ändra planen', why: 'Socialsekreteraren har skickat tillbaka den och sagt varför.', button: 'Öppna planen', short: 'ändra planen' },
    handleRefusal: { title: 'Planen är avslagen', why: 'Bestäm med familjen och socialsekreteraren hur ni går vidare.', button: 'Läs beslutet', short: 'avslagen' },
    followUpActions: { title: '{count, plural, one {Följ upp en punkt} other {Följ upp {count} punkter}}', why: 'Tiden för dem har gått ut.', button: 'Stäm av', short: 'stäm av' },
    awaitFollowUp: { title: 'Planen pågår', why: '{open, select, none {Inget är försenat.} other {{open} punkter är inte klara än.}}', button: 'Öppna planen', short: 'planen pågår' },
    closeCase: { title: 'Avsluta rådslaget', why: 'Alla punkter i planen är avklarade.', button: 'Öppna planen', short: 'avsluta' },
    none: { title: 'Avslutat', why: 'Inget mer att göra.', button: 'Öppna planen', short: 'avslutat' },
  },
  health: { onTrack: 'I fas', late: 'Försenat', paused: 'Pausat', stopped: 'Inställt' },
  healthReason: {
    pausedSince: 'sedan {on}', acknowledge: 'svar skulle ha getts {on}', coordinator: 'samordnare skulle ha utsetts {on}', firstContact: 'första kontakt skulle ha tagits {on}',
    conference: 'rådslaget skulle ha hållits {on}', planDecision: 'besked om planen skulle ha kommit {on}', cancelled: 'ny tid behövs', review: 'uppföljande rådslag skulle ha hållits {on}', check: 'avstämning', actions: '{count} punkter i planen',
  },
  deadline: {
    acknowledge: 'Svar på uppdraget', coordinator: 'Samordnare utsedd', firstContact: 'Första kontakt', conference: 'Rådslag hållet', planDecision: 'Besked om planen', check: 'Första avstämning',
    review: 'Uppföljande rådslag', holdBy: 'Rådslag senast', investigation: 'Utredningen klar',
  },
  byLaw: 'lag',
  facts: { coordinator: 'Samordnare', socialWorker: 'Uppdragsgivare', languages: 'Språk', holdBy: 'Rådslag senast', noCoordinator: 'inte utsedd' },
  age: '{years, plural, one {{years} år} other {{years} år}}',
  panel: {
    label: 'Läget i rådslaget', next: 'Nästa steg', deadlines: 'Frister', contact: 'Behöver kontakt', events: 'Senaste händelser', noDeadlines: 'Frister räknas från den dag uppdraget lämnas in.',
    noEvents: 'Inget har hänt än.', noContact: 'Alla har nåtts.', days: '{n, plural, one {1 dag} other {{n} dgr}}', daysLate: '{n, plural, one {1 dag sen} other {{n} dgr sen}}', open: 'Öppna', done: 'klart', waiting: 'Väntar på någon annan',
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
} as const satisfies Texts & {
  steps: Record<MethodStepKey, string>;
  detail: Record<StepDetailCode, string>;
  next: Record<NextStepCode, Record<'title' | 'why' | 'button' | 'short', string>>;
  health: Record<Health['status'], string>;
  healthReason: Record<HealthReasonCode, string>;
};

const en: Written<typeof sv> = {
  steps: { referral: 'Referral', consent: 'Consent', network: 'Network', preparation: 'Preparation', invitation: 'Invitation & time', conference: 'Conference', plan: 'Plan & follow-up' },
  methodSteps: 'The steps of the method',
  shapes: { none: 'not begun', half: 'under way', full: 'done' },
  stepOf: 'Step {n} of 7: ',
  detail: {
    notStarted: 'Not begun', draft: 'Draft', submitted: 'Submitted', accepted: 'Waiting for coordinator', allocated: 'Conflict not answered',
    done: '{on, select, none {Done} other {Done {on}}}', consents: '{done} of {of}', people: '{count, plural, one {1 person} other {{count} people}}',
    talks: '{done} of {of} talks', noTimes: 'No times yet', answers: '{done} of {of} answers', notSent: 'Not sent',
    dayBooked: '{on, select, none {Booked} other {{at, select, none {{on}} other {{on} {at}}}}}', latest: 'By {on}', today: 'Today', running: 'Under way now', held: '{on, select, none {Held} other {Held {on}}}',
    cancelled: 'Cancelled', planDraft: '{done} of {of} questions', planPresented: 'Awaiting decision', planRevision: 'To be changed', planRefused: 'Refused',
    actions: '{done} of {of} done', closed: '{on, select, none {Closed} other {Closed {on}}}',
  },
  next: {
    completeReferral: { title: 'Finish the referral', why: 'The manager can accept it once it has been submitted.', button: 'Open the referral', short: 'the referral' },
    decideReferral: { title: 'Decide on the referral', why: 'Accept it or return it with a reason.', button: 'Read the referral', short: 'awaiting decision' },
    allocateCoordinator: { title: 'Choose a coordinator', why: 'The referral is accepted but nobody has it.', button: 'Choose a coordinator', short: 'no coordinator' },
    answerAssignment: { title: 'Answer the assignment', why: 'The question of conflict of interest is not answered.', button: 'Read the referral', short: 'conflict not answered' },
    recordConsents: { title: '{left, plural, one {Get the consent that is missing} other {Get the {left} consents that are missing}}', why: 'Guardians, and children of 15 or more, need to agree to take part.', button: 'Open consent', short: 'consent' },
    buildNetwork: { title: 'Begin the network', why: 'Ask the child who matters, and add the one who is named first.', button: 'Open the network', short: 'the network' },
    agreeNetwork: { title: 'Agree on {left} suggested people', why: 'The child says yes to each of them before anyone is invited.', button: 'Open the network', short: 'agree the network' },
    proposeTimes: { title: 'Propose times', why: 'At least three, so that those who must attend can meet in one.', button: 'Propose times', short: 'propose times' },
    sendInvitations: { title: '{count, plural, =0 {Send the invitations} one {Send the invitation to {count}} other {Send the invitation to {count}}}', why: 'The times are proposed. Nobody has been asked yet.', button: 'Open invitations', short: 'send invitations' },
    reachUndelivered: { title: '{count, plural, one {Find another way to one person} other {Find another way to {count} people}}', why: 'The SMS did not arrive.', button: 'Choose a way', short: 'SMS did not arrive' },
    chaseAnswers: { title: '{left, plural, one {Ask one person for an answer} other {Ask {left} people for an answer}}', why: '{must, plural, =0 {They have not answered about the times.} one {{must} of them must attend.} other {{must} of them must attend.}}', button: 'See the answers', short: 'awaiting answers' },
    chooseTime: { title: 'Choose a time', why: '{answered, select, none {The last day to answer has passed.} other {{answered} have answered.}}', button: 'Choose a time', short: 'choose a time' },
    prepareMembers: { title: '{left, plural, one {Prepare one person} other {Prepare {left} people}}', why: 'Everyone should have talked with you before they come.', button: 'Open preparation', short: 'prepare' },
    awaitConference: { title: 'Nothing to do right now', why: '{days, select, none {The conference is booked.} other {{days, plural, =0 {The conference is today.} one {The conference is tomorrow.} other {The conference is in {days} days.}}}}', button: 'See the messages', short: 'booked' },
    runDay: { title: 'Hold the conference', why: 'Attendance, private time and the plan are handled from the page of the day.', button: 'Open the day', short: 'today' },
    replanConference: { title: 'Plan a new conference', why: 'The last one was cancelled.', button: 'Propose times', short: 'plan again' },
    recordPlan: { title: 'Write down the family’s plan', why: '{left, plural, =0 {The conference has been held.} one {{left} of the questions have no answer.} other {{left} of the questions have no answer.}}', button: 'Open the plan', short: 'write the plan' },
    presentPlan: { title: 'Present the plan', why: 'Every question has an answer.', button: 'Open the plan', short: 'present the plan' },
    decidePlan: { title: 'Decide on the plan', why: 'The plan holds unless it breaks a bottom line.', button: 'Read the plan', short: 'decision awaited' },
    revisePlan: { title: 'Change the plan', why: 'The social worker has returned it and said why.', button: 'Open the plan', short: 'change the plan' },
    handleRefusal: { title: 'The plan is refused', why: 'Decide with the family and the social worker how to go on.', button: 'Read the decision', short: 'refused' },
    followUpActions: { title: '{count, plural, one {Follow up one action} other {Follow up {count} actions}}', why: 'Their time has passed.', button: 'Follow up', short: 'follow up' },
    awaitFollowUp: { title: 'The plan is under way', why: '{open, select, none {Nothing is late.} other {{open} actions are not done yet.}}', button: 'Open the plan', short: 'plan under way' },
    closeCase: { title: 'Close the case', why: 'Every action of the plan is settled.', button: 'Open the plan', short: 'close' },
    none: { title: 'Closed', why: 'Nothing more to do.', button: 'Open the plan', short: 'closed' },
  },
  health: { onTrack: 'On track', late: 'Late', paused: 'Paused', stopped: 'Cancelled' },
  healthReason: {
    pausedSince: 'since {on}', acknowledge: 'an answer was due {on}', coordinator: 'a coordinator was due {on}', firstContact: 'first contact was due {on}',
    conference: 'the conference was due {on}', planDecision: 'a decision on the plan was due {on}', cancelled: 'a new time is needed', review: 'a review conference was due {on}', check: 'follow-up', actions: '{count} actions of the plan',
  },
  deadline: {
    acknowledge: 'Answer to the referral', coordinator: 'Coordinator chosen', firstContact: 'First contact', conference: 'Conference held', planDecision: 'Decision on the plan', check: 'First follow-up',
    review: 'Review conference', holdBy: 'Conference by', investigation: 'Investigation done',
  },
  byLaw: 'law',
  facts: { coordinator: 'Coordinator', socialWorker: 'Referrer', languages: 'Languages', holdBy: 'Conference by', noCoordinator: 'not chosen' },
  age: '{years, plural, one {1 year} other {{years} years}}',
  panel: {
    label: 'The state of the case', next: 'Next step', deadlines: 'Deadlines', contact: 'Needs contact', events: 'Latest events', noDeadlines: 'Deadlines count from the day the referral is submitted.',
    noEvents: 'Nothing has happened yet.', noContact: 'Everyone has been reached.', days: '{n, plural, one {1 day} other {{n} days}}', daysLate: '{n, plural, one {1 day late} other {{n} days late}}', open: 'Open', done: 'done', waiting: 'Waiting for someone else',
  },
  loading: 'Loading the case …',
  gone: 'The case cannot be opened',
  goneText: 'It does not exist, or you do not have access to it.',
  toList: 'To my conferences',
  read: 'Reading is logged.',
  keysSteps: 'step',
  keysNext: 'next step',
  conferenceStep: { lead: 'Attendance, private time and help are handled from the page of the day.', open: 'Open the day', notPlanned: 'No day is booked yet. Propose times and invite first.', toInvitation: 'To invitation and time' },
};

export const caseWords = catalogue({ sv, en });
