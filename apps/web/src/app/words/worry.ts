import type { ToldWorry, WorryMeasure } from '@radslag/domain';
import { catalogue, type Texts, type Written } from './words';

const sv = {
  title: 'Orolig för att möta någon',
  said: { callMe: 'Vill bli uppringd.', doNotCall: 'Vill inte bli uppringd.' },
  told: 'Sagt {at}. Bara du ser det.',
  holds: 'Tills du har skrivit vad du har gjort bokas och flyttas inget, och ingen bjuds in.',
  measure: 'Vad har du gjort?',
  measures: {
    talked: 'Har talat med personen', arranged: 'Har ordnat så att det blir tryggt', apart: 'De möts inte', noRisk: 'Det finns ingen risk', beforeRecord: 'Klarmarkerad innan det skrevs ner vad som gjordes',
  },
  note: 'Beskriv kort',
  noteHint: 'Till exempel olika tider, olika rum eller vem som följer med. Sparas med ditt namn.',
  missing: 'Välj vad du har gjort och beskriv det kort.',
  done: 'Spara vad jag har gjort',
  by: '{who, select, none {{at}} other {{who}, {at}}}',
  held: '{count, plural, one {{names} är orolig för att möta någon.} other {{names} är oroliga för att möta någon.}} Det går inte att boka, flytta eller bjuda in förrän du har skrivit vad du har gjort.',
  open: 'Öppna oron',
  danger: '{count, plural, one {Ett SMS om fara är oläst{from, select, none {} other { (från {from})}}.} other {{count} SMS om fara är olästa{from, select, none {} other { (från {from})}}.}} Det går inte att boka, flytta eller bjuda in förrän du har läst och tagit hand om {count, plural, one {det} other {dem}} i inkorgen.',
  openInbox: 'Läs i inkorgen',
} as const satisfies Texts & { said: Record<ToldWorry, string>; measures: Record<WorryMeasure | 'beforeRecord', string> };

const en: Written<typeof sv> = {
  title: 'Worried about meeting someone',
  said: { callMe: 'Wants a call.', doNotCall: 'Does not want a call.' },
  told: 'Said {at}. Only you can see it.',
  holds: 'Until you have written what you have done nothing is booked or moved, and nobody is invited.',
  measure: 'What have you done?',
  measures: { talked: 'Have talked with the person', arranged: 'Have made it safe', apart: 'They do not meet', noRisk: 'There is no risk', beforeRecord: 'Ticked off before it was written down what was done' },
  note: 'Describe it briefly',
  noteHint: 'For example different times, different rooms or who comes along. Saved with your name.',
  missing: 'Choose what you have done and describe it briefly.',
  done: 'Save what I have done',
  by: '{who, select, none {{at}} other {{who}, {at}}}',
  held: '{count, plural, one {{names} is worried about meeting someone.} other {{names} are worried about meeting someone.}} Nothing can be booked or moved and nobody invited until you have written what you have done.',
  open: 'Open the worry',
  danger: '{count, plural, one {A text about danger is unread{from, select, none {} other { (from {from})}}.} other {{count} texts about danger are unread{from, select, none {} other { (from {from})}}.}} Nothing can be booked or moved and nobody invited until you have read and dealt with {count, plural, one {it} other {them}} in the inbox.',
  openInbox: 'Read in the inbox',
};

export const worryWords = catalogue({ sv, en });
