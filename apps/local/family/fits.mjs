/**
 * What does not fit, in words; run inside the page. A box that holds its overflow in can cut what nobody can scroll to, so every
 * line of text is looked at for itself. A word may be broken where no line has room for it, but never into a few letters a line.
 */
export function strays() {
  const LETTERS_A_LINE = 5;
  const SYLLABLES_A_LINE = 3;
  const faults = new Set();
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) faults.add(`scrolls sideways (${document.documentElement.scrollWidth} px)`);
  const isOut = ({ left, right, width: own }) => own > 0 && (left < -0.5 || right > width + 0.5);
  const isHidden = (element) => element.closest('.vh, .skip, script, style') !== null || element.checkVisibility?.({ visibilityProperty: true }) === false;
  const linesOf = (range) => new Set([...range.getClientRects()].filter((rect) => rect.width > 0).map((rect) => Math.round(rect.top / 4))).size;
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.data.trim() || isHidden(text.parentElement)) continue;
    range.selectNodeContents(text);
    if ([...range.getClientRects()].some(isOut)) faults.add(`cuts “${text.data.trim()}”`);
    // addresses have no syllables, and seldom a line that is long enough
    for (const { 0: word, index } of text.data.replace(/\S+[@/.]\S+/g, (address) => ' '.repeat(address.length)).matchAll(/\p{L}[\p{L}\p{M}’']*/gu)) {
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      const least = /\p{Script=Ethiopic}/u.test(word) ? SYLLABLES_A_LINE : LETTERS_A_LINE;
      if (linesOf(range) > Math.max(1, Math.floor(word.length / least))) faults.add(`breaks “${word}” into pieces`);
    }
  }
  for (const control of document.querySelectorAll('input:not([type=hidden]), textarea, button, svg, img')) {
    if (!isHidden(control) && isOut(control.getBoundingClientRect())) faults.add(`cuts a ${control.localName}`);
  }
  return [...faults];
}
