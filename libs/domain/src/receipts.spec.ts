import * as fc from 'fast-check';
import { DELIVERY_LATTICE, applyReceipt, mergeReceipt } from './receipts';
import { MESSAGE_STATES } from './states';

const anyDelivery = fc.constantFrom(...DELIVERY_LATTICE);

describe('receipts', () => {
  it('raise what is known and never lower it', () => {
    expect(mergeReceipt('sending', 'accepted')).toBe('accepted');
    expect(mergeReceipt('delivered', 'accepted')).toBe('delivered');
    expect(mergeReceipt('failed', 'delivered')).toBe('delivered');
    expect(mergeReceipt('delivered', 'failed')).toBe('delivered');
  });
  it('give the same state in any order, with any repeats', () => {
    fc.assert(
      fc.property(fc.array(anyDelivery, { maxLength: 6 }), fc.array(fc.nat(5)), fc.array(fc.nat(5)), (receipts, swaps, repeats) => {
        const shuffled = [...receipts, ...repeats.flatMap((i) => receipts[i] ?? [])];
        swaps.forEach((i, j) => {
          const a = shuffled[i], b = shuffled[j];
          if (a !== undefined && b !== undefined) [shuffled[i], shuffled[j]] = [b, a];
        });
        expect(shuffled.reduce(mergeReceipt, 'created')).toBe(receipts.reduce(mergeReceipt, 'created'));
      }),
    );
  });
  it('settle an outcome that was unknown', () => {
    expect(applyReceipt('unknown', 'delivered')).toBe('delivered');
    expect(applyReceipt('unknown', 'failed')).toBe('failed');
    expect(applyReceipt('sending', 'accepted')).toBe('accepted');
  });
  it('do not wake a message that was stopped before it was sent', () => {
    expect((['cancelled', 'suppressed', 'expired'] as const).map((state) => applyReceipt(state, 'delivered'))).toEqual(['cancelled', 'suppressed', 'expired']);
  });
  it('say nothing new the second time, from any state', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MESSAGE_STATES), fc.constantFrom('accepted' as const, 'failed' as const, 'delivered' as const), (state, receipt) => {
        const once = applyReceipt(state, receipt);
        expect(applyReceipt(once, receipt)).toBe(once);
      }),
    );
  });
});
