import type { NoContact } from '@radslag/domain';
import { catalogue, type Texts, type Written } from './words';

/** Why somebody is not turned to, and what to do instead. One sentence for each refusal of the gate, whatever the screen. */
const sv = {
  why: {
    personRemoved: 'Personen är borttagen ur nätverket. Ta ingen kontakt.',
    personProtected: 'Skyddade uppgifter: kontakten går bara genom dig, på det sätt ni har kommit överens om.',
    consentWithdrawn: 'Har sagt nej till kontakt. Ring inte. Ändrar sig personen hör hen av sig, eller säger det till barnet.',
    notAgreed: 'Barnet har inte sagt ja till personen. Ring inte. Fråga barnet först.',
    noConsent: 'Har inte sagt ja till att bli kontaktad. Ring inte. Be den som föreslog personen att fråga, och anteckna svaret.',
    contactBan: 'Någon i nätverket har kontaktförbud mot personen. Ring inte. En enhetschef beslutar först hur det ska gå till.',
    embargoed: 'Ska inte kontaktas än. Vänta till den dag som står under Inte före.',
    noSms: 'Vill inte ha SMS. Ta en annan väg.',
    noNumber: 'Det finns inget nummer. Skriv in ett, eller hitta en annan väg.',
    noEmail: 'Det finns ingen e-postadress.',
    noAddress: 'Det finns ingen postadress.',
    noCalls: 'Vill inte bli uppringd. Ring inte. Skriv i stället, eller vänta tills personen hör av sig.',
    outsideHours: 'Det är utanför personens tider. Ring inte nu.',
  },
} as const satisfies Texts & { why: Record<NoContact, string> };

const en: Written<typeof sv> = {
  why: {
    personRemoved: 'This person has been taken out of the network. Make no contact.',
    personProtected: 'Protected details: contact goes only through you, in the way you have agreed on.',
    consentWithdrawn: 'Has said no to being contacted. Do not call. If they change their mind they will say so, to you or to the child.',
    notAgreed: 'The child has not agreed to this person. Do not call. Ask the child first.',
    noConsent: 'Has not agreed to be contacted. Do not call. Ask whoever suggested the person to ask them, and write down the answer.',
    contactBan: 'Somebody in the network has a contact ban against this person. Do not call. A manager decides first how it is to be done.',
    embargoed: 'Not to be contacted yet. Wait until the day under Not before.',
    noSms: 'Does not want SMS. Take another way.',
    noNumber: 'There is no number. Write one, or find another way.',
    noEmail: 'There is no e-mail address.',
    noAddress: 'There is no postal address.',
    noCalls: 'Does not want to be called. Do not call. Write instead, or wait until they get in touch.',
    outsideHours: 'It is outside the person’s hours. Do not call now.',
  },
};

export const contactWords = catalogue({ sv, en });
