import { Component } from '@angular/core';

/** Every icon once, as symbols; `<svg rs-icon="check">` points at them. */
@Component({
  selector: 'rs-sprite',
  template: `
    <svg width="0" height="0" hidden aria-hidden="true">
      <symbol id="i-apart" viewBox="0 0 20 20"><path d="M7 10H2.5M5 7.5 2.5 10 5 12.5M13 10h4.5M15 7.5l2.5 2.5-2.5 2.5M10 4v12"/></symbol>
      <symbol id="i-cal" viewBox="0 0 20 20"><rect x="3" y="4.5" width="14" height="12.5" rx="2"/><path d="M3 8.5h14M7 2.5v3.5M13 2.5v3.5"/></symbol>
      <symbol id="i-car" viewBox="0 0 20 20"><path d="m3.5 11 1.5-4.2A1.5 1.5 0 0 1 6.4 5.8h7.2A1.5 1.5 0 0 1 15 6.8l1.5 4.2v4.2h-2v-1.7h-9v1.7h-2zM3.5 11h13"/></symbol>
      <symbol id="i-chart" viewBox="0 0 20 20"><path d="M3.5 16.5h13M6 13.5v-4M10 13.5v-8M14 13.5v-6"/></symbol>
      <symbol id="i-check" viewBox="0 0 20 20"><path d="m4.5 10.5 3.7 3.7 7.3-8"/></symbol>
      <symbol id="i-child" viewBox="0 0 20 20"><circle cx="10" cy="6" r="2.8"/><path d="M5 17c.3-4 2.3-6 5-6s4.7 2 5 6"/></symbol>
      <symbol id="i-clock" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6.8"/><path d="M10 6.2V10l2.6 1.8"/></symbol>
      <symbol id="i-close" viewBox="0 0 20 20"><path d="m5 5 10 10M15 5 5 15"/></symbol>
      <symbol id="i-copy" viewBox="0 0 20 20"><rect x="7" y="7" width="9.5" height="9.5" rx="1.5"/><path d="M13 7V5A1.5 1.5 0 0 0 11.5 3.5H5A1.5 1.5 0 0 0 3.5 5v6.5A1.5 1.5 0 0 0 5 13h2"/></symbol>
      <symbol id="i-dash" viewBox="0 0 20 20"><path d="M5 10h10"/></symbol>
      <symbol id="i-door" viewBox="0 0 20 20"><path d="M5 17V3.5h8.5V17M3 17h14M11 10.2v.1"/></symbol>
      <symbol id="i-down" viewBox="0 0 20 20"><path d="m5 8 5 5 5-5"/></symbol>
      <symbol id="i-down2" viewBox="0 0 20 20"><path d="M10 3.5v9M6 9l4 4 4-4M3.5 16.5h13"/></symbol>
      <symbol id="i-edit" viewBox="0 0 20 20"><path d="m4 16 .8-3.5L13.5 3.8l2.7 2.7-8.7 8.7z"/></symbol>
      <symbol id="i-fail" viewBox="0 0 20 20"><path d="m10 2.6 7.4 7.4-7.4 7.4L2.6 10z"/><path d="M10 6.6v4M10 13.2v.1"/></symbol>
      <symbol id="i-find" viewBox="0 0 20 20"><circle cx="9" cy="9" r="5.5"/><path d="m13.2 13.2 3.8 3.8"/></symbol>
      <symbol id="i-flag" viewBox="0 0 20 20"><path d="M5 17V3.5h9.5l-2 3.5 2 3.5H5"/></symbol>
      <symbol id="i-food" viewBox="0 0 20 20"><path d="M6 3v5a2 2 0 0 0 4 0V3M8 3v14M14 17v-6c-1.5 0-2-1.5-2-3.5S13 3 14 3z"/></symbol>
      <symbol id="i-handle" viewBox="0 0 20 20"><path d="M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1"/></symbol>
      <symbol id="i-help" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6.8"/><path d="M8 8.2a2 2 0 1 1 2.8 1.9c-.6.3-.8.7-.8 1.4M10 13.8v.1"/></symbol>
      <symbol id="i-letter" viewBox="0 0 20 20"><rect x="3" y="4.5" width="14" height="11" rx="1.8"/><path d="m3.5 6 6.5 5 6.5-5"/></symbol>
      <symbol id="i-link" viewBox="0 0 20 20"><path d="M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2L10.4 5.4M11.5 8.5a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1.1-1.1"/></symbol>
      <symbol id="i-list" viewBox="0 0 20 20"><path d="M3.5 5h1M3.5 10h1M3.5 15h1M8 5h8.5M8 10h8.5M8 15h8.5"/></symbol>
      <symbol id="i-lock" viewBox="0 0 20 20"><rect x="4.8" y="9" width="10.4" height="7.8" rx="1.6"/><path d="M7 9V6.6a3 3 0 0 1 6 0V9"/></symbol>
      <symbol id="i-map" viewBox="0 0 20 20"><circle cx="10" cy="10" r="7"/><circle cx="10" cy="10" r="3.2"/><path d="M10 3v3.5M10 13.5V17"/></symbol>
      <symbol id="i-minus" viewBox="0 0 20 20"><path d="M4 10h12"/></symbol>
      <symbol id="i-msg" viewBox="0 0 20 20"><path d="M3 5.5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H9.5L6 16.5v-3H5a2 2 0 0 1-2-2z"/></symbol>
      <symbol id="i-offer" viewBox="0 0 20 20"><path d="M3 6.5 10 11l7-4.5M3 6.5V15a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 17 15V6.5L10 2.8z"/></symbol>
      <symbol id="i-out" viewBox="0 0 20 20"><path d="M3.5 10h9M9 6l4 4-4 4M13 3.5h3.5v13H13"/></symbol>
      <symbol id="i-pause" viewBox="0 0 20 20"><path d="M7 4.5v11M13 4.5v11"/></symbol>
      <symbol id="i-person" viewBox="0 0 20 20"><circle cx="10" cy="6.5" r="3"/><path d="M4 17c.4-3.6 2.8-5.4 6-5.4s5.6 1.8 6 5.4"/></symbol>
      <symbol id="i-phone" viewBox="0 0 20 20"><path d="M4.8 3.5H7l1.4 3.6-1.7 1.3a9 9 0 0 0 4.9 4.9l1.3-1.7 3.6 1.4v2.2a1.7 1.7 0 0 1-1.9 1.7A12.6 12.6 0 0 1 3.1 5.4a1.7 1.7 0 0 1 1.7-1.9z"/></symbol>
      <symbol id="i-plus" viewBox="0 0 20 20"><path d="M10 4v12M4 10h12"/></symbol>
      <symbol id="i-print" viewBox="0 0 20 20"><path d="M6 7V3.5h8V7M6 14H3.5V8.5A1.5 1.5 0 0 1 5 7h10a1.5 1.5 0 0 1 1.5 1.5V14H14"/><path d="M6 11.5h8v5H6z"/></symbol>
      <symbol id="i-reply" viewBox="0 0 20 20"><path d="M8 5 3.5 9.5 8 14M3.5 9.5H12a4.5 4.5 0 0 1 4.5 4.5v1.5"/></symbol>
      <symbol id="i-right" viewBox="0 0 20 20"><path d="m8 5 5 5-5 5"/></symbol>
      <symbol id="i-ring" viewBox="0 0 20 20"><circle cx="10" cy="3.6" r="1.7"/><circle cx="15" cy="6" r="1.7"/><circle cx="16.2" cy="11.4" r="1.7"/><circle cx="12.8" cy="15.8" r="1.7"/><circle cx="7.2" cy="15.8" r="1.7"/><circle cx="3.8" cy="11.4" r="1.7"/><circle cx="5" cy="6" r="1.7"/></symbol>
      <symbol id="i-rows" viewBox="0 0 20 20"><path d="M3.5 5.5h13M3.5 10h13M3.5 14.5h13"/></symbol>
      <symbol id="i-shield" viewBox="0 0 20 20"><path d="M10 2.8 16 5v4.5c0 3.8-2.6 6.5-6 7.7-3.4-1.2-6-3.9-6-7.7V5z"/></symbol>
      <symbol id="i-shieldok" viewBox="0 0 20 20"><path d="M10 2.8 16 5v4.5c0 3.8-2.6 6.5-6 7.7-3.4-1.2-6-3.9-6-7.7V5z"/><path d="m7.4 9.8 1.9 1.9 3.4-3.7"/></symbol>
      <symbol id="i-skip" viewBox="0 0 20 20"><circle cx="10" cy="10" r="6.8"/><path d="m5.3 14.7 9.4-9.4"/></symbol>
      <symbol id="i-stop" viewBox="0 0 20 20"><path d="M7 2.8h6L17.2 7v6L13 17.2H7L2.8 13V7z"/><path d="M7 10h6"/></symbol>
      <symbol id="i-tilde" viewBox="0 0 20 20"><path d="M3.8 11.6c1.6-3.4 4.2-3.4 6.2-1.6s4.6 1.8 6.2-1.6"/></symbol>
      <symbol id="i-today" viewBox="0 0 20 20"><path d="M3.5 5 5 6.5 7.5 4M3.5 10 5 11.5 7.5 9M3.5 15 5 16.5 7.5 14M11 5.5h5.5M11 10.5h5.5M11 15.5h5.5"/></symbol>
      <symbol id="i-tolk" viewBox="0 0 20 20"><path d="M2.8 4h8.4v6H6.6l-2 2v-2H2.8z"/><path d="M13.6 8.2h3.6v6h-1.6v2l-2.2-2H8.8v-1.8"/></symbol>
      <symbol id="i-trash" viewBox="0 0 20 20"><path d="M4 6h12M8 6V3.8h4V6M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5"/></symbol>
      <symbol id="i-tree" viewBox="0 0 20 20"><path d="M7.5 3h5v4h-5zM3 13h5v4H3zM12 13h5v4h-5zM10 7v3M5.5 13v-3h9v3"/></symbol>
      <symbol id="i-undo" viewBox="0 0 20 20"><path d="M7.5 4 3.5 8l4 4M3.5 8H12a4.5 4.5 0 0 1 0 9H8"/></symbol>
      <symbol id="i-up" viewBox="0 0 20 20"><path d="m5 12 5-5 5 5"/></symbol>
      <symbol id="i-video" viewBox="0 0 20 20"><rect x="2.8" y="5.5" width="10" height="9" rx="1.8"/><path d="m12.8 9 4.4-2.5v7L12.8 11z"/></symbol>
      <symbol id="s-full" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="currentColor"/></symbol>
      <symbol id="s-half" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill="currentColor"/></symbol>
      <symbol id="s-none" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" stroke-width="1.5"/></symbol>
    </svg>
  `,
})
export class Sprite {}
