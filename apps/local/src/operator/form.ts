import type { OperatorName } from '@radslag/domain';

export interface SendForm {
  readonly from: string;
  readonly to: string;
  readonly message: string;
  readonly whendelivered: string | undefined;
  readonly dryrun: boolean;
  /** none: 46elks */
  readonly operator?: OperatorName;
  /** the text is not to be kept */
  readonly dontlog?: boolean;
}
export type Checked = { readonly ok: true; readonly form: SendForm } | { readonly ok: false; readonly status: number; readonly text: string };

const refuse = (text: string): Checked => ({ ok: false, status: 403, text });

export const isE164 = (number: string): boolean => /^\+[1-9]\d{7,14}$/.test(number);

/** A text sender is at most eleven letters and digits and begins with a letter; a number is E.164. */
export const isSender = (from: string): boolean => isE164(from) || /^[A-Za-z][A-Za-z0-9]{2,10}$/.test(from);

/** The operator answers a bad request with 403 and one line of plain text. */
export function checkSendForm(body: URLSearchParams): Checked {
  for (const key of ['from', 'to', 'message']) {
    if (!body.has(key)) return refuse(`Missing key ${key}`);
  }
  const from = body.get('from') ?? '';
  const to = body.get('to') ?? '';
  const message = body.get('message') ?? '';
  if (!isSender(from)) return refuse(`"${from}" is not a valid sender, use a text sender ID or a phone number in E.164 format`);
  if (!isE164(to)) return refuse(`"${to}" is not a valid phone number.`);
  if (message.length === 0) return refuse('Message must not be empty');
  const whendelivered = body.get('whendelivered') ?? undefined;
  if (whendelivered !== undefined && !/^https?:\/\//.test(whendelivered)) return refuse('whendelivered is not a valid URL');
  return { ok: true, form: { from, to, message, whendelivered, dryrun: body.get('dryrun') === 'yes', ...(body.get('dontlog') === 'message' ? { dontlog: true } : {}) } };
}

/** Swedish numbers as people write them, for the control API and the search box. */
export function toE164(written: string): string | undefined {
  const digits = written.replace(/[\s()-]/g, '');
  const international = digits.startsWith('00') ? `+${digits.slice(2)}` : digits.startsWith('0') ? `+46${digits.slice(1)}` : digits;
  return isE164(international) ? international : undefined;
}

/** +46701740605 → 070-174 06 05 */
export function asWritten(number: string): string {
  const mobile = /^\+46(7\d)(\d{3})(\d{2})(\d{2})$/.exec(number);
  return mobile ? `0${mobile[1]}-${mobile[2]} ${mobile[3]} ${mobile[4]}` : number;
}
