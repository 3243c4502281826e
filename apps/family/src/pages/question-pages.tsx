import type { InvitationPage } from '@radslag/access';
import type { ComponentChildren } from 'preact';
import { COMING, TIME_ANSWERS, WORRY_CHOICES, type FamilyLanguage, type Need } from '@radslag/domain';
import { Choice, Choices, Question, Summary, type Fault } from '../document/choices';
import { nameOf, type Frame } from '../document/frame';
import { T } from '../document/marks';
import { Post, renderPage } from '../document/page';
import { clocks, dayAndClocks, weekday, weekdayHead } from '../document/when';
import { AT, detailAt, isAway, modesOffered, needsOffered, pageBefore, stepOf, type AnswerState } from '../forms/answer-state';
import { timeField, TEXT_MAX, LINE_MAX } from '../forms/read-answers';

/** The pages that ask, one thing each. `faults`: what was sent did not do; everything typed is still there. */
type Asking = { frame: Frame; state: AnswerState; faults?: readonly Fault[] };

function ask(asking: Asking, at: string, title: string | undefined, children: ComponentChildren, worried = true): string {
  const { frame, state, faults = [] } = asking;
  const { n, of } = stepOf(state, at.startsWith(AT.needs) ? AT.needs : at);
  return renderPage({
    frame,
    title: title ?? frame.w.titleStep({ n, of }),
    fault: faults.length > 0,
    back: at.length > 2 ? AT.needs : pageBefore(state, at),
    foot: { questions: true, worried, wrong: 'session' },
    children: <div class="in">{children}</div>,
  });
}
const stepText = ({ frame, state }: Asking, at: string) => frame.w.step(stepOf(state, at));
const simpleSummary = (faults: readonly Fault[] | undefined) => faults && faults.length > 0 && <Summary heading={faults[0]!.text} faults={faults} />;

export function comingPage(asking: Asking): string {
  const { frame, state, faults } = asking;
  const { w } = frame;
  const options = COMING.map((value) => ({ value, text: w.coming.options[value], note: w.coming.notes[value], sign: value }));
  return ask(asking, AT.coming, undefined, (
    <>
      {simpleSummary(faults)}
      <Post frame={frame}>
        <Question step={stepText(asking, AT.coming)} h1={w.coming.h1} hint={w.coming.hint} fault={faults?.[0]}>
          <div class="pick"><Choices type="radio" name="k" options={options} chosen={state.coming ? [state.coming] : []} id="k" /></div>
        </Question>
        <button class="b">{w.next}</button>
      </Post>
      {w.coming.after && <p class="hint">{w.coming.after}</p>}
    </>
  ));
}

export function timesPage(asking: Asking & { page: Pick<InvitationPage, 'times' | 'conference'>; unanswered?: readonly string[]; /** The rows that were answered have been kept. */ kept?: boolean }): string {
  const { frame, state, page, faults, unanswered = [], kept = false } = asking;
  const { w, language } = frame;
  const { answerBy } = page.conference;
  return ask(asking, AT.times, undefined, (
    <>
      {faults && faults.length > 0 && <Summary heading={unanswered.length > 0 ? w.times.left({ n: unanswered.length }) : faults[0]!.text} lead={kept ? w.times.saved : undefined} faults={faults} />}
      <Post frame={frame}>
        <Question step={stepText(asking, AT.times)} h1={w.times.h1} hint={answerBy === null ? w.times.hintOpen : w.times.hint({ date: weekday(answerBy, language) })}>
          {!SWEDISH.includes(language) && <p class="hint">{w.swedishTime}</p>}
          {page.times.map((time, i) => (
            <>
              {page.times[i - 1]?.startsLocal.slice(0, 10) !== time.startsLocal.slice(0, 10) && (
                <h2 class="day">{weekdayHead(time.startsLocal.slice(0, 10), language)} <span>{time.startsLocal.slice(0, 4)}</span></h2>
              )}
              <TimeChoice frame={frame} time={time} index={i} value={state.times[time.id]} missing={unanswered.includes(time.id)} />
            </>
          ))}
          <p class="or">{w.or}</p>
          <Choice type="checkbox" name="ingen" option={{ value: '1', text: w.times.none }} checked={state.noTimeFits} />
          <div class="if"><label class="field" for="nar">{w.times.usual}</label><textarea id="nar" name="nar" rows={3} maxLength={TEXT_MAX}>{state.usualTimes}</textarea></div>
        </Question>
        <button class="b">{w.next}</button>
      </Post>
    </>
  ));
}

/** Others may think that the clock is the one where they come from. */
const SWEDISH: readonly FamilyLanguage[] = ['sv', 'sv-x-lattlast'];

