import ICAL from 'ical.js';
import { CalendarEntry, calendarText } from './calendar-file';

describe('a calendar file', () => {
  const entry: CalendarEntry = {
    id: 'a',
    version: 2,
    title: 'Meeting',
    place: 'Room',
    startsAt: new Date('2027-10-31T00:15:00Z'),
    endsAt: new Date('2027-10-31T01:15:00Z'),
    changedAt: new Date('2027-10-01T08:00:00Z'),
    link: 'https://oasis.example/bookings',
  };
  const eventIn = (text: string): ICAL.Component =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getFirstSubcomponent('vevent')!;

  it('has lines of 75 octets at most in any script, and says what was written', () => {
    const title = 'Встреча с наставником о ценах, продажах; и о том, «что дальше» 🎉🎉🎉 "да" c:\\temp';
    const place = 'غرفة الاجتماعات الكبيرة في الطابق الثاني من المبنى, Lappeenranta';
    const text = calendarText({ method: 'PUBLISH', name: title, entries: [{ ...entry, title, place }] });
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(eventIn(text).getFirstPropertyValue('summary')).toBe(title);
    expect(eventIn(text).getFirstPropertyValue('location')).toBe(place);
  });

  it.each([
    // Helsinki shows 03:15 at both ends; London has put its clocks back an hour before; in spring there is no 03:15.
    ['2027-10-31T00:15:00Z', '2027-10-31T01:15:00Z'],
    ['2027-03-28T00:45:00Z', '2027-03-28T01:15:00Z'],
  ])('means one instant only in a night in which clocks change (%s)', (startsAt, endsAt) => {
    const text = calendarText({
      method: 'PUBLISH',
      entries: [{ ...entry, startsAt: new Date(startsAt), endsAt: new Date(endsAt) }],
    });
    const { startDate, endDate } = new ICAL.Event(eventIn(text));
    expect([startDate.toJSDate(), endDate.toJSDate()]).toEqual([new Date(startsAt), new Date(endsAt)]);
    expect([startDate.zone, endDate.zone]).toEqual([ICAL.Timezone.utcTimezone, ICAL.Timezone.utcTimezone]);
  });

  it('names who sends it, and nobody who takes part', () => {
    const organizer = { name: 'Oasis, "Saimaa"', email: 'no-reply@oasis.example' };
    const event = eventIn(calendarText({ method: 'CANCEL', entries: [entry], organizer }));
    expect(event.getFirstPropertyValue('organizer')).toBe('mailto:no-reply@oasis.example');
    expect(event.getFirstProperty('attendee')).toBeNull();
    expect(event.getFirstPropertyValue('status')).toBe('CANCELLED');
  });
});
