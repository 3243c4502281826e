import type { DeclineReason, Channel, ConsentForm, ConsentPurpose, FamilyLanguage, Need, OfferState, ReferralState, Ring, Role, Side, Tie, Worry, Coming, AttendanceMode, AnswerSource, ContactRefusal } from '@radslag/domain';
import { catalogue, type Written } from './words';

type Vocabulary = {
  role: Record<Role, string>;
  side: Record<Side, string>;
  ring: Record<Ring, string>;
  tie: Record<Tie, string>;
  purpose: Record<ConsentPurpose, string>;
  form: Record<ConsentForm, string>;
  channel: Record<Channel, string>;
  need: Record<Need, string>;
  referralState: Record<ReferralState, string>;
  offerState: Record<OfferState, string>;
  declineReason: Record<DeclineReason, string>;
  worry: Record<Worry, string>;
  coming: Record<Coming, string>;
  mode: Record<AttendanceMode, string>;
  source: Record<AnswerSource, string>;
  refusal: Record<ContactRefusal, string>;
  language: Record<FamilyLanguage, string>;
};

const sv = {
  role: { coordinator: 'Samordnare', socialWorker: 'Socialsekreterare', manager: 'Enhetschef', administrator: 'Systemförvaltare', logReviewer: 'Loggranskare' },
  side: { mother: 'mammas sida', father: 'pappas sida', friends: 'vänner och grannar', professionals: 'professionella' },
  ring: { inner: 'närmast', middle: 'nära', outer: 'längre ut' },
  tie: { supports: 'stöd', weak: 'svag', strained: 'spänd', contactBan: 'kontaktförbud', keptApart: 'hålls isär' },
  purpose: { participate: 'Delta i rådslaget', shareFacts: 'Dela uppgifter med nätverket', contact: 'Bli kontaktad', secrecyWaiver: 'Häva sekretess' },
  form: { oral: 'muntligt', written: 'skriftligt', digital: 'digitalt' },
  channel: { sms: 'SMS', email: 'e-post', letter: 'brev', phone: 'telefon', staffOnly: 'bara genom samordnaren' },
  need: { interpreter: 'tolk', transport: 'skjuts', childcare: 'barnpassning', food: 'mat', access: 'tillgänglighet', other: 'annat' },
  referralState: { draft: 'Utkast', submitted: 'Inlämnat', accepted: 'Mottaget', allocated: 'Fördelat', active: 'Pågår', closed: 'Avslutat' },
  offerState: { offered: 'Väntar på svar', accepted: 'Ja', declined: 'Nej' },
  declineReason: {
    keepRelativesOut: 'Vill inte blanda in släkten', helpIsEnough: 'Har den hjälp som behövs', networkTooSmall: 'Nätverket är för litet',
    wrongMoment: 'Fel tidpunkt', notSaid: 'Ville inte säga varför', other: 'Annat',
  },
  worry: { notAsked: 'inte frågad om oro', skipped: 'hoppade över frågan om oro', notKnown: 'svaret om oro går inte att veta', no: 'ingen oro', callMe: 'orolig, vill bli uppringd', doNotCall: 'orolig, vill inte bli uppringd' },
  coming: { yes: 'kommer', maybe: 'vet inte än', no: 'kommer inte' },
  mode: { inPerson: 'på plats', partly: 'en del av tiden', phone: 'på telefon', video: 'på video', letter: 'med ett brev', spokesperson: 'genom en annan person' },
  source: { web: 'länken', sms: 'SMS', phone: 'telefon', letter: 'brev', visit: 'besök' },
  refusal: {
    personRemoved: 'Är inte längre med i nätverket', personProtected: 'Skyddade uppgifter: får inga utskick', notAgreed: 'Barnet har inte sagt ja till personen än', noConsent: 'Har inte samtyckt till att bli kontaktad',
    consentWithdrawn: 'Har tagit tillbaka sitt samtycke', contactBan: 'Kontaktförbud: en enhetschef beslutar först', noSms: 'Nås inte med SMS', noNumber: 'Saknar mobilnummer',
  },
  language: {
    sv: 'svenska', 'sv-x-lattlast': 'lättläst svenska', en: 'engelska', ar: 'arabiska', so: 'somaliska', ti: 'tigrinja', prs: 'dari', fa: 'persiska', uk: 'ukrainska',
    fi: 'finska', pl: 'polska', ckb: 'sorani', tr: 'turkiska',
  },
} as const satisfies Vocabulary;

const en: Written<typeof sv> = {
  role: { coordinator: 'Coordinator', socialWorker: 'Social worker', manager: 'Manager', administrator: 'Administrator', logReviewer: 'Log reviewer' },
  side: { mother: 'mother’s side', father: 'father’s side', friends: 'friends and neighbours', professionals: 'professionals' },
  ring: { inner: 'closest', middle: 'close', outer: 'further out' },
  tie: { supports: 'support', weak: 'weak', strained: 'strained', contactBan: 'contact ban', keptApart: 'kept apart' },
  purpose: { participate: 'Take part in the conference', shareFacts: 'Share facts with the network', contact: 'Be contacted', secrecyWaiver: 'Waive secrecy' },
  form: { oral: 'oral', written: 'written', digital: 'digital' },
  channel: { sms: 'SMS', email: 'e-mail', letter: 'letter', phone: 'phone', staffOnly: 'only through the coordinator' },
  need: { interpreter: 'interpreter', transport: 'transport', childcare: 'childcare', food: 'food', access: 'access', other: 'other' },
  referralState: { draft: 'Draft', submitted: 'Submitted', accepted: 'Accepted', allocated: 'Allocated', active: 'Active', closed: 'Closed' },
  offerState: { offered: 'Waiting for an answer', accepted: 'Yes', declined: 'No' },
  declineReason: {
    keepRelativesOut: 'Does not want relatives involved', helpIsEnough: 'Has the help that is needed', networkTooSmall: 'The network is too small',
    wrongMoment: 'Wrong moment', notSaid: 'Did not want to say why', other: 'Other',
  },
  worry: { notAsked: 'not asked about a worry', skipped: 'skipped the question about a worry', notKnown: 'what was said of a worry cannot be known', no: 'no worry', callMe: 'worried, wants a call', doNotCall: 'worried, does not want a call' },
  coming: { yes: 'is coming', maybe: 'does not know yet', no: 'is not coming' },
  mode: { inPerson: 'in person', partly: 'part of the time', phone: 'by phone', video: 'by video', letter: 'by letter', spokesperson: 'through someone else' },
  source: { web: 'the link', sms: 'SMS', phone: 'phone', letter: 'letter', visit: 'visit' },
  refusal: {
    personRemoved: 'Is no longer in the network', personProtected: 'Protected identity: nothing is sent', notAgreed: 'The child has not agreed to this person yet', noConsent: 'Has not consented to be contacted',
    consentWithdrawn: 'Has withdrawn consent', contactBan: 'Contact ban: a manager decides first', noSms: 'Cannot be reached by SMS', noNumber: 'Has no mobile number',
  },
  language: {
    sv: 'Swedish', 'sv-x-lattlast': 'easy Swedish', en: 'English', ar: 'Arabic', so: 'Somali', ti: 'Tigrinya', prs: 'Dari', fa: 'Persian', uk: 'Ukrainian', fi: 'Finnish',
    pl: 'Polish', ckb: 'Sorani', tr: 'Turkish',
  },
};

/** The field's own words for the closed lists of the domain. One glossary, used everywhere. */
export const vocabulary = catalogue({ sv, en });
