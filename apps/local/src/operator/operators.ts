import type { OperatorName } from '@radslag/domain';
import type { BehaviourName } from './behaviour';

/** An account at the simulated Twilio; any number of municipalities may use it. It opens nothing anywhere else. */
export const TWILIO_ACCOUNT = { user: `AC${'0'.repeat(31)}1`, password: 'simulerad' } as const;

export const OPERATOR_LABELS: Record<OperatorName, string> = { '46elks': '46elks', twilio: 'Twilio' };

/** How a whole operator can be made to behave, whoever the message is for. */
export const OPERATOR_BEHAVIOURS: readonly { value: string; name: BehaviourName; label: string }[] = [
  { value: 'ok', name: 'ok', label: 'Svarar som den ska' },
  { value: 'busy', name: 'busy', label: 'Tar inte emot (svarar 429)' },
  { value: 'slow:5000', name: 'slow', label: 'Svarar efter 5 sekunder' },
  { value: 'hang', name: 'hang', label: 'Svarar inte alls' },
  { value: 'error500AfterAccept', name: 'error500AfterAccept', label: 'Tar emot, svarar fel 500' },
];
