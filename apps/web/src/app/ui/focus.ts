/**
 * The button that opened a dialog is sometimes gone when the dialog closes, since the deed was done. The browser then drops
 * focus at the top of the page; this puts it where the reader was, on the first of these that is there.
 */
export function keepFocusNear(...selectors: string[]): void {
  // Twice: what is to have focus may be drawn in the first of them.
  requestAnimationFrame(() => requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const place = selectors.map((selector) => document.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    if (place === undefined) return;
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: place.getBoundingClientRect().bottom < innerHeight && place.getBoundingClientRect().top >= 0 });
  }));
}
