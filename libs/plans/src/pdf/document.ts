import { formatDate, type CalendarDate } from '@radslag/domain';
import type { ReleasedPlan } from '../read-released-plan';
import { fill, PDF_TEXTS, type PdfLanguage } from './texts';

/** What the template sets: words only, already chosen for one reader. */
export type PdfDocument = {
  language: PdfLanguage;
  documentTitle: string;
  heading: string;
  madeOn: string;
  sections: { title: string; note: string; start: number; items: { what: string; lines: string[] }[] }[];
  ownCopy: string;
  pageWord: string;
};

/** The staff's copy says more: which question, who checks, on what conditions. */
export type WholePlan = {
  focalName: string;
  madeOn: CalendarDate | null;
  questions: { text: string; actions: { what: string; who: string; whenText: string; dueOn: CalendarDate | null; checker: string; planB: string; needsDecision: boolean }[] }[];
  conditions: string | null;
  reviewOn: CalendarDate | null;
  meetsOn: CalendarDate | null;
};

type Front = { focalName: string; madeOn: CalendarDate | null };

/** The reader's own part first, then what others do: one row of numbers for all of it. */
export function documentForOne(plan: ReleasedPlan, language: PdfLanguage): PdfDocument {
  const t = PDF_TEXTS[language];
  const mine = plan.mine.map((action) => ({ what: action.what, lines: lines([whenLine(action, language), action.planB && fill(t.planB, { text: action.planB })]) }));
  const others = plan.others.map((action) => ({ what: action.what, lines: lines([action.who || t.nobody, whenLine(action, language)]) }));
  const following = plan.following.map((action) => ({ what: action.what, lines: lines([action.who || t.nobody, whenLine(action, language)]) }));
  return {
    ...front(plan, language),
    sections: [
      { title: t.mine, note: mine.length === 0 ? t.nothingMine : '', start: 1, items: mine },
      ...(following.length === 0 ? [] : [{ title: t.following, note: '', start: mine.length + 1, items: following }]),
      ...(others.length === 0 ? [] : [{ title: t.others, note: '', start: mine.length + following.length + 1, items: others }]),
      ...(plan.conditions === null && !plan.conditionsWithheld ? [] : [{ title: t.conditions, note: plan.conditions ?? t.conditionsAsk, start: 1, items: [] }]),
      ...reviewSection(plan, language),
    ],
    ownCopy: t.ownCopy,
  };
}

export function documentForStaff(plan: WholePlan, language: PdfLanguage): PdfDocument {
  const t = PDF_TEXTS[language];
  let next = 1;
  const sections = plan.questions.map((question) => {
    const start = next;
    next += question.actions.length;
    const items = question.actions.map((action) => ({
      what: action.what,
      lines: lines([
        action.who || t.nobody,
        whenLine(action, language),
        action.checker && fill(t.checks, { who: action.checker }),
        action.planB && fill(t.planB, { text: action.planB }),
        action.needsDecision && t.needsDecision,
      ]),
    }));
    return { title: question.text, note: '', start, items };
  });
  const conditions = plan.conditions === null ? [] : [{ title: t.conditions, note: plan.conditions, start: 1, items: [] }];
  return { ...front(plan, language), sections: [...sections, ...conditions, ...reviewSection(plan, language)], ownCopy: '' };
}

function front({ focalName, madeOn }: Front, language: PdfLanguage): Omit<PdfDocument, 'sections' | 'ownCopy'> {
  const t = PDF_TEXTS[language];
  return {
    language,
    documentTitle: t.documentTitle,
    heading: focalName === '' ? t.heading : fill(t.headingFor, { names: focalName }),
    madeOn: madeOn === null ? '' : fill(t.madeOn, { date: formatDate(madeOn, language, 'full') }),
    pageWord: t.page,
  };
}

/** Nobody is told that they meet on a day that is not booked. */
export function reviewSection({ reviewOn, meetsOn }: { reviewOn: CalendarDate | null; meetsOn: CalendarDate | null }, language: PdfLanguage): PdfDocument['sections'] {
  const t = PDF_TEXTS[language];
  const section = (title: string, text: string, date: CalendarDate) => [{ title, note: fill(text, { date: formatDate(date, language, 'full') }), start: 1, items: [] }];
  if (meetsOn !== null) return section(t.meetTitle, t.meet, meetsOn);
  return reviewOn === null ? [] : section(t.reviewTitle, t.review, reviewOn);
}

function whenLine(action: { whenText: string; dueOn: CalendarDate | null }, language: PdfLanguage): string {
  const t = PDF_TEXTS[language];
  const parts = lines([action.whenText, action.dueOn !== null && fill(t.by, { date: formatDate(action.dueOn, language, 'full') })]);
  return parts.length === 0 ? '' : fill(t.when, { text: parts.join(', ') });
}

const lines = (parts: readonly (string | false)[]): string[] => parts.filter((part): part is string => part !== false && part !== '');
