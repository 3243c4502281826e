import { messageFaults, type MessageFault } from '@radslag/messages';

/** What is wrong with a text in place of the Swedish `original`, for a writer to mend. */
export type TextFault = MessageFault | { fault: 'tooLong' | 'control' };

/** A language may say *we* where Swedish names the coordinator. */
const MAY_BE_LEFT_OUT = ['name'];
const LONGEST = 600;
/** Also the marks that turn writing around: a text that needs them is isolated by the page. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export function textFaults(original: string, text: string, locale: string): TextFault[] {
  if (text.length > LONGEST) return [{ fault: 'tooLong' }];
  if (CONTROL.test(text)) return [{ fault: 'control' }];
  return messageFaults(original, text, locale, MAY_BE_LEFT_OUT);
}
