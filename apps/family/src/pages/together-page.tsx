import type { Frame } from '../document/frame';
import { renderPage } from '../document/page';
import { TOGETHER } from '../words/together';

/** The way in for a member of staff who has somebody on the phone. */
export function togetherPage(frame: Frame, over = false): string {
  return renderPage({
    frame,
    title: frame.w.meeting,
    languageLink: false,
    children: (
      <div class="in" lang="sv">
        <h1>{TOGETHER.h1}</h1>
        <p class="lead">{over ? TOGETHER.over : TOGETHER.lead}</p>
        {!over && <form method="post"><button class="b">{TOGETHER.begin}</button></form>}
      </div>
    ),
  });
}
