/** How the operator treats one number, until told otherwise. */
export const BEHAVIOURS = [
  'ok',
  'fail',
  'refuse',
  'delay',
  'duplicate',
  'reorder',
  'hang',
  'hangAfterAccept',
  'error500AfterAccept',
  'noReceipt',
  'slow',
  'busy',
] as const;
export type BehaviourName = (typeof BEHAVIOURS)[number];
export interface Behaviour {
  readonly name: BehaviourName;
  readonly delayMs: number;
}
export const NORMAL: Behaviour = { name: 'ok', delayMs: 0 };

/** How long the name alone cannot say. */
const TIMED: readonly string[] = ['delay', 'slow'];

/** `delay:1500` and so on; undefined for what is none. */
export function parseBehaviour(text: string): Behaviour | undefined {
  const [name, argument, ...rest] = text.split(':');
  if (rest.length > 0 || !BEHAVIOURS.some((known) => known === name)) return undefined;
  if (!TIMED.includes(name ?? '')) return argument === undefined ? { name: name as BehaviourName, delayMs: 0 } : undefined;
  if (argument === undefined || !/^\d{1,9}$/.test(argument)) return undefined;
  return { name: name as BehaviourName, delayMs: Number(argument) };
}

export const formatBehaviour = ({ name, delayMs }: Behaviour): string => (TIMED.includes(name) ? `${name}:${delayMs}` : name);

export interface Receipt {
  readonly status: 'sent' | 'delivered' | 'failed';
  readonly afterMs: number;
}
export interface Treatment {
  /** what the caller of POST /a1/sms meets */
  readonly answer: 'created' | 'refused' | 'busy' | 'never' | 'error';
  /** how long the caller waits for it */
  readonly answerAfterMs?: number;
  readonly accepted: boolean;
  /** when the phone lights up, or never */
  readonly arrivesAfterMs: number | null;
  readonly receipts: readonly Receipt[];
}

const SENT = 40;
const DELIVERED = 160;

export function treatmentOf({ name, delayMs }: Behaviour): Treatment {
  const normal: Treatment = {
    answer: 'created',
    accepted: true,
    arrivesAfterMs: DELIVERED - 10 + delayMs,
    receipts: [
      { status: 'sent', afterMs: SENT + delayMs },
      { status: 'delivered', afterMs: DELIVERED + delayMs },
    ],
  };
  switch (name) {
    case 'ok':
    case 'delay':
      return normal;
    case 'fail':
      return {
        ...normal,
        arrivesAfterMs: null,
        receipts: [
          { status: 'sent', afterMs: SENT },
          { status: 'failed', afterMs: DELIVERED },
        ],
      };
    case 'duplicate':
      return { ...normal, receipts: [...normal.receipts, ...normal.receipts.map((r) => ({ ...r, afterMs: r.afterMs + 60 }))] };
    case 'reorder':
      return {
        ...normal,
        receipts: [
          { status: 'delivered', afterMs: DELIVERED },
          { status: 'sent', afterMs: DELIVERED + 120 },
        ],
      };
    case 'noReceipt':
      return { ...normal, receipts: [] };
    case 'error500AfterAccept':
      return { ...normal, answer: 'error' };
    case 'hangAfterAccept':
      return { ...normal, answer: 'never' };
    case 'slow':
      return { ...treatmentOf(NORMAL), answerAfterMs: delayMs };
    case 'busy':
      return { answer: 'busy', accepted: false, arrivesAfterMs: null, receipts: [] };
    case 'refuse':
      return { answer: 'refused', accepted: false, arrivesAfterMs: null, receipts: [] };
    case 'hang':
      return { answer: 'never', accepted: false, arrivesAfterMs: null, receipts: [] };
    default:
      return assertNever(name);
  }
}

function assertNever(value: never): never {
  throw new Error(`No treatment for ${String(value)}`);
}
