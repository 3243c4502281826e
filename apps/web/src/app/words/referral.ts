import type { ReferralBlockerCode } from '@radslag/domain';
import type { Words } from './case';
import { catalogue } from './words';

type CloseReason = 'planFulfilled' | 'newInvestigation' | 'moved' | 'withdrew' | 'networkDissolved' | 'safety' | 'planWithoutMeeting';
type ReferralWords = {
  lead: string;
  leadReading: string;
  sections: Record<'focal' | 'situation' | 'questions' | 'bottomLines' | 'resources' | 'picture' | 'practical', { title: string; hint: string }>;
  givenName: string;
  familyName: string;
  birthDate: string;
  personalNumber: string;
  personalNumberHint: string;
  protectedPerson: string;
  addFocal: string;
  removePerson: (n: number) => string;
  needsBothNames: string;
  situation: string;
  question: (n: number) => string;
  addQuestion: string;
  bottomLine: (n: number) => string;
  addBottomLine: string;
  noBottomLines: string;
  noBottomLinesSaid: string;
  resource: (n: number) => string;
  addResource: string;
  remove: string;
  removeRow: (what: string) => string;
  worries: string;
  strengths: string;
  goals: string;
  languages: string;
  holdBy: string;
  holdByHint: string;
  nothing: string;
  stale: string;
  takeTheirs: string;
  keepMine: string;
  returned: string;
  blockers: Record<ReferralBlockerCode, string | ((p: Words) => string)>;
  panel: {
    draft: string; ready: string; left: (n: number) => string; submit: string; submitEffect: string; cannotSubmit: string;
    decide: string; decideWhy: string; accept: string; giveBack: string; returnReason: string; returnReasonHint: string; returnNow: string; reasonMissing: string;
    allocate: string; allocateWhy: string; load: (n: number) => string; choose: string; allocateNow: string; chooseMissing: string; noCoordinators: string; change: string;
    conflict: string; conflictWhy: string; conflictList: readonly string[]; noConflict: string; hasConflict: string; hasConflictSure: string; hasConflictEffect: string;
    waiting: Record<'draft' | 'submitted' | 'accepted' | 'allocated' | 'active' | 'closed', string>;
    close: string; closeWhy: string; closeReason: string; closeNow: string; cancel: string; recused: string;
  };
  closeReasons: Record<CloseReason, string>;
};

