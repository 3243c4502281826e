import type { AttendanceMode, Coming, ConferenceState, FamilyLanguage, Need, TimeAnswer, Worry } from '@radslag/domain';
import type { AnswerDraft } from './answer-draft';

/** Who to call, as a contact card: a first name and a number. */
export type Contact = { name: string; phone: string };

/** Whose words the pages speak, and how old those in memory may be. */
export type TextsOf = { id: string; textsVersion: number };

export type OfferedTime = { id: string; startsLocal: string; endsLocal: string };

/** The last answer, whatever it was about. `times`: what it said of one time after another, empty for a no to all. `worry` and `note` are carried over when something else is changed; no page ever shows them again. */
export type GivenAnswer = {
  coming: Coming;
  mode: AttendanceMode | null;
  noTimeFits: boolean;
  usualTimes: string;
  spokesperson: string;
  times: { timeId: string; value: TimeAnswer }[];
  needs: { need: Need; detail: string }[];
  worry: Worry;
  note: string;
};

/** Everything that the pages behind one link are made of, for this one person. */
export type InvitationPage = {
  now: Date;
  language: FamilyLanguage;
  contact: Contact;
  municipality: TextsOf;
  /** Whose answer a member of staff is filling in; null: the person is here themselves. */
  filledInFor: string | null;
  /** The municipality's number, where nobody may be named. */
  commonPhone: string;
  referralId: string;
  conferenceId: string;
  memberId: string;
  coordinatorId: string | null;
  /** Said by this phone that it is the wrong person; may be taken back in the same session. */
  wrongPerson: boolean;
  /** What is written to them comes as a text: not so for whoever is called or gets letters or e-mail. */
  getsTexts: boolean;
  secondStep: {
    /** Asked before anything else. */
    required: boolean;
    passed: boolean;
    birthYear: boolean;
    code: boolean;
    lockedUntil: Date | null;
  };
  conference: {
    state: ConferenceState;
    scheduleVersion: number;
    startsLocal: string | null;
    endsLocal: string | null;
    zone: string;
    answerBy: string | null;
    moved: boolean;
    /** The time before, if this person was told it. */
    movedFrom: string | null;
  };
  /** Only when it is released and the second step has been taken. */
  venue: { name: string; address: string; directions: string } | null;
  /** Released, but the step is yet to be taken. */
  venueBehindStep: boolean;
  times: OfferedTime[];
  answer: GivenAnswer | null;
  /** What they have said of the question as it stands, of the set time or of the times that are asked about now; null: not yet. */
  answered: Coming | null;
  draft: AnswerDraft;
  planReleased: boolean;
};
