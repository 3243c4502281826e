import type { ActionReport, ActionState, AnswerSource, AttendanceMode, CalendarDate, Channel, Coming, ConsentForm, DeclineReason, FamilyLanguage, MemberState, Need, PlanDecision, Ring, Side, Tie, Worry } from '@radslag/domain';
import type { DemoCalendar, Range } from './demo-calendar';

/** How a family is told: facts only. Days are working days from the day of seeding (`-5`: a week ago) or dates. */
export type On = number | CalendarDate;

export type AnswerStory = {
  on: On;
  at?: string;
  coming: Coming;
  /** One letter a time, in order: y can, ? if need be, n cannot. Left out: every time suits. */
  times?: string;
  mode?: AttendanceMode;
  source?: AnswerSource;
  needs?: readonly [Need, string][];
  spokesperson?: string;
  note?: string;
  worry?: Worry;
  noTimeFits?: boolean;
  usualTimes?: string;
};

export type PersonStory = {
  name: string;
  relation: string;
  side: Side;
  ring: Ring;
  /** How far the preparation has come; `prepared` when the day of the talk is given. */
  state?: MemberState;
  prepared?: On;
  born?: number;
  language?: FamilyLanguage;
  channel?: Channel;
  /** Tried after the first, in order. */
  others?: readonly Channel[];
  email?: string;
  /** Lines of an envelope, without the name. */
  address?: readonly string[];
  /** Own hours, from and to. */
  hours?: readonly [string, string];
  /** Agreed at the first call. */
  word?: string;
  /** On a shared phone: what the text calls this person. */
  alias?: string;
  voicemail?: true;
  /** The last two digits of 070-174 06 xx; left out: the next free one of the family; null: none. */
  phone?: number | null;
  /** Reads messages on this person's phone. */
  phoneOf?: string;
  guardian?: true;
  professional?: true;
  supportPerson?: true;
  mustAttend?: true;
  noSms?: true;
  protected?: true;
  /** One of the municipality's own staff, by key. */
  staff?: string;
  needs?: readonly [Need, string][];
  canHelp?: string;
  note?: string;
  /** To be contacted. Everyone who has been contacted has said yes in some form, unless it says otherwise. */
  consent?: ConsentForm | 'none';
  /** To take part, for guardians and the young. */
  takesPart?: false;
  /** Messages do not arrive: the number is no longer in use. */
  unreachable?: true;
  invited?: false;
  answer?: AnswerStory;
  /** Was not there on the day after all, or came at this time. */
  came?: false | string;
};

export type FocalStory = { name: string; birthDate: CalendarDate | null; personalNumber?: string; protected?: true; as?: Partial<Omit<PersonStory, 'name'>> };
export type TieStory = { from: string | null; to: string; kind: Tie; until?: CalendarDate; /** Whom a ban binds. */ bound?: string };

export type ActionStory = {
  /** Which question it answers, from 1. */
  question: number;
  what: string;
  owner: string;
  when: string;
  due?: CalendarDate;
  checker?: string;
  planB?: string;
  needsDecision?: true;
  /** Which bottom lines it meets, from 1. */
  meets?: readonly number[];
  state?: ActionState;
  reports?: readonly { value: ActionReport; on: On }[];
};
export type PlanStory = {
  presented: { on: On; at: string };
  decision?: { on: On; at: string; what: PlanDecision; conditions?: string; reviewOn: CalendarDate };
  actions: readonly ActionStory[];
};

export type ConferenceStory = {
  planned: On;
  /** None: no time has been proposed yet. */
  times: readonly Range[];
  answerBy: CalendarDate | null;
  invited: On;
  venue: { name: string; address: string; directions: string };
  set?: { on: On; time: number };
  cancelled?: { on: On; reason: 'keyPersonCannot' | 'withdrawn' | 'safety' | 'illness' | 'other' };
  /** Minutes of each part of a day that has been. */
  held?: { information: number; privateTime: number; presentation: number; askedForHelpAfter?: number };
  plan?: PlanStory;
};

/** An earlier conference that was not held, and what people (by given name) had answered about it. */
export type CalledOffStory = ConferenceStory & { set: object; cancelled: object; answers: Readonly<Record<string, AnswerStory>> };

export type FamilyStory = {
  number: number;
  socialWorker: string;
  coordinator?: string;
  focal: readonly FocalStory[];
  languages: readonly string[];
  situation: string;
  worries?: string;
  strengths?: string;
  goals?: string;
  questions: readonly string[];
  bottomLines: readonly string[];
  resources: readonly string[];
  holdBy?: CalendarDate;
  /** When each step was taken; the furthest one is the state of the case. */
  steps: { offered: number; started: number; submitted?: number; accepted?: number; allocated?: number; declared?: number; closed?: { on: number; reason: string } };
  /** The family's first number, as in `PersonStory.phone`. */
  phonesFrom?: number;
  people?: readonly PersonStory[];
  ties?: readonly TieStory[];
  calledOff?: CalledOffStory;
  conference?: ConferenceStory;
};
export type Family = (calendar: DemoCalendar) => FamilyStory;

/** An offer that has not become a referral. Without a reason it waits for an answer. */
export type OfferStory = { about?: string; by: string; on: number; answered?: number; reason?: DeclineReason };

/** 'Amina Ali' → what screens and other stories call her. */
export const givenNameOf = (name: string): string => name.slice(0, name.lastIndexOf(' '));
export const familyNameOf = (name: string): string => name.slice(name.lastIndexOf(' ') + 1);
