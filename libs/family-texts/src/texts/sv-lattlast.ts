import type { PartOfCatalogue } from '../catalogue';

/** Lätt svenska: one thought a line, everyday words, questions instead of steps. What is not here is plain enough in Swedish already. */
export const svLattlast: PartOfCatalogue = {
  titleStep: 'Möte – fråga {n} av {of}',
  next: 'Nästa fråga',
  step: 'Fråga {n} av {of}',
  start: {
    h1: 'Hej! Vi bjuder dig till ett möte',
    lead: '{name} har berättat om mötet för dig.\nHär kan du svara om du kommer.',
    facts: { time: 'Det tar tre minuter.', change: 'Du kan ändra ditt svar.', never: 'Vi frågar aldrig om bank-id, kort eller pengar.' },
    unsure: 'Är du osäker?\nRing {name} och fråga.',
  },
  code: {
    yearHint: 'Vi vill veta att det är du.\nSkriv fyra siffror, till exempel 1974.',
    codeHint: 'Vi vill veta att det är du.\n{name} har sagt sex siffror till dig.',
  },
  coming: {
    h1: 'Kommer du till mötet?',
    hint: 'Vi vill gärna att du kommer.\nDu bestämmer själv.',
    options: { yes: 'Ja', maybe: 'Jag vet inte', no: 'Nej' },
    notes: { maybe: 'Vi kan ringa dig.' },
    after: 'Du kan ändra ditt svar en annan dag.',
  },
  times: {
    h1: 'Vilka dagar kan du?',
    hint: 'Svara på alla tider.\nSista dagen att svara är {date}.\nDe andra ser inte vad du svarar.',
    hintOpen: 'Svara på alla tider.\nDe andra ser inte vad du svarar.',
    none: 'Jag kan inte på någon av tiderna',
    usual: 'När kan du? Du får hoppa över.',
  },
  how: { hint: 'Alla sätt är lika bra.', who: 'Vem? Du får hoppa över.' },
  needs: { h1: 'Vad behöver du?', h1Away: 'Vad behöver du?', hint: 'Välj allt du behöver.\nDet är gratis.' },
  worry: {
    h1: 'Är du orolig för att träffa någon?',
    hint: 'Bara {name} läser ditt svar.\nDe andra får inte veta.\nVi kan ordna så att ni inte ses.',
    honest: 'Om någon är i fara kan {name} behöva berätta det för att hjälpa.',
  },
  check: { h1: 'Är det här rätt?', note: 'Vill du säga något mer till {name}? Du får hoppa över.' },
  done: {
    lead: 'Du är klar.\nDu kan stänga sidan.',
    steps: { choose: '{name} väljer en tid.', text: 'Du får ett sms med dag och tid.', place: 'Öppna samma länk igen. Då ser du platsen.' },
  },
};
