import type { InvitationPage } from '@radslag/access';
import { dateOf, formatDate } from '@radslag/domain';
import { nameOf, type Frame } from '../document/frame';
import { T } from '../document/marks';
import { Post, renderPage } from '../document/page';
import { clock, clocks, fullDate } from '../document/when';
import { answerState, AT, needsChosen, sentAnswer } from '../forms/answer-state';
import { Hero } from './check-pages';

/** Day and place once they are set, and what becomes of a meeting: moved, cancelled, held. */
export function meetingPage(frame: Frame, page: InvitationPage): string {
  switch (page.conference.state) {
    case 'cancelled':
      return noticePage(frame, frame.w.set.cancelled, frame.w.set.cancelledLead({ name: nameOf(frame) }), { cups: 'waiting' });
    case 'held':
      return noticePage(frame, frame.w.set.held, page.planReleased ? '' : frame.w.set.heldLead({ name: nameOf(frame) }), { plan: page.planReleased });
    default:
      return timeSetPage(frame, page);
  }
}

const FOOT = { questions: true, worried: true, wrong: 'session' } as const;

function noticePage(frame: Frame, h1: string, lead: string, { plan = false, cups = 'taken' }: { plan?: boolean; cups?: 'taken' | 'waiting' } = {}): string {
  return renderPage({
    frame,
    title: frame.w.meeting,
    warm: cups,
    foot: FOOT,
    children: (
      <>
        <Hero taken={cups === 'taken'}><h1>{h1}</h1>{lead && <p class="lead"><T>{lead}</T></p>}</Hero>
        <div class="in">{plan && <a class="b b2" href={AT.plan}>{frame.w.set.readPlan}</a>}</div>
      </>
    ),
  });
}

function timeSetPage(frame: Frame, page: InvitationPage): string {
  const { w, language } = frame;
  const { startsLocal, endsLocal, zone, moved, movedFrom } = page.conference;
  const date = startsLocal!.slice(0, 10);
  const isToday = dateOf(page.now, zone) === date;
  return renderPage({
    frame,
    title: w.titleSet,
    warm: 'taken',
    foot: FOOT,
    children: (
      <>
        <Hero>
          <p class="step">{moved ? w.set.moved : page.answered === 'no' ? w.meeting : w.set.see}</p>
          <h1>{fullDate(date, language)}<br /><T>{clocks(startsLocal!, endsLocal ?? startsLocal!, language)}</T></h1>
          {movedFrom !== null && <p class="hint"><T>{w.set.movedFrom({ when: `${formatDate(movedFrom.slice(0, 10), language, 'full')} ${clock(movedFrom, language)}` })}</T></p>}
        </Hero>
        <div class="in">
          {asksWhether(page) && <ComingThen frame={frame} page={page} />}
          <Place frame={frame} page={page} />
          {isToday && <IfSomethingHappens frame={frame} page={page} />}
          <a class="b b2" href="/90" download>{w.set.save}</a>
          <p class="hint">{w.set.calendarSays}</p>
          <AskedFor frame={frame} page={page} />
          <h2>{w.set.bring}</h2>
          <p>{w.set.bringWhat}</p>
          {!isToday && <IfSomethingHappens frame={frame} page={page} />}
          {page.planReleased && <a class="b b2" href={AT.plan}>{w.set.readPlan}</a>}
        </div>
      </>
    ),
  });
}

/** The same card whether the place is not released or is never to be shown. */
function Place({ frame, page }: { frame: Frame; page: InvitationPage }) {
  const { w } = frame;
  const name = nameOf(frame);
  if (page.venue) {
    return (
      <div class="card">
        <h2><bdi>{page.venue.name || page.venue.address}</bdi></h2>
        {page.venue.name && page.venue.address && <p><bdi>{page.venue.address}</bdi></p>}
        {page.venue.directions && <p><bdi>{page.venue.directions}</bdi></p>}
      </div>
    );
  }
  const { birthYear, code } = page.secondStep;
  if (page.venueBehindStep && (birthYear || code)) return <div class="card"><h2>{w.set.place}</h2><p>{w.set.placeOpenHint}</p><a class="b b2" href={AT.code}>{w.set.placeOpen}</a></div>;
  return <div class="card"><h2>{w.set.place}</h2><p><T>{page.venueBehindStep ? w.set.placeBehindCode({ name }) : w.set.placeByPhone({ name })}</T></p></div>;
}

/** Asked of a time that they were not asked about before, or could not for certain: after a move always, with what they have said of it since. */
const asksWhether = ({ conference, answered }: InvitationPage): boolean => conference.state === 'confirmed' && (conference.moved || answered !== 'yes');

/** The time that this page shows: what is tapped here is about it, and about no other. */
export const askedAbout = ({ conference: { startsLocal, endsLocal } }: Pick<InvitationPage, 'conference'>): string => `${startsLocal}/${endsLocal ?? startsLocal}`;

function ComingThen({ frame, page }: { frame: Frame; page: InvitationPage }) {
  const { can, maybe, cannot } = frame.w.set.movedOptions;
  const choices = [['kan', 'yes', can], ['kanske', 'maybe', maybe], ['nej', 'no', cannot]] as const;
  return (
    <Post frame={frame}>
      <h2>{frame.w.set.movedAsk}</h2>
      <input type="hidden" name="v" value={askedAbout(page)} />
      {choices.map(([value, coming, text]) => <button class="b b2" name="h" value={value} aria-pressed={page.answered === null ? undefined : page.answered === coming ? 'true' : 'false'}>{text}</button>)}
    </Post>
  );
}

function AskedFor({ frame, page }: { frame: Frame; page: InvitationPage }) {
  const { w } = frame;
  const state = answerState(sentAnswer(page));
  const needs = needsChosen(state);
  if (needs.length === 0) return null;
  return (
    <>
      <h2>{w.set.asked}</h2>
      <ul class="dots">{needs.map((need) => <li>{w.needs.options[need]}{state.details[need] && <> (<bdi>{state.details[need]}</bdi>)</>}</li>)}</ul>
    </>
  );
}

function IfSomethingHappens({ frame, page }: { frame: Frame; page: InvitationPage }) {
  const { w } = frame;
  return (
    <Post frame={frame}>
      <h2>{w.set.happens}</h2>
      <p><T>{w.set.tap({ name: nameOf(frame) })}</T></p>
      <input type="hidden" name="v" value={askedAbout(page)} />
      <button class="b b2" name="h" value="sen">{w.set.late}</button>
      <button class="b b2" name="h" value="hitta">{w.set.lost}</button>
      <button class="b b2" name="h" value="nej">{w.set.notComing}</button>
    </Post>
  );
}

/** One tap was enough. */
export function toldPage(frame: Frame, page: InvitationPage): string {
  const { w } = frame;
  const isSet = page.conference.startsLocal !== null;
  return renderPage({
    frame,
    title: w.meeting,
    warm: 'taken',
    foot: { questions: true, wrong: 'session' },
    children: (
      <>
        <Hero><h1><T>{w.set.told({ name: nameOf(frame) })}</T></h1><p class="lead"><T>{w.set.toldLead({ name: nameOf(frame) })}</T></p></Hero>
        <div class="in"><a class="b b2" href={isSet ? AT.meeting : AT.check}>{isSet ? w.set.backToMeeting : w.set.backToAnswers}</a></div>
      </>
    ),
  });
}
