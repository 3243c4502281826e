import { atLeast, atMost, below, shown, tableOf, unmeasured } from './table.mjs';

describe('the table of the bench', () => {
  it('meets a share of its floor, or does not', () => {
    const rounds = { what: 'page', unit: '/s', note: '' };
    expect(atLeast(0.6, { ...rounds, figures: [60, 70, 65], floors: [100, 100, 100] })).toMatchObject({ figure: 65, floor: 100, ratio: 0.65, met: true });
    expect(atLeast(0.7, { ...rounds, figures: [60, 70, 65], floors: [100, 100, 100] })).toMatchObject({ met: false });
  });

  it('stays within so many times its floor, or does not', () => {
    const rounds = { what: 'start', unit: 'ms', note: '' };
    expect(atMost(4, { ...rounds, figures: [800], floors: [200] })).toMatchObject({ ratio: 4, met: true });
    expect(atMost(3.9, { ...rounds, figures: [800], floors: [200] })).toMatchObject({ met: false });
  });

  it('counts what could not be measured as short, and says why', () => {
    expect(unmeasured('pages', 'the site does not start')).toMatchObject({ met: false, figure: null, note: 'the site does not start' });
  });

  it('writes numbers so that they can be compared by eye', () => {
    expect([0.5, 9.25, 12.34, 250.4, 18_400.2, 1_234_567, 14].map(shown)).toEqual(['0.50', '9.25', '12.3', '250', '18 400', '1 234 567', '14']);
  });

  it('lines up columns and puts notes below', () => {
    const text = tableOf([below(14, { what: 'page', unit: 'kB', figure: 6.5, note: 'of seven' }), unmeasured('a longer name', 'no Chromium')]);
    expect(text.split('\n')).toEqual([
      'What           Goal      Figure  Floor  Ratio  ±  Met',
      '─────────────  ───────  ───────  ─────  ─────  ─  ───',
      'page           ≤ 14 kB  6.50 kB                   yes',
      'a longer name                 –                   NO',
      '',
      '  page: of seven',
      '  a longer name: no Chromium',
    ]);
  });
});
