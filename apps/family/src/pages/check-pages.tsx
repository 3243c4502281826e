import type { InvitationPage } from '@radslag/access';
import type { ComponentChildren } from 'preact';
import { Summary, type Fault } from '../document/choices';
import { nameOf, type Frame } from '../document/frame';
import { Cups } from '../document/icons';
import { T } from '../document/marks';
import { Post, renderPage } from '../document/page';
import { dayAndClocks, weekday } from '../document/when';
import { answerState, AT, isAway, mayAnswer, needsChosen, sentAnswer, type AnswerState } from '../forms/answer-state';
import { TEXT_MAX } from '../forms/read-answers';

type Checking = { frame: Frame; page: InvitationPage; note?: string; faults?: readonly Fault[] };

/** Everything that was answered, one Change a row; after the last day without. Delicate answers are not repeated. */
export function checkPage({ frame, page, note = '', faults = [] }: Checking): string {
  const { w } = frame;
  const open = mayAnswer(page);
  // After the last day only what was sent counts.
  const state = answerState(open ? page : sentAnswer(page));
  const name = nameOf(frame);
  return renderPage({
    frame,
    title: w.titleCheck,
    fault: faults.length > 0,
    back: open && page.answer === null ? AT.worry : undefined,
    foot: { questions: true, worried: true, wrong: 'session' },
    children: (
      <div class="in">
        {faults.length > 0 && <Summary heading={faults[0]!.text} faults={faults} />}
        {open && page.answer === null && <p class="step">{w.check.almost}</p>}
        <h1>{open ? w.check.h1 : page.answer ? w.check.h1Answered : w.check.h1Late}</h1>
        {!open && <Closed frame={frame} page={page} />}
        {(open || page.answer) && <Answers frame={frame} page={page} state={state} open={open} />}
        {open && (
          <Post frame={frame}>
            <div class={faults.length > 0 ? 'if err' : 'if'}>
              <label class="field" for="n"><T>{w.check.note({ name })}</T></label>
              {faults.length > 0 && <p class="msg" id="f">{faults[0]!.text}</p>}
              <textarea id="n" name="n" rows={3} maxLength={TEXT_MAX} aria-describedby="n-h">{note}</textarea>
              <p class="hint" id="n-h">{w.check.noteHint}</p>
            </div>
            <button class="b">{w.check.send}</button>
          </Post>
        )}
        {open && <p class="hint">{w.check.later}</p>}
      </div>
    ),
  });
}

function Closed({ frame, page }: { frame: Frame; page: InvitationPage }) {
  const { w, language } = frame;
  const { answerBy } = page.conference;
  if (page.answer === null) return <p class="lead"><T>{w.check.late({ name: nameOf(frame) })}</T></p>;
  return <p class="hint"><T>{answerBy === null ? w.check.closedOpen({ name: nameOf(frame) }) : w.check.closed({ date: weekday(answerBy, language), name: nameOf(frame) })}</T></p>;
}

function Answers({ frame, page, state, open }: { frame: Frame; page: InvitationPage; state: AnswerState; open: boolean }) {
  const { w } = frame;
  const { changeWhat } = w.check;
  const hasWorry = page.draft.worry !== undefined || page.answer !== null;
  return (
    <dl class="rows chk">
      <Row frame={frame} open={open} what={w.check.coming} href={AT.coming} hidden={changeWhat.coming}>{w.coming.options[state.coming!]}</Row>
      {!isAway(state) && <Row frame={frame} open={open} what={w.check.times} href={AT.times} hidden={changeWhat.times}><TimesGiven frame={frame} page={page} state={state} /></Row>}
      {state.mode && (
        <Row frame={frame} open={open} what={w.check.how} href={AT.how} hidden={changeWhat.how}>
          {w.how.options[state.mode]}{state.mode === 'spokesperson' && state.spokesperson && <> (<bdi>{state.spokesperson}</bdi>)</>}
        </Row>
      )}
      {state.mode !== 'none' && <Row frame={frame} open={open} what={w.check.needs} href={AT.needs} hidden={changeWhat.needs}><NeedsGiven frame={frame} state={state} /></Row>}
      {hasWorry && <Row frame={frame} open={open} what={w.check.last} href={AT.worry} hidden={changeWhat.last}><T>{w.check.onlyTo({ name: nameOf(frame) })}</T></Row>}
    </dl>
  );
}

