/** 1,56 kr, as it is written in the language of the page. */
export function kronor(ore: number): string {
  const text = (ore / 100).toFixed(2);
  return `${document.documentElement.lang === 'en' ? text : text.replace('.', ',')}\u00A0kr`;
}
