import ICAL from 'ical.js';
import { calendarFile } from './calendar-file';

const entry = { uid: '019aa6c2-7d10-7c3e-9b51-2f6d0c1e8a01', startsLocal: '2026-12-08T17:30', endsLocal: '2026-12-08T20:30', zone: 'Europe/Stockholm', summary: 'لقاء', sequence: 3, certain: true };

describe('the calendar file', () => {
  it('says when and nothing more', () => {
    const component = new ICAL.Component(ICAL.parse(calendarFile([entry], 'ar', new Date('2026-11-22T09:00:00Z'))));
    const [event, ...others] = component.getAllSubcomponents('vevent');
    expect(others).toEqual([]);
    expect(event!.getAllProperties().map((property) => property.name).sort()).toEqual(['class', 'dtend', 'dtstamp', 'dtstart', 'sequence', 'status', 'summary', 'uid']);
    const read = new ICAL.Event(event!);
    expect(read.summary).toBe('لقاء');
    expect(read.uid).toBe(entry.uid);
    expect(read.sequence).toBe(3);
    expect(read.startDate.toJSDate().toISOString()).toBe('2026-12-08T16:30:00.000Z');
    expect(event!.getFirstPropertyValue('dtstamp')!.toString()).toBe('2026-11-22T09:00:00Z');
    expect(event!.getFirstPropertyValue('class')).toBe('PRIVATE');
  });
  it('follows the wall clock over the change to summer time', () => {
    const summer = calendarFile([{ ...entry, startsLocal: '2027-03-28T10:00', endsLocal: '2027-03-28T12:00' }], 'sv', new Date('2026-11-22T09:00:00Z'));
    expect(summer).toContain('DTSTART:20270328T080000Z'); // 10 − 2 h
  });
  it('keeps its lines short and ends them as the format asks', () => {
    const lines = calendarFile([entry, { ...entry, certain: false }], 'ar', new Date('2026-11-22T09:00:00Z')).split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    expect(lines).toContain('STATUS:TENTATIVE');
  });
});
