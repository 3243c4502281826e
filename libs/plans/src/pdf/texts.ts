/** The words of the printed plan. Both languages complete: the type asks for it. */
export type PdfLanguage = 'sv' | 'en';

type PdfTexts = {
  /** Of the file's properties and the reader's tab: says nothing about whom or what. */
  documentTitle: string;
  heading: string;
  headingFor: string;
  madeOn: string;
  mine: string;
  nothingMine: string;
  following: string;
  others: string;
  nobody: string;
  when: string;
  by: string;
  checks: string;
  planB: string;
  needsDecision: string;
  conditions: string;
  conditionsAsk: string;
  /** Until a day is booked there is only a last day. */
  reviewTitle: string;
  review: string;
  meetTitle: string;
  meet: string;
  ownCopy: string;
  page: string;
};

export const PDF_TEXTS: Readonly<Record<PdfLanguage, PdfTexts>> = {
  sv: {
    documentTitle: 'Plan',
    heading: 'Vår plan',
    headingFor: 'Vår plan för {names}',
    madeOn: 'Gjord tillsammans {date}.',
    mine: 'Det här gör du',
    nothingMine: 'Du har inget eget att göra i planen.',
    following: 'Det här följer du upp',
    others: 'Det här gör andra',
    nobody: 'Ingen än',
    when: 'När: {text}',
    by: 'senast {date}',
    checks: 'Följs upp av: {who}',
    planB: 'Om det inte går: {text}',
    needsDecision: 'Kräver eget beslut',
    conditions: 'Villkor',
    conditionsAsk: 'Det finns ett villkor som inte står här. Ring och fråga.',
    reviewTitle: 'Planen följs upp',
    review: 'Senast {date}. Dagen är inte bokad än.',
    meetTitle: 'Vi ses igen',
    meet: '{date}. Då pratar vi om hur det har gått.',
    ownCopy: 'Det här exemplaret är gjort för dig. Tänk på de andra innan du visar det.',
    page: 'Sida',
  },
  en: {
    documentTitle: 'Plan',
    heading: 'Our plan',
    headingFor: 'Our plan for {names}',
    madeOn: 'Made together on {date}.',
    mine: 'What you do',
    nothingMine: 'There is nothing in the plan for you to do.',
    following: 'What you check',
    others: 'What others do',
    nobody: 'Nobody yet',
    when: 'When: {text}',
    by: 'by {date}',
    checks: 'Checked by: {who}',
    planB: 'If it does not work: {text}',
    needsDecision: 'Needs a decision of its own',
    conditions: 'Conditions',
    conditionsAsk: 'There is a condition that is not shown here. Call and ask.',
    reviewTitle: 'The plan is followed up',
    review: 'By {date}. The day is not booked yet.',
    meetTitle: 'We meet again',
    meet: '{date}. Then we talk about how it has gone.',
    ownCopy: 'This copy was made for you. Think of the others before you show it.',
    page: 'Page',
  },
};

export const fill = (template: string, values: Readonly<Record<string, string>>): string => template.replace(/\{(\w+)\}/g, (_whole, key: string) => values[key] ?? '');
