/** Drawn once as text: they never change, and a page has up to three. */
const CUPS =
  '<path class="f" d="M6 21.5c0 7.5 2.5 12 8 12s8-4.5 8-12z"/><path class="du" d="M26 21.5c0 7.5 2.5 12 8 12s8-4.5 8-12z"/><path d="M6 24H5a2.3 2.3 0 0 0 .6 4.6l1.2-.1M42 24h1a2.3 2.3 0 0 1-.6 4.6l-1.2-.1M4 37.5h40"/>';
const STEAM = 'M12 17c-1.6-1.9 1.6-3.4 0-5.3M16 17c-1.6-1.9 1.6-3.4 0-5.3';
const MORE_STEAM = 'M32 17c-1.6-1.9 1.6-3.4 0-5.3M36 17c-1.6-1.9 1.6-3.4 0-5.3';

/** Two cups, one waiting; `taken`: both are steaming. */
export function Cups({ taken = false }: { taken?: boolean }) {
  const html = `${CUPS}<path class="st" d="${STEAM}${taken ? MORE_STEAM : ''}"/>`;
  return <svg class="m" viewBox="2 9 44 31" width="44" height="31" aria-hidden="true" dangerouslySetInnerHTML={{ __html: html }} />;
}

const SIGNS = {
  globe: '<circle cx="12" cy="12" r="9"/><path d="M3 12h18M12 3c6 6 6 12 0 18M12 3c-6 6-6 12 0 18"/>',
  yes: '<path d="M5 13l5 5L19 7"/>',
  maybe: '<path d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.4-1.7 2.8M12 19h.01"/>',
  no: '<path d="M6 6l12 12M18 6L6 18"/>',
} as const;

export function Sign({ name, size = '1.25em' }: { name: keyof typeof SIGNS; size?: string }) {
  return <svg class="g" viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" aria-hidden="true" dangerouslySetInnerHTML={{ __html: SIGNS[name] }} />;
}
