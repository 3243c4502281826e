/** The one sheet of the family pages, as written; `sheet.ts` makes it small. A module, since the app is one file when it runs. */
export const FAMILY_CSS = `/* One sheet for every page: no images, no fonts, no script.
   Start and end, never left and right: dir on <html> turns the page.
   Served minified and without comments: a reader of the source learns nothing. */

:root {
  --paper: #faf6ef;
  --card: #fff;
  --ink: #2b261f;
  --soft: #625a4d;
  --line: #e4dbcc;
  --edge: #857967;
  --go: #17594c;
  --on: #fff;
  --tint: #e3eee1;
  --bad: #8c1d18;
  --blush: #fbe9e4;
  --ring: #0b3d91;
  --edge-room: 1rem;
  --room: .75rem;
  color-scheme: light dark;
}
/* Space around things does not grow with the text beyond what a narrow screen can spare. */
@supports (width: min(1px, 2px)) {
  :root { --edge-room: min(1rem, 5vw); --room: min(.75rem, 3vw); }
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1a1915;
    --card: #25231e;
    --ink: #f3ede2;
    --soft: #bfb7a8;
    --line: #3e3b33;
    --edge: #968d7b;
    --go: #96d3b9;
    --on: #0a2a21;
    --tint: #20352c;
    --bad: #ffb3a7;
    --blush: #3c221d;
    --ring: #a9c8ff;
  }
}

/* Ground */
* { box-sizing: border-box; }
html { scroll-padding-top: 7.5rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.1875rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif;
  word-break: break-word;
}
h1, h2, h3, p, ol, ul, dl, dd, fieldset, legend { margin: 0; padding: 0; border: 0; min-width: 0; }
/* With text of twice the size it grows less than what is under it: nine bold letters are to have room on the narrowest phone. */
h1 { font-size: 1.8125rem; font-size: min(1.8125rem, .875rem + 4.7vw); line-height: 1.25; text-wrap: balance; }
h2, h3 { font-size: 1.25rem; font-size: min(1.25rem, 1rem + 1.25vw); line-height: 1.3; }
h2 { margin: 2.25rem 0 .5rem; }
legend { float: left; width: 100%; padding-bottom: .5rem; }
legend + * { clear: both; margin-top: 0; }
p + p { margin-top: .75rem; }
p + form { margin-top: 1.5rem; }
ul { list-style: none; }
ol, .dots { padding-inline-start: 1.5rem; }
.dots { list-style: disc; padding-inline-start: min(1.5rem, 7vw); }
ol li + li, .dots li + li { margin-top: .5rem; }
a { color: var(--go); text-underline-offset: .2em; }
button, input, textarea { font: inherit; color: inherit; }
svg { stroke-linecap: round; stroke-linejoin: round; }
/* Kept whole, on a line of its own rather than broken; broken at its spaces only where no line is wide enough. */
bdi[dir], .nb { display: inline-block; max-width: 100%; text-decoration: inherit; }
.dots bdi { display: inline; }
small, .step { display: block; font-weight: 400; }
small, .step, dt, .chg, .nav, .foot { font-size: 1.0625rem; }
small, .step, dt, .hint, .or, .day span { color: var(--soft); }
:focus { outline: 3px solid var(--ring); outline-offset: 3px; }
:focus:not(:focus-visible) { outline: 0; }
[dir="rtl"] body, :lang(ti) body { line-height: 1.7; }
[dir="rtl"] h1, :lang(ti) h1 { line-height: 1.4; }

/* Frame */
.in { max-width: 37rem; margin: 0 auto; padding: 0 var(--edge-room); }
.skip { position: absolute; top: -6rem; z-index: 9; padding: .75rem; background: var(--card); }
.skip:focus { top: 0; }
.top { background: var(--paper); border-bottom: 1px solid var(--line); z-index: 5; }
.top .in { display: flex; flex-wrap: wrap; align-items: center; min-height: 3.875rem; }
/* As wide as the number at least, and no wider than the page: then the cups give way. */
.call { flex: 1; max-width: 100%; display: flex; align-items: center; min-height: 3rem; color: inherit; line-height: 1.25; font-weight: 600; }
.call .m { flex: 0 9 2.75rem; min-width: 0; }
.call bdi { white-space: nowrap; font-size: min(1em, 10.6vw); }
.call .long { white-space: normal; }
.call small { font-size: .9375rem; }
.out { min-height: 2.75rem; padding: 0 var(--edge-room); border: 1.5px solid; border-radius: 2rem; background: none; font-size: 1rem; font-weight: 600; }
.nav .in { display: flex; flex-wrap: wrap; }
.nav a { flex: none; max-width: 100%; }
.nav a, .call, .b, .langs a, .foot nav a { text-decoration: none; }
.back::before { content: "‹"; display: inline-block; margin-inline-end: .375rem; font-size: 1.375em; line-height: .7; }
.lng { margin-inline-start: auto; }
.g { margin-inline-end: .375rem; vertical-align: -.2em; stroke-width: 1.8; }
.c > .g { flex: none; margin: 0; margin-inline-start: var(--room); color: var(--soft); }
.c :checked ~ .g { color: var(--go); }
.lis { margin-inline-start: 1rem; }
.for { padding: .5rem 0; background: var(--ink); color: var(--paper); font-weight: 600; }
.for .in { display: block; }
.org { margin-top: 1.25rem; font-weight: 600; }
.org img { display: block; height: 2.5rem; margin-bottom: .5rem; }
main { padding: .75rem 0 3rem; }
.lead { margin-top: .625rem; }
.hint { margin-top: .5rem; text-wrap: pretty; }
.b + .hint, form + .hint, ul + .hint, fieldset + .hint { margin-top: 1rem; }
.tel, .chg a, .nav a, .sum a, .foot li a { display: inline-block; padding: .625rem 0; }
.tel, .chg a { margin: -.625rem 0; }

/* Choices: the whole row is the label */
.c, .card { background: var(--card); border: 1px solid var(--line); }
.c, .c span::before, .b, .sum, .card { border-radius: .875rem; }
.c, .b, .l, summary { cursor: pointer; }
.pick, .langs { display: grid; grid-gap: .625rem; margin-top: 1.25rem; }
/* Where the words would have no room beside it, they go under the ring. */
.c { position: relative; z-index: 0; display: flex; flex-wrap: wrap; align-items: flex-start; padding: var(--edge-room); line-height: 1.4; }
.c span { flex: 1 1 7.5rem; font-weight: 500; }
.c span::before { content: ""; position: absolute; z-index: -1; top: -1px; right: -1px; bottom: -1px; left: -1px; border: 2px solid transparent; }
.c :checked + span::before { border-color: var(--go); background: var(--tint); }
.c :focus + span::before { outline: 3px solid var(--ring); outline-offset: 2px; }
.c :focus:not(:focus-visible) + span::before { outline: 0; }
.c input { -webkit-appearance: none; appearance: none; flex: none; width: 1.5rem; height: 1.5rem; margin: .0625rem 0; margin-inline-end: var(--room); border: 2px solid var(--edge); border-radius: 50%; background: var(--card); }
.c input:focus, .sum:focus { outline: 0; }
.c [type="checkbox"] { border-radius: .375rem; }
.c :checked { border: .45rem solid var(--go); }
.c [type="checkbox"]:checked { display: grid; place-content: center; border: 0; background: var(--go); }
.c [type="checkbox"]:checked::before { content: ""; width: .4rem; height: .8rem; border: solid var(--on); border-width: 0 3px 3px 0; transform: translateY(-.1rem) rotate(45deg); }
.or { margin-top: 1.25rem; }
.or + * { margin-top: .5rem; }
.if { padding-top: .75rem; }
@supports selector(:has(a)) {
  .c:not(:has(:checked)) + .if { display: none; }
}

/* Times */
.day { margin: 1.5rem 0 0; padding: .375rem 0; background: var(--paper); z-index: 2; }
.day span { font-weight: 400; }
.t { margin-bottom: 1rem; }
.t legend { padding-bottom: .375rem; }
.three { display: flex; flex-wrap: wrap; margin: -.25rem; }
/* As wide as its longest word at least, since three letters a line cannot be read; so each has the same room, or goes below. */
.three .c { flex: 1 1 5rem; max-width: 100%; margin: .25rem; flex-direction: column; flex-wrap: nowrap; align-items: center; padding: .625rem .25rem .5rem; text-align: center; word-break: normal; overflow-wrap: break-word; }
.three .c span { flex: none; max-width: 100%; }
.three .c input { margin: 0 0 .25rem; }
.three [value="no"]:checked + span::before { border-color: var(--soft); background: var(--line); }

/* Fields, buttons */
.field { display: block; margin-bottom: .375rem; font-weight: 500; }
[type="text"], textarea { width: 100%; padding: .75rem; border: 2px solid var(--edge); border-radius: .75rem; background: var(--card); }
.short { max-width: 8.5rem; font-size: 1.5rem; }
.longer { max-width: 15rem; }
summary { padding: .625rem 0; color: var(--go); }
.b { display: block; width: 100%; min-height: 3.5rem; margin-top: 1.75rem; padding: .75rem var(--edge-room); border: 2px solid var(--go); background: var(--go); color: var(--on); font-weight: 600; text-align: center; }
.b2 { margin-top: .625rem; background: var(--card); color: var(--go); border-width: 1.5px; }
.b2[aria-pressed="true"] { background: var(--go); color: var(--on); }
.b2[aria-pressed="true"]::before { content: "✓ "; }
.l { min-height: 2.75rem; padding: 0; border: 0; background: none; color: var(--go); text-align: start; text-decoration: underline; }

/* Errors */
.sum { margin-bottom: 1.5rem; padding: 1rem var(--edge-room) .5rem; border: 2px solid var(--bad); background: var(--blush); }
.sum a { color: var(--bad); }
.err { padding-inline-start: var(--room); border-inline-start: 4px solid var(--bad); }
.msg { padding-bottom: .5rem; color: var(--bad); font-weight: 600; }

/* Pages to read */
.card { margin-top: .75rem; padding: 1rem var(--edge-room); }
.card h2, .sum h2, h3 { margin: 0 0 .375rem; }
.rows > div { padding: .875rem 0; border-bottom: 1px solid var(--line); }
.chk > div { display: flex; flex-wrap: wrap; }
.chk dt { flex: 1 1 7rem; }
.chk dd { order: 1; flex: 0 0 100%; }
.chk .chg { order: 0; flex: 0 1 auto; }
.ans li { display: flex; flex-wrap: wrap; justify-content: space-between; padding: .25rem 0; }
.ans li > span { flex: 1 1 11rem; }
.ans b { margin-inline-start: 1rem; }

/* Arriving: two cups, one is yours */
.m { flex: none; width: 2.75rem; height: 1.9375rem; margin-inline-end: .625rem; fill: none; stroke: var(--go); stroke-width: 2.2; }
.m .f, .done .du { fill: var(--go); }
.m .st { opacity: .65; }
.w .top, .w .nav, .hero, .mine { background: var(--tint); border-color: transparent; }
.w main { padding-top: 0; }
.hero { padding-bottom: 1.75rem; margin-bottom: 1.5rem; text-align: center; border-radius: 0 0 50% 50% / 0 0 1.5rem 1.5rem; }
.hero .m { display: block; width: 9.25rem; max-width: 100%; height: 6.5rem; margin: 0 auto 1.25rem; stroke-width: 1.5; }
.done .lead { font-size: 1.3125rem; text-wrap: balance; }

/* Languages, foot */
.langs { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
.langs a { padding: .75rem; color: inherit; }
.foot { padding: 1.25rem 0 3rem; border-top: 1px solid var(--line); }
.foot ul { display: flex; flex-wrap: wrap; margin-top: .5rem; }
.foot li { margin-inline-end: 1.25rem; }
.foot [aria-current] { color: var(--ink); font-weight: 600; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* Room to stay put: the phone number and the way out follow along */
@media (min-height: 34em) and (min-width: 20em) {
  .top { position: sticky; top: 0; }
}
@media (min-height: 40em) and (min-width: 22em) {
  .day { position: sticky; top: 3.875rem; }
}
@media (max-width: 21.5em) {
  body { font-size: 1.125rem; }
  .call .m { display: none; }
  .ans li { display: block; }
}
@media (min-width: 42em) {
  .in { max-width: 41rem; }
  h1 { font-size: 2.125rem; }
  main { padding-top: 1.5rem; }
  .b { max-width: 20rem; }
  .t { display: flex; flex-wrap: wrap; align-items: center; }
  .t legend { flex: 1 1 8rem; width: auto; padding: 0; }
  .t .msg { order: -1; flex: 0 0 100%; }
  .three { flex: 0 1 27.25rem; margin: 0 -.25rem; }
  .three .c { flex-basis: 8rem; flex-direction: row; padding: .75rem .875rem; text-align: start; }
  .three .c span { flex: 1; }
  .three .c input { margin: 0; margin-inline-end: .5rem; }
}
@media (prefers-reduced-motion: no-preference) {
  .done .st { animation: up 4.5s ease-out; }
  @keyframes up { from { opacity: 0; transform: translateY(5px); } }
}
@media (forced-colors: active) {
  .m { stroke: CanvasText; }
  .m .f, .done .du { fill: CanvasText; }
  .c input { appearance: auto; }
  .c span::before { border: 0; }
  .c :checked + span::before { border: 4px solid Highlight; }
}
@media print {
  :root { --paper: #fff; --tint: #fff; }
  .out, .nav, .b, .l, .foot ul, .lis, .noprint { display: none; }
  .top { position: static; }
  .card, .rows > div { break-inside: avoid; border-color: #bbb; }
}
`;
