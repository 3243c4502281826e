import { sv, type Words } from './sv';

/** Lätt svenska: one thought a line, everyday words, questions instead of steps. What is not here is plain enough already. */
export const svLattlast: Words = {
  ...sv,
  titleStep: (n, of) => `Möte – fråga ${n} av ${of}`,
  next: 'Nästa fråga',
  step: (n, of) => `Fråga ${n} av ${of}`,
  start: {
    h1: 'Hej! Vi bjuder dig till ett möte',
    lead: (name) => `${name} har berättat om mötet för dig.\nHär kan du svara om du kommer.`,
    facts: ['Det tar tre minuter.', 'Du kan ändra ditt svar.', 'Vi frågar aldrig om bank-id, kort eller pengar.'],
    unsure: (name) => `Är du osäker?\nRing ${name} och fråga.`,
  },
  code: {
    ...sv.code,
    yearHint: 'Vi vill veta att det är du.\nSkriv fyra siffror, till exempel 1974.',
    codeHint: (name) => `Vi vill veta att det är du.\n${name} har sagt sex siffror till dig.`,
  },
  coming: {
    ...sv.coming,
    h1: 'Kommer du till mötet?',
    hint: 'Vi vill gärna att du kommer.\nDu bestämmer själv.',
    options: { yes: 'Ja', maybe: 'Jag vet inte', no: 'Nej' },
    notes: { yes: '', maybe: 'Vi kan ringa dig.', no: '' },
    after: 'Du kan ändra ditt svar en annan dag.',
  },
  times: {
    ...sv.times,
    h1: 'Vilka dagar kan du?',
    hint: (date) => `Svara på alla tider.\nSista dagen att svara är ${date}.\nDe andra ser inte vad du svarar.`,
    hintOpen: 'Svara på alla tider.\nDe andra ser inte vad du svarar.',
    none: 'Jag kan inte på någon av tiderna',
    usual: 'När kan du? Du får hoppa över.',
  },
  how: { ...sv.how, hint: 'Alla sätt är lika bra.', who: 'Vem? Du får hoppa över.' },
  needs: { ...sv.needs, h1: 'Vad behöver du?', h1Away: 'Vad behöver du?', hint: 'Välj allt du behöver.\nDet är gratis.' },
  worry: {
    ...sv.worry,
    h1: 'Är du orolig för att träffa någon?',
    hint: (name) => `Bara ${name} läser ditt svar.\nDe andra får inte veta.\nVi kan ordna så att ni inte ses.`,
    honest: (name) => `Om någon är i fara kan ${name} behöva berätta det för att hjälpa.`,
  },
  check: { ...sv.check, h1: 'Är det här rätt?', note: (name) => `Vill du säga något mer till ${name}? Du får hoppa över.` },
  done: {
    ...sv.done,
    lead: 'Du är klar.\nDu kan stänga sidan.',
    steps: (name) => [`${name} väljer en tid.`, 'Du får ett sms med dag och tid.', 'Öppna samma länk igen. Då ser du platsen.'],
  },
};
