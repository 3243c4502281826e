import { instantOf } from '@radslag/domain';

/**
 * An entry that says "Möte" and nothing else: no place, no people, no topic. The lines are few and all ours, so they are
 * written here; nothing that a person typed ever gets in.
 */
export type CalendarEntry = {
  uid: string;
  startsLocal: string;
  endsLocal: string;
  zone: string;
  summary: string;
  sequence: number;
  certain: boolean;
};

const utc = (instant: Date): string => instant.toISOString().replace(/[-:]|\.\d{3}/g, '');

export function calendarFile(entries: readonly CalendarEntry[], language: string, now: Date): string {
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//mote//${language}`, 'METHOD:PUBLISH'];
  for (const entry of entries) {
    lines.push(
      'BEGIN:VEVENT',
      `UID:${entry.uid}`,
      `DTSTAMP:${utc(now)}`,
      `DTSTART:${utc(instantOf({ local: entry.startsLocal, zone: entry.zone }))}`,
      `DTEND:${utc(instantOf({ local: entry.endsLocal, zone: entry.zone }))}`,
      `SUMMARY:${entry.summary}`,
      `SEQUENCE:${entry.sequence}`,
      `STATUS:${entry.certain ? 'CONFIRMED' : 'TENTATIVE'}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    );
  }
  return [...lines, 'END:VCALENDAR', ''].join('\r\n');
}
