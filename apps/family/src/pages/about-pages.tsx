import type { ComponentChildren } from 'preact';
import { Summary, type Fault } from '../document/choices';
import { nameOf, type Frame } from '../document/frame';
import { T } from '../document/marks';
import { Post, renderPage } from '../document/page';
import { TEXT_MAX } from '../forms/read-answers';
import { Hero } from './check-pages';

/** Who is responsible. These pages come behind the second step alone, since they tell it. */
const responsible = (frame: Frame): string => frame.municipality?.name ?? '';

function Part({ h2, children }: { h2: string; children: ComponentChildren }) {
  return <><h2>{h2}</h2>{children}</>;
}
const Say = ({ children }: { children: string }) => <p><T>{children}</T></p>;

/** What is kept, why, and what somebody may ask for; with the way to ask who has opened it. */
export function privacyPage(frame: Frame): string {
  const { w } = frame;
  const p = w.privacy;
  const name = nameOf(frame);
  return renderPage({
    frame,
    title: p.title,
    back: '/',
    foot: { questions: true },
    children: (
      <div class="in">
        <h1>{p.h1}</h1>
        <p class="lead"><T>{p.lead({ municipality: responsible(frame) })}</T></p>
        <Part h2={p.whatH2}><Say>{p.what}</Say></Part>
        <Part h2={p.whyH2}><Say>{p.why}</Say></Part>
        <Part h2={p.whoH2}><Say>{p.who({ name })}</Say></Part>
        <Part h2={p.longH2}><Say>{p.long}</Say></Part>
        <Part h2={p.rightsH2}><Say>{p.rights({ name })}</Say><Say>{p.complain}</Say></Part>
        <Part h2={p.openedH2}><Say>{p.opened}</Say><Post frame={frame}><button class="b b2">{p.ask}</button></Post></Part>
      </div>
    ),
  });
}

/** The accessibility statement that the law asks for (lagen om tillgänglighet till digital offentlig service), with a way to tell of faults. */
export function accessPage(frame: Frame, { text = '', faults = [] }: { text?: string; faults?: readonly Fault[] } = {}): string {
  const { w } = frame;
  const a = w.access;
  return renderPage({
    frame,
    title: a.title,
    fault: faults.length > 0,
    back: '/',
    foot: { questions: true },
    children: (
      <div class="in">
        {faults.length > 0 && <Summary heading={faults[0]!.text} faults={faults} />}
        <h1>{a.h1}</h1>
        <p class="lead"><T>{a.lead({ municipality: responsible(frame) })}</T></p>
        <Part h2={a.howH2}><Say>{a.how}</Say></Part>
        <Part h2={a.knownH2}><Say>{a.known}</Say></Part>
        <Part h2={a.otherH2}><Say>{a.other({ name: nameOf(frame) })}</Say></Part>
        <Part h2={a.tellH2}>
          <Say>{a.tell}</Say>
          <Post frame={frame}>
            <div class={faults.length > 0 ? 'if err' : 'if'}>
              <label class="field" for="vad">{a.what}</label>
              {faults.length > 0 && <p class="msg" id="f">{faults[0]!.text}</p>}
              <textarea id="vad" name="vad" rows={3} maxLength={TEXT_MAX} aria-describedby={faults.length > 0 ? 'f' : undefined}>{text}</textarea>
            </div>
            <button class="b b2">{a.send}</button>
          </Post>
          <p class="hint"><T>{a.complain}</T></p>
        </Part>
      </div>
    ),
  });
}

/** It has been received, and there is no more to do. */
export function receivedPage(frame: Frame, { h1, lead }: { h1: string; lead: string }): string {
  return renderPage({
    frame,
    title: frame.w.meeting,
    warm: 'taken',
    foot: { questions: true },
    children: (
      <>
        <Hero><h1>{h1}</h1><p class="lead"><T>{lead}</T></p></Hero>
        <div class="in"><a class="b b2" href="/">{frame.w.set.backToAnswers}</a></div>
      </>
    ),
  });
}
