import type { MessageState } from './states';

/**
 * What is known about a delivery is a lattice, created < sending < accepted < failed < delivered, and a receipt only ever
 * raises it: order and repeats cannot matter. Delivered after failed is evidence and wins.
 */
export const DELIVERY_LATTICE = ['created', 'sending', 'accepted', 'failed', 'delivered'] as const;
export type DeliveryState = (typeof DELIVERY_LATTICE)[number];

/** The higher of what was known and what the receipt says. */
export function mergeReceipt(state: DeliveryState, receipt: DeliveryState): DeliveryState {
  return DELIVERY_LATTICE.indexOf(receipt) > DELIVERY_LATTICE.indexOf(state) ? receipt : state;
}

/** Where a message row stands in the lattice; null when no call was ever made for it, so that a receipt cannot concern it. */
export function deliveryOf(state: MessageState): DeliveryState | null {
  switch (state) {
    case 'planned':
    case 'held':
    case 'queued':
      return 'created';
    case 'sending':
    case 'unknown':
      return 'sending';
    case 'accepted':
    case 'failed':
    case 'delivered':
      return state;
    case 'cancelled':
    case 'suppressed':
    case 'expired':
      return null;
  }
}

/** The state of a message row after a receipt. A row that was stopped stays stopped. */
export function applyReceipt(state: MessageState, receipt: 'accepted' | 'failed' | 'delivered'): MessageState {
  const known = deliveryOf(state);
  if (known === null) return state;
  const merged = mergeReceipt(known, receipt);
  return merged === known ? state : (merged as 'accepted' | 'failed' | 'delivered');
}
