import type { DeliveryStatus } from './operator';
import { elksDelivery } from './elks-vocabulary';
import { twilioDelivery, twilioOptedOut } from './twilio-vocabulary';

const WORDS: Readonly<Record<string, (status: string) => DeliveryStatus | null>> = { '46elks': elksDelivery, twilio: twilioDelivery };

/** What one operator's word in a receipt means; null: neither it nor the operator is known here. */
export const deliveryOf = (operator: string, status: string): DeliveryStatus | null => (Object.hasOwn(WORDS, operator) ? WORDS[operator]!(status) : null);

/** Whether a receipt says that it was the person's own no. */
export const optedOutBy = (operator: string, status: string): boolean => operator === 'twilio' && twilioOptedOut(status.split(':')[1]);