type RowProps = { frame: Frame; open: boolean; what: string; href: string; hidden: string; children: ComponentChildren };
function Row({ frame, open, what, href, hidden, children }: RowProps) {
  return (
    <div>
      <dt>{what}</dt>
      <dd>{children}</dd>
      {open && <dd class="chg"><a href={href}>{frame.w.change}<span class="vh"> {hidden}</span></a></dd>}
    </div>
  );
}

function TimesGiven({ frame, page, state }: { frame: Frame; page: InvitationPage; state: AnswerState }) {
  const { w, language } = frame;
  if (state.noTimeFits) return <>{w.check.noTime}{state.usualTimes && <><br /><bdi>{state.usualTimes}</bdi></>}</>;
  return (
    <ul class="ans">
      {page.times.filter((time) => state.times[time.id]).map((time) => (
        <li><span><T>{dayAndClocks(time, language)}</T></span> <b>{w.times.values[state.times[time.id]!]}</b></li>
      ))}
    </ul>
  );
}

export function NeedsGiven({ frame, state }: { frame: Frame; state: AnswerState }) {
  const { w } = frame;
  const needs = needsChosen(state);
  if (needs.length === 0) return <>{w.check.nothing}</>;
  return (
    <>
      {needs.map((need, i) => (
        <>{i > 0 && <br />}{w.needs.options[need]}{state.details[need] && <> (<bdi>{state.details[need]}</bdi>)</>}</>
      ))}
    </>
  );
}

/** The breath: thanks, nothing more to do, what comes. */
export function donePage({ frame, page, changed }: { frame: Frame; page: InvitationPage; changed: boolean }): string {
  const { w, language } = frame;
  const state = answerState(sentAnswer(page));
  const name = nameOf(frame);
  const yes = isAway(state) || state.noTimeFits ? [] : page.times.filter((time) => state.times[time.id] === 'yes');
  const { steps: then, stepsNo } = w.done;
  const steps = isAway(state) ? [stepsNo.read({ name }), stepsNo.say({ name })] : [then.choose({ name }), ...(page.getsTexts ? [then.text] : []), ...(maySeePlace(page) ? [then.place] : [])];
  return renderPage({
    frame,
    title: w.titleDone,
    warm: 'taken',
    foot: { questions: true, worried: true, wrong: 'session' },
    children: (
      <>
        <Hero><h1>{changed ? w.done.h1Changed : w.done.h1}</h1><p class="lead"><T>{w.done.lead}</T></p></Hero>
        <div class="in">
          <h2>{w.done.next}</h2>
          <ol>{steps.map((step) => <li><T>{step}</T></li>)}</ol>
          {yes.length > 0 && (
            <>
              <h2>{w.done.yours}</h2>
              <p>{yes.map((time, i) => <>{i > 0 && <br />}<T>{dayAndClocks(time, language)}</T></>)}</p>
              <a class="b b2" href="/80" download>{w.done.save}</a>
              <p class="hint">{w.done.calendarSays}</p>
            </>
          )}
          <h2>{w.done.changeH2}</h2>
          {mayAnswer(page) ? <p><T>{page.conference.answerBy === null ? w.done.untilOpen : w.done.until({ date: weekday(page.conference.answerBy, language) })}</T></p> : <Closed frame={frame} page={page} />}
          {mayAnswer(page) && <p><a class="tel" href={AT.check}>{w.done.change}</a></p>}
        </div>
      </>
    ),
  });
}

/** The link shows the place to whoever can show who they are, and to nobody else. */
const maySeePlace = ({ secondStep }: Pick<InvitationPage, 'secondStep'>): boolean => secondStep.passed || secondStep.birthYear || secondStep.code;

export function Hero({ taken = true, children }: { taken?: boolean; children: ComponentChildren }) {
  return <div class="hero"><div class="in"><Cups taken={taken} />{children}</div></div>;
}
