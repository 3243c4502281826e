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
  inPerson: '<circle cx="12" cy="7.5" r="3.5"/><path d="M5 21c0-5 3-7.5 7-7.5s7 2.5 7 7.5"/>',
  partly: '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
  phone: '<path d="M5 4h3.5l1.5 4.5-2.2 1.600a12 12 0 0 0 6 6l1.700-2.2 4.5 1.600V19a2 2 0 0 1-2 2A15.5 15.5 0 0 1 3 6a2 2 0 0 1 2-2z"/>',
  video: '<rect x="3" y="6.5" width="12" height="11" rx="2"/><path d="M15 11l6-3v8l-6-3"/>',
  letter: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="M3.5 7l8.5 6 8.5-6"/>',
  spokesperson: '<circle cx="8" cy="10" r="3"/><path d="M2.5 21c0-4 2.3-6.5 5.5-6.5s5.5 2.5 5.5 6.5M13 3h8.5v6H17l-2.5 2.5V9H13z"/>',
  interpreter: '<path d="M3 4h11v8H8l-3 3v-3H3zM17 9h4v8h-2v3l-3-3h-5v-2"/>',
  transport: '<path d="M5 17H3v-5l2-5h11l3.5 5H21v5h-2M9 17h6M3 12h16"/><circle cx="7" cy="17" r="2"/><circle cx="17" cy="17" r="2"/>',
  childcare: '<circle cx="12" cy="13.5" r="6.5"/><circle cx="6.5" cy="6.5" r="2.2"/><circle cx="17.5" cy="6.5" r="2.2"/><path d="M9.8 12.5h.01M14.2 12.5h.01M10 16c1.3 1 2.700 1 4 0"/>',
  food: '<path d="M4 3v5a3 3 0 0 0 6 0V3M7 3v18M18 3c-2 1-3 4-3 8h3zM18 3v18"/>',
  access: '<circle cx="10" cy="4" r="1.5"/><path d="M10 8v6h5l3 6M10 10.5h5M7.5 12a5.5 5.5 0 1 0 7 7.5"/>',
  other: '<path d="M5.5 12h.01M12 12h.01M18.5 12h.01" stroke-width="3"/>',
} as const;

export type SignName = keyof typeof SIGNS;
export function Sign({ name, size = '1.25em' }: { name: SignName; size?: string }) {
  return <svg class="g" viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" aria-hidden="true" dangerouslySetInnerHTML={{ __html: SIGNS[name] }} />;
}
