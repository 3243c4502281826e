import type { DeliveryStatus } from './operator';
import { elksDelivery } from './elks-vocabulary';
import { twilioDelivery } from './twilio-vocabulary';

const WORDS: Readonly<Record<string, (status: string) => DeliveryStatus | null>> = { '46elks': elksDelivery, twilio: twilioDelivery };

/** What one operator's word in a receipt means; null: neither it nor the operator is known here. */
export const deliveryOf = (operator: string, status: string): DeliveryStatus | null => (Object.hasOwn(WORDS, operator) ? WORDS[operator]!(status) : null);
