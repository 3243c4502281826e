import { csvOf } from './csv';

describe('a table for a spreadsheet', () => {
  it('begins with the mark of UTF-8 and ends its lines as the standard says', () => {
    expect(csvOf([['Tid', 'Text'], ['2026-12-10 16.30', 'Åsa']])).toBe('\uFEFFTid,Text\r\n2026-12-10 16.30,Åsa\r\n');
  });
  it('quotes what would break a row', () => {
    expect(csvOf([['a,b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a,b","say ""hi""","two\nlines"\r\n');
  });
  it.each(['=1+1', '+46701740605', '-2', '@SUM(A1)', '\tx', '＝1'])('%j is no formula', (value) => {
    expect(csvOf([[value]]).replaceAll('"', '')).toBe(`\uFEFF'${value}\r\n`);
  });
});
