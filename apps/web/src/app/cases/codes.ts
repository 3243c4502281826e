import type { Health, MethodStepKey } from '@radslag/domain';
import type { When } from '../ui/when';
import type { AnyLeaf } from '../words/words';

export type HealthReasonCode = NonNullable<Health['reason']>['code'];

/** Where each step of the method lives in the address. */
export const STEP_PATH: Readonly<Record<MethodStepKey, string>> = {
  referral: 'uppdrag',
  consent: 'samtycke',
  network: 'natverk',
  preparation: 'forberedelse',
  invitation: 'inbjudan',
  conference: 'dagen',
  plan: 'plan',
};

/** Where a task's button leads (`Task.target` of the domain), below the case. */
const TARGET_PATH: Readonly<Record<string, readonly string[]>> = {
  times: ['inbjudan', 'tider'],
  messages: ['inbjudan', 'utskick'],
  day: ['dagen'],
  followUp: ['plan'],
};
export function targetPath(target: string): readonly string[] {
  const step = Object.hasOwn(STEP_PATH, target) ? STEP_PATH[target as MethodStepKey] : undefined;
  return step === undefined ? (TARGET_PATH[target] ?? []) : [step];
}

export type Params = Readonly<Record<string, string | number>>;

/** A text that came as a code, with whatever came along: dates become dates as people read them. What it takes is known on the server only. */
export function wording(text: AnyLeaf | undefined, params: Params, when: Pick<When, 'short' | 'date' | 'wallClock'>): string {
  if (text === undefined) return '';
  if (typeof text === 'string') return text;
  const tell = text as (values: Params) => string;
  return tell(Object.fromEntries(Object.entries(params).map(([name, value]) => [name, inWords(value, when)])));
}

function inWords(value: string | number, when: Pick<When, 'short' | 'wallClock'>): string | number {
  if (typeof value === 'number') return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return when.short(value);
  return /^\d{2}:\d{2}$/.test(value) ? when.wallClock(value) : value;
}
