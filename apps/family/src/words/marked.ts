/**
 * Marks inside a text of the catalogues, for the page to turn into elements: what must not be broken over two lines, and what
 * runs its own way (a clock or a Latin name in Arabic). Control characters, which no text that people write can hold.
 */
export const unbroken = (text: string): string => `\u0001${text}\u0003`;
export const ownWay = (text: string): string => `\u0002${text}\u0003`;
/** For titles and attributes. */
export const plain = (text: string): string => text.replace(/[\u0001-\u0003]/g, '');
export const MARKED = /([\u0001\u0002][^\u0003]*\u0003)/;
