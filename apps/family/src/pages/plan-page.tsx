import type { ReleasedPlan } from '@radslag/plans';
import { ACTION_REPORTS, formatDate, type CalendarDate } from '@radslag/domain';
import { nameOf, type Frame } from '../document/frame';
import { T } from '../document/marks';
import { Post, renderPage } from '../document/page';
import { dayOfYear, fullDate, weekday } from '../document/when';

/** Mine first, in colour, with three answers; then what others do that has been released to this reader. */
export function planPage(frame: Frame, plan: ReleasedPlan): string {
  const { w, language } = frame;
  return renderPage({
    frame,
    title: w.titleAfter,
    foot: { questions: true, worried: true, wrong: 'session' },
    children: (
      <div class="in">
        <h1><T>{plan.focalName === '' ? w.plan.h1Plain : w.plan.h1({ names: plan.focalName })}</T></h1>
        {plan.madeOn && <p class="hint"><T>{w.plan.made({ date: dayOfYear(plan.madeOn, language) })}</T></p>}
        {plan.mine.length > 0 && <h2>{w.plan.mine}</h2>}
        {plan.mine.map((action) => <Mine frame={frame} action={action} />)}
        <Rows frame={frame} title={w.plan.following} actions={plan.following} />
        <Rows frame={frame} title={w.plan.others} actions={plan.others} />
        {(plan.conditions !== null || plan.conditionsWithheld) && <h2>{w.plan.conditions}</h2>}
        {plan.conditions !== null && <p class="said"><bdi>{plan.conditions}</bdi></p>}
        {plan.conditionsWithheld && <p><T>{w.plan.conditionsAsk({ name: nameOf(frame) })}</T></p>}
        <Again frame={frame} plan={plan} />
        <h2>{w.plan.stuck}</h2>
        <p><T>{w.plan.stuckLead({ name: nameOf(frame) })}</T></p>
        <p class="hint">{w.plan.care}</p>
      </div>
    ),
  });
}

/** "We meet again" where a day is booked for this reader; a day that only stands in the plan is called what it is. */
function Again({ frame, plan }: { frame: Frame; plan: ReleasedPlan }) {
  const { w, language } = frame;
  if (plan.meetsOn !== null) return <><h2>{w.plan.again}</h2><p><T>{w.plan.review({ date: fullDate(plan.meetsOn, language) })}</T></p></>;
  if (plan.reviewOn === null) return null;
  return <><h2>{w.plan.followUp}</h2><p><T>{w.plan.latest({ date: formatDate(plan.reviewOn, language, 'full') })}</T> {w.plan.notBooked}</p></>;
}

/** What somebody else does, and when. */
function Rows({ frame, title, actions }: { frame: Frame; title: string; actions: ReleasedPlan['others'] }) {
  if (actions.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <dl class="rows">
        {actions.map((action) => (
          <div><dt><bdi>{action.who || frame.w.plan.someone}</bdi></dt><dd><bdi>{action.what}</bdi><When frame={frame} action={action} /></dd></div>
        ))}
      </dl>
    </>
  );
}

function When({ frame, action }: { frame: Frame; action: { whenText: string; dueOn: CalendarDate | null } }) {
  if (!action.whenText && !action.dueOn) return null;
  return <small><bdi>{action.whenText}</bdi>{action.whenText && action.dueOn && <br />}{action.dueOn && <T>{frame.w.plan.latest({ date: weekday(action.dueOn, frame.language) })}</T>}</small>;
}

function Mine({ frame, action }: { frame: Frame; action: ReleasedPlan['mine'][number] }) {
  const { w } = frame;
  return (
    <Post frame={frame} class="card mine">
      <h3><bdi>{action.what}</bdi></h3>
      {(action.whenText || action.dueOn) && <p><When frame={frame} action={action} /></p>}
      {action.planB && <p><T>{w.plan.ifNot({ planB: action.planB })}</T></p>}
      <input type="hidden" name="a" value={action.actionId} />
      {action.lastReport && <p class="hint"><T>{w.plan.reported({ what: w.plan.reports[action.lastReport] })}</T></p>}
      <p class="noprint">{w.plan.how}</p>
      {ACTION_REPORTS.map((value) => <button class="b b2" name="v" value={value}>{w.plan.reports[value]}</button>)}
    </Post>
  );
}