export const referralWords = catalogue<ReferralWords>({
  sv: {
    lead: 'Det du skriver sparas medan du skriver. Enhetschefen ser uppdraget när du har lämnat in det.',
    leadReading: 'Så här lyder uppdraget till familjen och samordnaren.',
    sections: {
      focal: { title: 'Vem rådslaget gäller', hint: 'Ett barn eller flera syskon. I listor och rubriker visas bara initialer.' },
      situation: { title: 'Varför ett rådslag', hint: 'Vad som har hänt och varför familjen behövs, med ord som familjen kan läsa.' },
      questions: { title: 'Frågor till familjen', hint: 'Tre till fem frågor som familjen ska svara på. Helst skrivna tillsammans med dem.' },
      bottomLines: { title: 'Det som inte går att förhandla om', hint: 'Ett nej till planen måste visa vilket av villkoren den bryter mot. Säg dem därför nu.' },
      resources: { title: 'Vad socialtjänsten kan erbjuda', hint: 'Sådant som familjen kan räkna med när de gör sin plan.' },
      picture: { title: 'Oro, styrkor och mål', hint: 'Delas med nätverket först när vårdnadshavarna har sagt ja.' },
      practical: { title: 'Språk och tid', hint: '' },
    },
    givenName: 'Förnamn',
    familyName: 'Efternamn',
    birthDate: 'Född',
    personalNumber: 'Personnummer',
    personalNumberHint: 'Behövs inte. Lämna tomt om det saknas.',
    protectedPerson: 'Skyddade personuppgifter',
    addFocal: 'Lägg till syskon',
    removePerson: (n) => `Ta bort person ${n}`,
    needsBothNames: 'Skriv för- och efternamn, så sparas personen.',
    situation: 'Bakgrund',
    question: (n) => `Fråga ${n}`,
    addQuestion: 'Lägg till fråga',
    bottomLine: (n) => `Villkor ${n}`,
    addBottomLine: 'Lägg till villkor',
    noBottomLines: 'Det finns inga villkor i det här ärendet',
    noBottomLinesSaid: 'Inga villkor.',
    resource: (n) => `Stöd ${n}`,
    addResource: 'Lägg till stöd',
    remove: 'Ta bort',
    removeRow: (what) => `Ta bort: ${what}`,
    worries: 'Oro',
    strengths: 'Styrkor',
    goals: 'Mål',
    languages: 'Språk i nätverket',
    holdBy: 'Rådslaget ska hållas senast',
    holdByHint: 'Lämna tomt om tiden sex veckor efter inlämning räcker.',
    nothing: 'Inget skrivet.',
    stale: 'Någon annan har ändrat uppdraget sedan du öppnade det. Det du skrev finns kvar här.',
    takeTheirs: 'Läs in den nya versionen',
    keepMine: 'Spara min version',
    returned: 'Enhetschefen skickade tillbaka uppdraget',
    blockers: {
      noFocalPerson: 'Skriv vem rådslaget gäller', focalPersonUnnamed: 'Skriv för- och efternamn på alla', noSituation: 'Beskriv varför ett rådslag', tooFewQuestions: (p) => (p['left'] === '1' ? 'En fråga till behövs' : `${p['left']} frågor till behövs`),
      tooManyQuestions: (p) => `Högst ${p['most']} frågor`, bottomLinesUnsaid: 'Skriv villkoren, eller säg att inga finns', noResources: 'Skriv minst ett stöd som kan erbjudas',
    },
    panel: {
      draft: 'Kvar innan det kan lämnas in', ready: 'Uppdraget kan lämnas in', left: (n) => String(n), submit: 'Lämna in uppdraget', submitEffect: 'Enhetschefen får det att ta ställning till. Du kan inte ändra det efteråt.', cannotSubmit: 'Det här saknas',
      decide: 'Ta ställning till uppdraget', decideWhy: 'Läs frågorna och villkoren. Går de att svara på för en familj?', accept: 'Ta emot uppdraget', giveBack: 'Skicka tillbaka', returnReason: 'Vad behöver ändras?', returnReasonHint: 'Socialsekreteraren läser det här.',
      returnNow: 'Skicka tillbaka med skäl', reasonMissing: 'Skriv vad som behöver ändras.',
      allocate: 'Utse samordnare', allocateWhy: 'Samordnaren står fri från utredningen och svarar själv på frågan om jäv.', load: (n) => (n === 0 ? 'inget pågår' : n === 1 ? '1 pågår' : `${n} pågår`), choose: 'Samordnare', allocateNow: 'Fördela', chooseMissing: 'Välj en samordnare.',
      noCoordinators: 'Det finns ingen samordnare i kommunen än.', change: 'Byt samordnare',
      conflict: 'Kan du ta uppdraget?', conflictWhy: 'Svara på om du är jävig innan du börjar.', conflictList: ['Jag är inte släkt eller vän med någon i familjen.', 'Jag har inte haft familjen i en utredning.', 'Jag har inget eget intresse av hur det går.'],
      noConflict: 'Inget jäv, jag tar uppdraget', hasConflict: 'Jag är jävig', hasConflictSure: 'Anmäl jäv', hasConflictEffect: 'Uppdraget går tillbaka till enhetschefen, och du kan inte längre öppna det.',
      waiting: {
        draft: 'Socialsekreteraren skriver uppdraget.', submitted: 'Enhetschefen tar ställning till uppdraget.', accepted: 'Enhetschefen utser en samordnare.', allocated: 'Samordnaren svarar på frågan om jäv.', active: 'Samordnaren har tagit uppdraget.', closed: 'Rådslaget är avslutat.',
      },
      close: 'Avsluta rådslaget', closeWhy: 'Inget mer skickas, och inget kan ändras.', closeReason: 'Varför avslutas det?', closeNow: 'Avsluta', cancel: 'Avbryt', recused: 'Tack. Uppdraget har gått tillbaka till enhetschefen.',
    },
    closeReasons: {
      planFulfilled: 'Planen är genomförd', newInvestigation: 'Ny utredning inleds', moved: 'Familjen har flyttat', withdrew: 'Familjen vill inte fortsätta', networkDissolved: 'Nätverket finns inte längre', safety: 'Av säkerhetsskäl',
      planWithoutMeeting: 'Familjen gjorde en plan utan möte',
    },
  },
  en: {
    lead: 'What you write is saved as you write. The manager sees the referral once you have submitted it.',
    leadReading: 'This is the referral to the family and the coordinator.',
    sections: {
      focal: { title: 'Who the conference is about', hint: 'One child or several siblings. Lists and headings show initials only.' },
      situation: { title: 'Why a conference', hint: 'What has happened and why the family is needed, in words that the family can read.' },
      questions: { title: 'Questions to the family', hint: 'Three to five questions for the family to answer. Best written together with them.' },
      bottomLines: { title: 'What is not negotiable', hint: 'A no to the plan must name the bottom line it breaks. So say them now.' },
      resources: { title: 'What the services can offer', hint: 'What the family can count on when they make their plan.' },
      picture: { title: 'Worries, strengths and goals', hint: 'Shared with the network once the guardians have said yes.' },
      practical: { title: 'Languages and time', hint: '' },
    },
    givenName: 'Given name',
    familyName: 'Family name',
    birthDate: 'Born',
    personalNumber: 'Personal number',
    personalNumberHint: 'Not needed. Leave it empty if there is none.',
    protectedPerson: 'Protected identity',
    addFocal: 'Add a sibling',
    removePerson: (n) => `Remove person ${n}`,
    needsBothNames: 'Enter given and family name, and the person is saved.',
    situation: 'Background',
    question: (n) => `Question ${n}`,
    addQuestion: 'Add a question',
    bottomLine: (n) => `Bottom line ${n}`,
    addBottomLine: 'Add a bottom line',
    noBottomLines: 'There are no bottom lines in this case',
    noBottomLinesSaid: 'No bottom lines.',
    resource: (n) => `Support ${n}`,
    addResource: 'Add support',
    remove: 'Remove',
    removeRow: (what) => `Remove: ${what}`,
    worries: 'Worries',
    strengths: 'Strengths',
    goals: 'Goals',
    languages: 'Languages of the network',
    holdBy: 'The conference should be held by',
    holdByHint: 'Leave empty if six weeks from submission is enough.',
    nothing: 'Nothing written.',
    stale: 'Someone else has changed the referral since you opened it. What you wrote is still here.',
    takeTheirs: 'Load the new version',
    keepMine: 'Save my version',
    returned: 'The manager returned the referral',
    blockers: {
      noFocalPerson: 'Say who the conference is about', focalPersonUnnamed: 'Enter given and family name for everyone', noSituation: 'Describe why a conference', tooFewQuestions: (p) => (p['left'] === '1' ? 'One more question is needed' : `${p['left']} more questions are needed`),
      tooManyQuestions: (p) => `At most ${p['most']} questions`, bottomLinesUnsaid: 'Enter the bottom lines, or say that there are none', noResources: 'Enter at least one support that can be offered',
    },
    panel: {
      draft: 'Left before it can be submitted', ready: 'The referral can be submitted', left: (n) => String(n), submit: 'Submit the referral', submitEffect: 'The manager gets it to decide on. You cannot change it afterwards.', cannotSubmit: 'This is missing',
      decide: 'Decide on the referral', decideWhy: 'Read the questions and the bottom lines. Can a family answer them?', accept: 'Accept the referral', giveBack: 'Return it', returnReason: 'What needs to change?', returnReasonHint: 'The social worker reads this.',
      returnNow: 'Return with the reason', reasonMissing: 'Say what needs to change.',
      allocate: 'Choose a coordinator', allocateWhy: 'The coordinator is independent of the investigation and answers about conflict of interest.', load: (n) => (n === 0 ? 'none under way' : `${n} under way`), choose: 'Coordinator', allocateNow: 'Allocate', chooseMissing: 'Choose a coordinator.',
      noCoordinators: 'There is no coordinator in the municipality yet.', change: 'Change coordinator',
      conflict: 'Can you take the assignment?', conflictWhy: 'Answer whether you have a conflict of interest before you begin.', conflictList: ['I am not related to or a friend of anyone in the family.', 'I have not had the family in an investigation.', 'I have no interest of my own in the outcome.'],
      noConflict: 'No conflict, I take the assignment', hasConflict: 'I have a conflict of interest', hasConflictSure: 'Declare the conflict', hasConflictEffect: 'The referral goes back to the manager, and you can no longer open it.',
      waiting: {
        draft: 'The social worker is writing the referral.', submitted: 'The manager is deciding on the referral.', accepted: 'The manager is choosing a coordinator.', allocated: 'The coordinator is answering about conflict of interest.', active: 'The coordinator has taken the assignment.', closed: 'The case is closed.',
      },
      close: 'Close the case', closeWhy: 'Nothing more is sent, and nothing can be changed.', closeReason: 'Why is it closed?', closeNow: 'Close', cancel: 'Cancel', recused: 'Thank you. The referral has gone back to the manager.',
    },
    closeReasons: {
      planFulfilled: 'The plan is carried out', newInvestigation: 'A new investigation begins', moved: 'The family has moved', withdrew: 'The family does not want to go on', networkDissolved: 'The network no longer exists', safety: 'For safety reasons',
      planWithoutMeeting: 'The family made a plan without meeting',
    },
  },
});