type TimeChoiceProps = { frame: Frame; time: InvitationPage['times'][number]; index: number; value: string | undefined; missing: boolean };
function TimeChoice({ frame, time, index, value, missing }: TimeChoiceProps) {
  const { w, language } = frame;
  const name = timeField(index);
  const options = TIME_ANSWERS.map((answer) => ({ value: answer, text: w.times.values[answer] }));
  return (
    <fieldset class={missing ? 't err' : 't'} aria-describedby={missing ? `${name}-f` : undefined}>
      <legend><span class="vh">{weekdayHead(time.startsLocal.slice(0, 10), language)} </span><T>{clocks(time.startsLocal, time.endsLocal, language)}</T></legend>
      {missing && <p class="msg" id={`${name}-f`}>{w.times.fault}</p>}
      <div class="three"><Choices type="radio" name={name} options={options} chosen={value ? [value] : []} id={name} /></div>
    </fieldset>
  );
}
export const timeFault = (time: InvitationPage['times'][number], index: number, frame: Frame): Fault => ({ at: timeField(index), text: dayAndClocks(time, frame.language) });

export function howPage(asking: Asking): string {
  const { frame, state, faults } = asking;
  const { w } = frame;
  const options = modesOffered(state).map((value) => ({ value, text: w.how.options[value], note: w.how.notes[value], sign: value === 'none' ? ('no' as const) : value }));
  return ask(asking, AT.how, undefined, (
    <>
      {simpleSummary(faults)}
      <Post frame={frame}>
        <Question step={stepText(asking, AT.how)} h1={w.how.h1} hint={w.how.hint} fault={faults?.[0]}>
          <div class="pick">
            {options.map((option, i) => (
              <>
                <Choice type="radio" name="h" option={option} checked={state.mode === option.value} id={i === 0 ? 'h' : undefined} />
                {option.value === 'spokesperson' && <div class="if"><label class="field" for="vem">{w.how.who}</label><input type="text" id="vem" name="vem" value={state.spokesperson} maxLength={LINE_MAX} autocomplete="off" /></div>}
              </>
            ))}
          </div>
        </Question>
        <button class="b">{w.next}</button>
      </Post>
    </>
  ));
}

export function needsPage(asking: Asking & { nothing?: boolean }): string {
  const { frame, state, faults, nothing = state.needs?.length === 0 } = asking;
  const { w } = frame;
  const options = needsOffered(state).map((value) => ({ value, text: w.needs.options[value], note: w.needs.notes[value], sign: value }));
  return ask(asking, AT.needs, undefined, (
    <>
      {simpleSummary(faults)}
      <Post frame={frame}>
        <Question step={stepText(asking, AT.needs)} h1={isAway(state) ? w.needs.h1Away : w.needs.h1} hint={w.needs.hint} fault={faults?.[0]}>
          <div class="pick"><Choices type="checkbox" name="b" options={options} chosen={state.needs ?? []} id="b" /></div>
          <p class="or">{w.or}</p>
          <div class="pick"><Choice type="checkbox" name="b" option={{ value: 'inget', text: w.needs.nothing }} checked={nothing} /></div>
        </Question>
        <button class="b">{w.next}</button>
      </Post>
    </>
  ));
}

/** One follow-up a need. */
export function detailPage(asking: Asking & { need: Need }): string {
  const { frame, state, need, faults } = asking;
  const { w } = frame;
  const wishes = (['woman', 'man', 'any'] as const).map((value) => ({ value, text: w.detail.wishes[value] }));
  return ask(asking, detailAt(need), undefined, (
    <>
      {simpleSummary(faults)}
      <Post frame={frame}>
        <div class={faults?.length ? 'err' : undefined}>
          <p class="step">{w.needs.options[need]}</p>
          <h1><label for="d">{w.detail.h1[need]}</label></h1>
          <p class="hint" id="d-h">{w.detail.hint[need]}</p>
          {faults?.[0] && <p class="msg" id="f">{faults[0].text}</p>}
          <p class="lead"><input type="text" id="d" name="d" value={state.details[need] ?? ''} maxLength={LINE_MAX} autocomplete="off" aria-describedby={faults?.[0] ? 'd-h f' : 'd-h'} /></p>
        </div>
        {need === 'interpreter' && (
          <fieldset>
            <legend><h2>{w.detail.wish}</h2></legend>
            <div class="pick"><Choices type="radio" name="v" options={wishes} chosen={state.interpreter ? [state.interpreter] : []} /></div>
          </fieldset>
        )}
        <button class="b">{w.next}</button>
      </Post>
    </>
  ));
}

/** Comes back empty each time: what is delicate is not echoed. */
export function worryPage(asking: Asking): string {
  const { frame } = asking;
  const { w } = frame;
  const name = nameOf(frame);
  const notes = { no: '', callMe: w.worry.notes.callMe({ name }), doNotCall: w.worry.notes.doNotCall({ name }) };
  const options = WORRY_CHOICES.map((value) => ({ value, text: w.worry.options[value], note: notes[value] }));
  return ask(asking, AT.worry, undefined, (
    <>
      <Post frame={frame}>
        <Question step={stepText(asking, AT.worry)} h1={w.worry.h1} hint={w.worry.hint({ name })}>
          <div class="pick"><Choices type="radio" name="o" options={options} chosen={[]} /></div>
        </Question>
        <p class="hint"><T>{w.worry.honest({ name })}</T></p>
        <button class="b">{w.next}</button>
      </Post>
      <p class="hint">{w.worry.mayskip}</p>
      <p class="hint">{w.worry.danger}<a href="tel:112">112</a>.</p>
    </>
  ), false);
}
