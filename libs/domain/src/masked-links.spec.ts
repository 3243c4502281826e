import { maskLinks } from './masked-links';

describe('a family link in what staff see', () => {
  const bytes = (text: string): number => encodeURIComponent(text).replace(/%../g, '.').length;
  const TOKEN = '4fJk29ZqLmN0pRsTuVwXyA';

  it('is masked, wherever in the text it stands and however often, and nothing else changes', () => {
    const text = `Hej! https://svara.example/r/${TOKEN} Frågor? 070-174 06 12. Igen: svara.example/r/${TOKEN}.`;
    const masked = maskLinks(text);
    expect(masked).toBe('Hej! https://svara.example/r/********************** Frågor? 070-174 06 12. Igen: svara.example/r/**********************.');
    expect([masked.length, bytes(masked)]).toEqual([text.length, bytes(text)]);
  });

  it('leaves other addresses and words alone', () => {
    for (const text of ['svara.example/om/alnas', 'https://svara.example/r/kort', `/r/${TOKEN}B`, TOKEN, '']) expect(maskLinks(text)).toBe(text);
  });
});
