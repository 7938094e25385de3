import { calendarFile } from './ics.js';

const event = {
  uid: 'a@demo.example',
  sequence: 0,
  stampedAt: new Date('2026-03-02T01:00:00.123Z'),
  startsAt: new Date('2026-03-04T01:30:00Z'),
  endsAt: new Date('2026-03-04T02:00:00Z'),
  summary: '演示事项：自愿咨询',
  location: '演示路1号, 2层; 窗口',
  description: `第一行\n${'办学场所产权证明'.repeat(20)}😀\\`,
  url: 'https://demo.example/app/cases/1',
};
const unfolded = (file: string): string => file.replaceAll('\r\n ', '');

it('a calendar file has the lines that RFC 5545 asks for, each ended by CRLF', () => {
  const lines = calendarFile(event).split('\r\n');
  expect(lines[0]).toBe('BEGIN:VCALENDAR');
  expect(lines.at(-1)).toBe('');
  expect(lines).toEqual(
    expect.arrayContaining(['VERSION:2.0', 'DTSTAMP:20260302T010000Z', 'DTSTART:20260304T013000Z', 'END:VEVENT']),
  );
});

it('no line is longer than 75 octets, and no character is cut', () => {
  const file = calendarFile(event);
  expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(unfolded(file)).toContain(`${'办学场所产权证明'.repeat(20)}😀`);
});

it('what would end a text or a line is escaped', () => {
  const file = unfolded(calendarFile(event));
  expect(file).toContain('LOCATION:演示路1号\\, 2层\\; 窗口\r\n');
  expect(file).toContain('DESCRIPTION:第一行\\n');
  expect(file).toContain('😀\\\\\r\n');
});
