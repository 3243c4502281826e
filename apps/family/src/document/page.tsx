import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { formatPhone } from '@radslag/domain';
import { AT } from '../forms/answer-state';
import { WEATHER } from '../routes/weather';
import { plain, WRITTEN, type Tongue } from '@radslag/family-texts';
import { T } from './marks';
import { TOGETHER } from '../words/together';
import { nameOf, type Frame } from './frame';
import { headOf, TAIL, titleTag } from './head';
import { Cups, Sign } from './icons';

export type PageProps = {
  frame: Frame;
  title: string;
  /** Something must be mended: the title says so first. */
  fault?: boolean;
  /** Greeting and thanks: tinted ground, and the cups in the middle. */
  warm?: 'waiting' | 'taken';
  back?: string;
  foot?: { questions?: boolean; worried?: boolean; wrong?: 'session' | 'link'; /** Links to what becomes of one's data, and to whether the pages work; with `worried` unless it says otherwise. */ about?: boolean };
  /** The choice of language has no way to itself. */
  languageLink?: boolean;
  children: ComponentChildren;
};

/** A whole page, as it goes over the wire. */
export function renderPage(props: PageProps): string {
  const { frame, title, fault } = props;
  const body = renderToString(<Body {...props} />).slice(0, -'</body>'.length);
  return `${headOf(frame.tongue)}${titleTag(fault ? `${frame.w.fault} ${title}` : title)}${body}${TAIL}`;
}

function Body({ frame, warm, back, foot, languageLink = true, children }: PageProps) {
  const { w } = frame;
  return (
    <body class={warm === undefined ? undefined : warm === 'taken' ? 'w done' : 'w'}>
      <a class="skip" href="#m">{w.skip}</a>
      <header class="top">
        <div class="in">
          <Call frame={frame} cups={warm === undefined} />
          <form method="post" action="/ut" data-to={WEATHER} data-keys={w.leaveKeys}><button class="out">{w.leave}</button></form>
        </div>
      </header>
      {frame.filledInFor !== null && <p class="for" lang="sv" dir="ltr"><span class="in"><T>{TOGETHER.banner(frame.filledInFor)}</T></span></p>}
      {(back !== undefined || languageLink) && (
        <nav class="nav" data-listen={w.listen} data-stop={w.listenStop}>
          <div class="in">
            {back !== undefined && <a class="back" href={back}>{w.back}</a>}
            {languageLink && <a class="lng" href="?s=x"><Sign name="globe" />{w.language}</a>}
          </div>
        </nav>
      )}
      <main id="m" tabIndex={-1}>{children}</main>
      <Foot frame={frame} {...foot} />
    </body>
  );
}

/** A contact card. Several desks on one site: no number here, since it might be the wrong one; the page lists them. */
function Call({ frame, cups }: { frame: Frame; cups: boolean }) {
  const { w, contact, deskPhones } = frame;
  const phone = contact?.phone ?? (deskPhones.length === 1 ? deskPhones[0] : undefined);
  if (phone === undefined) return <span class="call">{cups && <Cups />}</span>;
  return (
    <a class="call" href={`tel:${phone}`}>
      {cups && <Cups />}
      <span>
        <small><T>{contact === null || contact.name === '' ? w.callUs : w.call({ name: contact.name })}</T></small>
        <bdi dir="ltr" class={isLong(phone) ? 'long' : undefined}>{formatPhone(phone)}</bdi>
      </span>
    </a>
  );
}

/** Longer than Swedish numbers are: with large text it takes two lines, where it is not to be cut. */
const isLong = (phone: string) => formatPhone(phone).length > '070-174 06 05'.length;

/** The foot has room for a few: the reader's own, and those that most can make something of. */
const nearest = (own: Tongue): readonly Tongue[] => [...(NEAR.includes(own) ? [] : [own]), ...NEAR];
const NEAR = WRITTEN.filter(({ code }) => ['sv', 'latt', 'en'].includes(code));

export function Phone({ phone }: { phone: string }) {
  return <a class="tel" href={`tel:${phone}`}><bdi dir="ltr">{formatPhone(phone)}</bdi></a>;
}

function Foot({ frame, questions, worried, wrong, about = worried }: { frame: Frame } & NonNullable<PageProps['foot']>) {
  const { w, contact, deskPhones, municipality } = frame;
  const phones = contact === null ? deskPhones : [contact.phone];
  return (
    <footer class="foot">
      <div class="in">
        {questions && (
          <p>
            <T>{contact === null || contact.name === '' ? w.questionsUs : w.questions({ name: nameOf(frame) })}</T>{' '}
            {phones.map((phone, i) => <>{i > 0 && ', '}<Phone phone={phone} /></>)}
          </p>
        )}
        {(worried || wrong) && (
          <ul>
            {worried && <li><a href="/6">{w.iAmWorried}</a></li>}
            {wrong === 'session' && frame.filledInFor === null && <li><Post frame={frame} action="/11"><button class="l">{w.iAmWrong}</button></Post></li>}
            {wrong === 'link' && <li><form method="post"><button class="l" name="g" value="fel">{w.iAmWrong}</button></form></li>}
          </ul>
        )}
        <nav aria-label={plain(w.language)}>
          <ul>
            {nearest(frame.tongue).map((tongue) => (
              <li><a href={`?s=${tongue.code}`} lang={tongue.lang} aria-current={tongue.code === frame.tongue.code ? 'true' : undefined}>{tongue.name}</a></li>
            ))}
            <li><a href="?s=x">{w.languages.more}</a></li>
          </ul>
        </nav>
        {municipality && <p class="org">{municipality.logo && <img src={municipality.logo} alt="" />}<bdi>{municipality.name}</bdi></p>}
        {municipality && about && (
          <ul>
            <li><a href={AT.privacy}>{w.yourData}</a></li>
            <li><a href={AT.access}>{w.accessibility}</a></li>
          </ul>
        )}
        {frame.unread && <p class="hint">{w.draft}</p>}
      </div>
    </footer>
  );
}

/** A form of a session: it carries the session's own token. */
export function Post({ frame, action, class: className, children }: { frame: Frame; action?: string; class?: string; children: ComponentChildren }) {
  return (
    <form method="post" action={action} class={className} novalidate>
      <input type="hidden" name="t" value={frame.formToken} />
      {children}
    </form>
  );
}
