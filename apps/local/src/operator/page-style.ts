/** The staff web's tokens, for a page that stands beside it on the same screen. */
export const PAGE_STYLE = `:root { color-scheme: light dark;
  --page: light-dark(#F7F6F3, #121619); --surface: light-dark(#FFFFFF, #181D21); --sunken: light-dark(#F1EFEA, #20262B);
  --ink: light-dark(#1D2733, #E4E8EB); --muted: light-dark(#56616E, #A1ABB5); --hairline: light-dark(#DDD9D2, #2C343B);
  --control: light-dark(#7A8591, #76818C); --accent: light-dark(#0B5F5E, #63BBB1); --accent-hover: light-dark(#084B4A, #7DCBC2);
  --on-accent: light-dark(#FFFFFF, #06211F); --accent-soft: light-dark(#E9F1EF, #19302F); --focus: light-dark(#0B3D91, #9CC2FF);
  --warn: light-dark(#7A4A00, #F0CC82); --warn-bg: light-dark(#FBEBCB, #37290C); --fel: light-dark(#8C1D18, #FFB3AA);
  --font: Inter, system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; --quick: 120ms ease-out; }
@media (prefers-reduced-motion: reduce) { :root { --quick: 0ms; } }
*, *::before, *::after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--page); color: var(--ink); font: 400 15px/22px var(--font); font-variant-numeric: tabular-nums; -webkit-font-smoothing: antialiased; }
h1, h2, p, ol { margin: 0; padding: 0; } ol { list-style: none; }
h1 { font: 600 24px/32px var(--font); letter-spacing: -.011em; }
button, input, select, textarea { font: inherit; color: inherit; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 6px; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; inset: 8px auto auto 8px; padding: 8px 16px; background: var(--surface); color: var(--ink); z-index: 9; transform: translateY(-200%); }
.skip:focus { transform: none; }
.muted { color: var(--muted); } .sm { font: 400 13px/18px var(--font); }
.top { position: sticky; inset-block-start: 0; z-index: 3; display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: center; justify-content: space-between; padding: 16px 32px;
  background: var(--surface); border-block-end: 1px solid var(--hairline); }
.clock { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; }
.now { font: 600 15px/22px var(--font); }
.now time::first-letter { text-transform: uppercase; }
.now time { display: inline-block; }
.chip { display: inline-block; margin-inline-start: 6px; padding: 2px 8px; border-radius: 6px; font: 500 12px/16px var(--font); background: var(--warn-bg); color: var(--warn); }
#move { display: flex; flex-wrap: wrap; gap: 8px; }
input, select, textarea { min-height: 36px; padding: 6px 10px; border: 1px solid var(--control); border-radius: 8px; background: var(--surface); }
.btn { display: inline-flex; align-items: center; min-height: 36px; padding: 0 14px; border: 1px solid var(--control); border-radius: 8px; background: var(--surface); color: var(--ink);
  font: 500 14px/20px var(--font); white-space: nowrap; cursor: pointer; transition: background var(--quick); }
.btn:hover { background: var(--sunken); }
.btn.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); } .btn.primary:hover { background: var(--accent-hover); }
.btn.quiet { border-color: transparent; background: none; padding-inline: 8px; color: var(--accent); } .btn.quiet:hover { background: var(--accent-soft); }
main { padding: 20px 32px 48px; }
.tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
.tools label { font: 500 14px/20px var(--font); }
#operators { display: flex; flex-wrap: wrap; gap: 8px 20px; margin-inline-start: auto; }
.operator { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; position: relative; } .operator.odd select { border-color: var(--warn); background: var(--warn-bg); color: var(--warn); }
.operator summary { cursor: pointer; color: var(--accent); font: 400 13px/18px var(--font); min-height: 24px; } .operator dl { position: absolute; inset-block-start: 44px; inset-inline-end: 0; z-index: 2; margin: 0; padding: 12px 16px; max-width: calc(100vw - 40px); overflow-wrap: anywhere; background: var(--surface); border: 1px solid var(--hairline); border-radius: 8px; }
.operator dt { font: 400 13px/18px var(--font); color: var(--muted); } .operator dd { margin: 0 0 8px; font: 500 13px/20px ui-monospace, monospace; }
#find { width: min(320px, 100%); }
#say { min-height: 22px; margin-block: 8px; color: var(--muted); font: 400 13px/22px var(--font); }
#empty { padding: 48px 0; color: var(--muted); }
#phones { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(300px, 100%), 1fr)); gap: 20px; align-items: start; }
.phone { display: grid; grid-template-rows: auto minmax(0, 1fr); background: var(--surface); border: 1px solid var(--hairline); border-radius: 16px; overflow: hidden; }
.phone.odd { border-color: var(--warn); }
.phone header { padding: 14px 16px 10px; }
.phone h2 { font: 600 15px/22px var(--font); }
.label { font: 400 13px/18px var(--font); color: var(--muted); }
.bubbles { display: flex; flex-direction: column; gap: 10px; min-height: 132px; max-height: 340px; overflow-y: auto; padding: 14px 12px; background: var(--sunken); border-block: 1px solid var(--hairline); overscroll-behavior: contain; }
.bubbles:focus-visible { outline-offset: -3px; }
.bubble { max-width: 88%; }
.bubble p { padding: 8px 12px; border-radius: 14px 14px 14px 4px; background: var(--surface); overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: plaintext; }
.bubble small { display: block; padding: 3px 4px 0; font: 400 12px/16px var(--font); color: var(--muted); }
.bubble.mine { align-self: flex-end; text-align: end; }
.bubble.mine p { background: var(--accent); color: var(--on-accent); border-radius: 14px 14px 4px 14px; text-align: start; }
.bubble a { color: var(--accent); font-weight: 500; text-underline-offset: 3px; }
.bubble.mine a { color: inherit; }
.none { color: var(--muted); font: 400 13px/18px var(--font); padding: 8px 4px; }
.lost { padding: 8px 16px; color: var(--fel); font: 400 13px/18px var(--font); border-block-end: 1px solid var(--hairline); }
#stranger { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding-block: 8px; } .stranger { margin-block-end: 8px; } .stranger summary { cursor: pointer; padding-block: 8px; }
.reply { display: flex; gap: 8px; padding: 10px 12px; }
.reply textarea { flex: 1; min-width: 0; resize: vertical; field-sizing: content; max-height: 120px; }
.phone footer { display: flex; align-items: center; gap: 10px; padding: 0 12px 12px; font: 400 13px/18px var(--font); color: var(--muted); }
.phone footer select { flex: 1; min-width: 0; color: var(--ink); min-height: 32px; padding-block: 2px; }
@keyframes fresh { from { opacity: 0; transform: translateY(6px); } }
.phone.fresh { animation: fresh var(--quick); }
@media (max-width: 700px) { .top { position: static; padding: 16px; } main { padding: 16px 16px 48px; } #move > * { flex: 1 1 auto; justify-content: center; } #move-to { flex-basis: 100%; } }
@media (forced-colors: active) { .bubble p, .btn { border: 1px solid CanvasText; } }
`;
