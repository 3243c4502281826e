/**
 * Marks inside a text, for the page to turn into elements: what must not be broken over two lines, what runs from left to
 * right (a clock in Arabic), and what finds its own way (a name that somebody else has written). Control characters, which no
 * text that people write can hold.
 */
export const unbroken = (text: string): string => `\u0001${text}\u0003`;
export const ownWay = (text: string): string => `\u0002${text}\u0003`;
export const isolated = (text: string): string => `\u0004${text}\u0003`;
/** For titles and attributes. */
export const plain = (text: string): string => text.replace(/[\u0001-\u0004]/g, '');
export const MARKED = /([\u0001\u0002\u0004][^\u0003]*\u0003)/;
export const MARKS = /[\u0001\u0002\u0004]/;
