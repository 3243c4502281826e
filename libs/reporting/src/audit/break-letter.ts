/** Nothing of what it says is about a person: an inbox is read over a shoulder. `address`: null for whoever cannot open the log. */
export function breakLetter(language: string, address: string | null): { subject: string; text: string } {
  if (language === 'en') {
    const act = address === null ? 'There is nobody who reviews the log. Appoint a log reviewer, and tell whoever runs the service.' : `Open the log, see what it is, and tell whoever runs the service:\n\n${address}`;
    return { subject: 'Urgent: the log does not hold together', text: `The check of the whole log has found that it does not hold together: entries may have been changed or removed.\n\n${act}\n` };
  }
  const act = address === null ? 'Det finns ingen som granskar loggen. Utse en loggranskare, och kontakta driften.' : `Öppna loggen, se vad det är, och kontakta driften:\n\n${address}`;
  return { subject: 'Brådskar: loggen hänger inte ihop', text: `Kontrollen av hela loggen har visat att den inte hänger ihop: rader kan ha ändrats eller tagits bort.\n\n${act}\n` };
}
