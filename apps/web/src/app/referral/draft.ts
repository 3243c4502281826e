import type { CaseView } from '@radslag/contracts';
import type { Body } from '../api/api';

export type Content = CaseView['content'];
export type ContentToSave = Body<'saveReferral'>['content'];
type FocalInput = ContentToSave['focalPersons'][number];

/** `key` lives only on the screen: it ties a row to its field, also before the server has named it. */
export type TextRow = { key: number; id?: string; text: string };
export type PersonRow = { key: number; id?: string; givenName: string; familyName: string; birthDate: string; personalNumber: string; protected: boolean };
export type Draft = {
  focalPersons: PersonRow[];
  situation: string;
  worries: string;
  strengths: string;
  goals: string;
  questions: TextRow[];
  bottomLines: TextRow[];
  noBottomLines: boolean;
  resources: TextRow[];
  languages: string[];
  holdBy: string;
};
export type RowList = 'questions' | 'bottomLines' | 'resources';

let made = 0;
export function textRow(row: { id?: string | undefined; text: string } = { text: '' }): TextRow {
  return { key: ++made, ...(row.id === undefined ? {} : { id: row.id }), text: row.text };
}
export function personRow(person?: Content['focalPersons'][number]): PersonRow {
  return {
    key: ++made,
    ...(person?.id === undefined ? {} : { id: person.id }),
    givenName: person?.givenName ?? '',
    familyName: person?.familyName ?? '',
    birthDate: person?.birthDate ?? '',
    personalNumber: person?.personalNumber ?? '',
    protected: person?.protected ?? false,
  };
}

/** What the server has, as rows to write in; a new referral has a first empty row where one is expected. */
export function toDraft(content: Content): Draft {
  const atLeast = <T>(rows: T[], count: number, make: () => T): T[] => [...rows, ...Array.from({ length: Math.max(0, count - rows.length) }, make)];
  return {
    ...content,
    focalPersons: atLeast(content.focalPersons.map(personRow), 1, () => personRow()),
    questions: atLeast(content.questions.map(textRow), 3, () => textRow()),
    bottomLines: content.noBottomLines ? content.bottomLines.map(textRow) : atLeast(content.bottomLines.map(textRow), 1, () => textRow()),
    resources: atLeast(content.resources.map(textRow), 1, () => textRow()),
    languages: [...content.languages],
    holdBy: content.holdBy ?? '',
  };
}

/**
 * What can be saved of a draft now, and the rows it came from. Empty rows are left out. A person whose name is half written is
 * not sent; one the server already has stays there as it was until the name is whole again.
 */
export function toContent(draft: Draft, saved: Content): { content: ContentToSave; sent: Sent } {
  const people = draft.focalPersons.flatMap((row): { row: PersonRow; person: FocalInput }[] => {
    const whole = row.givenName.trim() !== '' && row.familyName.trim() !== '';
    if (whole) return [{ row, person: toPerson(row) }];
    const before = saved.focalPersons.find((one) => one.id !== undefined && one.id === row.id);
    return before === undefined ? [] : [{ row, person: before }];
  });
  const rows = (list: RowList) => draft[list].filter((row) => row.text.trim() !== '');
  const items = (list: RowList) => rows(list).map(({ id, text }) => ({ ...(id === undefined ? {} : { id }), text }));
  return {
    content: {
      focalPersons: people.map(({ person }) => person),
      situation: draft.situation,
      worries: draft.worries,
      strengths: draft.strengths,
      goals: draft.goals,
      questions: items('questions'),
      bottomLines: items('bottomLines'),
      noBottomLines: draft.noBottomLines && rows('bottomLines').length === 0,
      resources: items('resources'),
      languages: draft.languages,
      holdBy: draft.holdBy === '' ? null : draft.holdBy,
    },
    sent: {
      focalPersons: people.map(({ row }) => row.key),
      questions: rows('questions').map((row) => row.key),
      bottomLines: rows('bottomLines').map((row) => row.key),
      resources: rows('resources').map((row) => row.key),
    },
  };
}
export type Sent = Record<RowList | 'focalPersons', number[]>;

function toPerson({ id, givenName, familyName, birthDate, personalNumber, protected: isProtected }: PersonRow): FocalInput {
  return { ...(id === undefined ? {} : { id }), givenName, familyName, birthDate: birthDate === '' ? null : birthDate, personalNumber: personalNumber.trim() === '' ? null : personalNumber, protected: isProtected };
}

/** Gives new rows the ids that the server gave them, and touches nothing else: someone may be writing in them. */
export function withIds(draft: Draft, sent: Sent, saved: Content): Draft {
  const named = <T extends { key: number; id?: string }>(rows: T[], list: keyof Sent): T[] =>
    rows.map((row) => {
      const at = sent[list].indexOf(row.key);
      const id = at < 0 ? undefined : saved[list][at]?.id;
      return id === undefined || row.id === id ? row : { ...row, id };
    });
  return { ...draft, focalPersons: named(draft.focalPersons, 'focalPersons'), questions: named(draft.questions, 'questions'), bottomLines: named(draft.bottomLines, 'bottomLines'), resources: named(draft.resources, 'resources') };
}
