import '@angular/compiler';
import { DestroyRef, Injector, runInInjectionContext } from '@angular/core';
import { autosave } from './autosave';

describe('autosave', () => {
  let answer: (() => void)[];
  let saved: string[];
  const save = (text: string) => new Promise<void>((resolve) => answer.push(() => (saved.push(text), resolve())));
  const begin = () => {
    const injector = Injector.create({ providers: [{ provide: DestroyRef, useValue: { onDestroy: () => undefined } }] });
    return runInInjectionContext(injector, () => autosave<string>({ save, refused: () => undefined }));
  };
  const soon = () => new Promise((resolve) => setTimeout(resolve));

  beforeEach(() => {
    [answer, saved] = [[], []];
    Object.assign(globalThis, { addEventListener: () => undefined, removeEventListener: () => undefined });
  });

  it('has saved everything when a flush comes back, also one that came while others waited for an earlier save', async () => {
    const saving = begin();
    saving.queue('one');
    void saving.flush();
    saving.queue('two');
    void saving.flush();
    let back = false;
    const last = saving.flush().then((done) => ((back = true), done));
    answer[0]!();
    await soon();
    expect([saved, back]).toEqual([['one'], false]);
    answer[1]!();
    expect(await last).toBe(true);
    expect(saved).toEqual(['one', 'two']);
  });
});
