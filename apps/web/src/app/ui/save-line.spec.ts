import '@angular/compiler';
import { saveSentence } from './save-line';

describe('what the line says of one’s own writing', () => {
  it('calls nothing saved on which nobody has written, and says beforehand that it would not be without contact', () => {
    expect(saveSentence({ kind: 'idle' }, true)).toBe('nothing');
    expect(saveSentence({ kind: 'idle' }, false)).toBe('noContact');
  });
  it('says of what was written what became of it, contact or not', () => {
    const at = new Date('2026-12-10T15:20:00Z');
    expect([true, false].map((online) => saveSentence({ kind: 'saved', at }, online))).toEqual(['saved', 'saved']);
    expect(saveSentence({ kind: 'saving' }, true)).toBe('saving');
    expect(saveSentence({ kind: 'offline' }, false)).toBe('offline');
    expect(saveSentence({ kind: 'unsaved' }, true)).toBe('unsaved');
  });
});
