import type { InvitationPage } from '@radslag/access';
import { formatPhone } from '@radslag/domain';
import { Summary, type Fault } from '../document/choices';
import { nameOf, wordsIn, type Frame } from '../document/frame';
import { T } from '../document/marks';
import { Phone, Post, renderPage } from '../document/page';
import { SPOKEN, tongueOf, WRITTEN } from '@radslag/family-texts';
import { Hero } from './check-pages';

/** Pages on the way in and out. Those before the second step tell that there is a meeting, and no more. */

/** Behind a link that opens. Continue is a POST: whoever only looks changes nothing. */
export function startPage(frame: Frame): string {
  const { w } = frame;
  const name = nameOf(frame);
  return renderPage({
    frame,
    title: w.meeting,
    warm: 'waiting',
    foot: { questions: true, wrong: 'link' },
    children: (
      <>
        <Hero taken={false}><h1>{w.start.h1}</h1></Hero>
        <div class="in">
          <p><T>{w.start.lead({ name })}</T></p>
          <ul class="dots hint">{Object.values(w.start.facts).map((fact) => <li><T>{fact}</T></li>)}</ul>
          <form method="post"><button class="b">{w.next}</button></form>
          <p class="hint"><T>{w.start.unsure({ name })}</T></p>
        </div>
      </>
    ),
  });
}

/** `letter`: whoever has a letter got no text to look in. */
function DeskNumbers({ frame, say, letter = false }: { frame: Frame; say?: string; letter?: boolean }) {
  return (
    <>
      <p>{frame.deskPhones.map((phone, i) => <>{i > 0 && <br />}<Phone phone={phone} /></>)}</p>
      <p><T>{frame.w.hours}</T>{say && ` ${say}`}</p>
      {!letter && frame.deskPhones.length !== 1 && <p>{frame.w.dead.numberInSms}</p>}
    </>
  );
}

/** Unknown, expired and revoked: one page, the same to the last byte. */
export function deadPage(frame: Frame): string {
  const { w } = frame;
  return renderPage({
    frame,
    title: w.meeting,
    children: (
      <div class="in">
        <h1>{w.dead.h1}</h1>
        <p class="lead">{w.dead.lead}</p>
        <form method="post"><button class="b" name="g" value="ny">{w.dead.again}</button></form>
        <p class="hint">{w.dead.againHint}</p>
        <h2>{w.dead.orCall}</h2>
        <DeskNumbers frame={frame} say={w.dead.say} />
      </div>
    ),
  });
}

/** Where the code in a letter is written. A code that opens nothing is answered alike, whatever the reason. */
export function letterPage(frame: Frame, fault = false): string {
  const { w } = frame;
  return renderPage({
    frame,
    title: w.meeting,
    fault,
    children: (
      <div class="in">
        {fault && <Summary heading={w.letter.wrong} faults={[{ at: 'brevkod', text: w.letter.wrong }]} />}
        <form method="post" novalidate>
          <div class={fault ? 'err' : undefined}>
            <h1><label for="brevkod">{w.letter.h1}</label></h1>
            <p class="hint" id="brevkod-h">{w.letter.hint}</p>
            {fault && <p class="msg" id="f">{w.letter.wrong} {w.letter.wrongMore}</p>}
            <p class="lead"><input class="short longer" type="text" id="brevkod" name="brevkod" maxLength={20} autocomplete="off" autocapitalize="characters" spellcheck={false} dir="ltr" aria-describedby={fault ? 'brevkod-h f' : 'brevkod-h'} aria-invalid={fault || undefined} /></p>
          </div>
          <button class="b">{w.next}</button>
        </form>
        {fault && <><h2>{w.dead.orCall}</h2><DeskNumbers frame={frame} say={w.letter.say} letter /></>}
      </div>
    ),
  });
}

/** A heading, a sentence, and the number: for everything that leads no further. */
export function plainPage(frame: Frame, text: { h1: string; lead: string; more?: string }): string {
  return renderPage({
    frame,
    title: frame.w.meeting,
    children: (
      <div class="in">
        <h1>{text.h1}</h1>
        <p class="lead"><T>{text.lead}</T></p>
        {text.more && <p><T>{text.more}</T></p>}
        <h2>{frame.w.callUs}</h2>
        {frame.contact === null ? <DeskNumbers frame={frame} /> : <p><Phone phone={frame.contact.phone} /></p>}
      </div>
    ),
  });
}
export const askedPage = (frame: Frame): string => plainPage(frame, { h1: frame.w.dead.askedH1, lead: frame.w.dead.asked, more: frame.w.dead.askedCall });
/** `kept`: this phone's session has sent something that is kept. */
export const overPage = (frame: Frame, kept = false): string => plainPage(frame, { h1: frame.w.over.h1, lead: frame.w.over.lead, ...(kept ? { more: frame.w.over.kept } : {}) });
export const slowPage = (frame: Frame): string => plainPage(frame, { h1: frame.w.dead.slowH1, lead: frame.w.dead.slow });

type CodeProps = { frame: Frame; page: Pick<InvitationPage, 'secondStep'>; year?: string; code?: string; fault?: Fault; paused?: boolean };

