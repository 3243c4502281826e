/** Numbers only: an inbox is read over a shoulder, and on a phone's locked screen. */
export type DigestCounts = { waiting: number; urgent: number };

export function digestText(language: string, { waiting, urgent }: DigestCounts, address: string): { subject: string; text: string } {
  if (language === 'en') {
    const pressing = urgent === 0 ? '' : urgent === 1 ? ' One of them is pressing.' : ` ${urgent} of them are pressing.`;
    return { subject: `${waiting} to do today`, text: `Good morning! You have ${waiting === 1 ? 'one thing' : `${waiting} things`} to do today.${pressing}\n\n${address}\n` };
  }
  const pressing = urgent === 0 ? '' : urgent === 1 ? ' En av dem brådskar.' : ` ${urgent} av dem brådskar.`;
  return { subject: `${waiting} att göra i dag`, text: `God morgon! Du har ${waiting === 1 ? 'en sak' : `${waiting} saker`} att göra i dag.${pressing}\n\n${address}\n` };
}
