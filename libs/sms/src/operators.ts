import { ElksOperator } from './elks';
import { httpCaller } from './http-call';
import type { SmsOperator } from './operator';
import { TwilioOperator } from './twilio';

export type OperatorSettings = { url: string; user: string; password: string; timeoutMs?: number };
type Caller = ReturnType<typeof httpCaller>;

/** One adapter for each operator that an account can be held with. */
const ADAPTERS = {
  '46elks': (settings, caller) => new ElksOperator(settings, caller),
  twilio: (settings, caller) => new TwilioOperator(settings, caller),
} satisfies Record<string, (settings: OperatorSettings, caller: Caller) => SmsOperator>;

export const operatorFor = (name: keyof typeof ADAPTERS, settings: OperatorSettings, caller: Caller): SmsOperator => ADAPTERS[name](settings, caller);