/** Birth year, or the code told on the phone. Autocomplete is off on purpose: on a shared phone the browser must not open the door. */
export function codePage({ frame, page, year = '', code = '', fault, paused = false }: CodeProps): string {
  const { w } = frame;
  const name = nameOf(frame);
  const { birthYear, code: hasCode } = page.secondStep;
  const described = (hint: string, at: string) => (fault?.at === at ? `${hint} f` : hint);
  const message = (at: string) => fault?.at === at && <p class="msg" id="f">{fault.text}</p>;
  return renderPage({
    frame,
    title: w.meeting,
    fault: fault !== undefined || paused,
    foot: { questions: true, wrong: 'session' },
    children: (
      <div class="in">
        {paused && <div class="sum" role="alert" tabIndex={-1} autofocus aria-labelledby="s"><h2 id="s"><T>{w.code.paused({ name })}</T></h2><p>{w.code.pausedHint}</p></div>}
        {fault && <Summary heading={fault.text} faults={[fault]} />}
        {!birthYear && !hasCode ? (
          <><h1>{w.code.needed}</h1><p class="lead"><T>{w.code.neededLead({ name })}</T></p></>
        ) : (
          <Post frame={frame}>
            {birthYear ? (
              <>
                <div class={fault?.at === 'ar' ? 'err' : undefined}>
                  <h1><label for="ar">{w.code.year}</label></h1>
                  <p class="hint" id="ar-h"><T>{w.code.yearHint}</T></p>
                  {message('ar')}
                  <p class="lead"><input class="short" type="text" id="ar" name="ar" value={year} inputMode="numeric" maxLength={4} autocomplete="off" dir="ltr" aria-describedby={described('ar-h', 'ar')} /></p>
                </div>
                <details open={fault?.at === 'kod' || undefined}>
                  <summary>{w.code.instead}</summary>
                  <label class="field" for="kod"><T>{w.code.code({ name })}</T></label>
                  {message('kod')}
                  <input class="short" type="text" id="kod" name="kod" value={code} inputMode="numeric" maxLength={6} autocomplete="off" dir="ltr" />
                </details>
              </>
            ) : (
              <div class={fault ? 'err' : undefined}>
                <h1><label for="kod">{w.code.codeH1}</label></h1>
                <p class="hint" id="kod-h"><T>{w.code.codeHint({ name })}</T></p>
                {message('kod')}
                <p class="lead"><input class="short" type="text" id="kod" name="kod" value={code} inputMode="numeric" maxLength={6} autocomplete="off" dir="ltr" aria-describedby={described('kod-h', 'kod')} /></p>
              </div>
            )}
            <button class="b">{w.next}</button>
          </Post>
        )}
        {(birthYear || hasCode) && <p class="hint"><T>{w.code.stuck({ name })}</T></p>}
      </div>
    ),
  });
}

/** Effect stated, one-tap undo. Nobody is named: someone else may hold the phone. */
export function wrongPage(frame: Frame): string {
  const { w } = frame;
  return renderPage({
    frame: { ...frame, contact: null },
    title: w.meeting,
    foot: { questions: true },
    children: (
      <div class="in">
        <h1>{w.wrong.h1}</h1>
        <p class="lead">{w.wrong.lead}</p>
        <h2>{w.wrong.slip}</h2>
        <Post frame={frame}><button class="b b2" name="g" value="angra">{w.wrong.undo}</button></Post>
      </div>
    ),
  });
}

/** Own names, own scripts, no flags. It replaces the page it was opened from, and leads back there. */
export function languagePage(frame: Frame, asked?: string): string {
  const { w, contact } = frame;
  const english = wordsIn(tongueOf('en'));
  const missing = SPOKEN.find((language) => language.lang === asked);
  const named = contact !== null && contact.name !== '';
  return renderPage({
    frame,
    title: w.meeting,
    languageLink: false,
    foot: { questions: true },
    children: (
      <div class="in">
        {missing ? (
          <>
            <h1 lang={missing.lang}><bdi>{missing.name}</bdi></h1>
            <p class="lead">{w.languages.notYet}</p>
            <p><T>{w.languages.callWithInterpreter({ name: named ? contact.name : formatPhone(frame.deskPhones[0] ?? '') })}</T></p>
            {frame.tongue.code !== 'en' && <p lang="en" dir="ltr"><T>{english.languages.notYet}</T> <T>{english.languages.callWithInterpreter({ name: named ? contact.name : formatPhone(frame.deskPhones[0] ?? '') })}</T></p>}
            <h2>{w.languages.h1}</h2>
          </>
        ) : (
          <>
            <h1>{w.languages.h1}</h1>
            {frame.tongue.code !== 'en' && <p class="hint" lang="en" dir="ltr">{english.languages.h1}</p>}
          </>
        )}
        <ul class="langs">
          {[...WRITTEN.map((tongue) => ({ href: tongue.code, lang: tongue.lang, name: tongue.name })), ...SPOKEN.map((language) => ({ href: `x-${language.lang}`, ...language }))].map((one) => (
            <li><a class="c" href={`?s=${one.href}`} lang={one.lang}><span><bdi>{one.name}</bdi></span></a></li>
          ))}
        </ul>
        <p class="hint"><T>{named ? w.languages.missing({ name: contact.name }) : w.languages.missingUs}</T></p>
        {frame.tongue.code !== 'en' && <p class="hint" lang="en" dir="ltr"><T>{named ? english.languages.missing({ name: contact.name }) : english.languages.missingUs}</T></p>}
      </div>
    ),
  });
}
