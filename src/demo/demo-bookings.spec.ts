import { newId } from '../kernel/id';
import { plusDays } from '../kernel/site-time';
import { demoBookings, FilledSite } from './demo-bookings';

/** A house like any other: identities are new each time, all else is the same. */
function aHouse(): FilledSite {
  const places = (kind: string, count: number) =>
    Array.from({ length: count }, () => ({ id: newId(), kind, needsApproval: false }));
  return {
    id: newId(),

    slug: 'lappeenranta',
    timeZone: 'Europe/Helsinki',
    hours: [1, 2, 3, 4, 5, 6, 7].map((day) => ({
      weekday: day,
      opens: '08:00',
      closes: '20:00',
      validFrom: '2020-01-01',
      validUntil: null,
    })),
    closures: [],
    resources: [...places('desk', 6), ...places('room', 3), ...places('booth', 3)],
    members: Array.from({ length: 14 }, () => newId()),
  };
}

const morningOf = (date: string) => new Date(`${date}T06:00:00Z`);
const days = Array.from({ length: 25 }, (_, n) => plusDays('2026-11-30', n * 7));

it('the same day gives the same bookings, whatever the identities are', () => {
  const told = (site: FilledSite) =>
    demoBookings(site, morningOf('2026-12-01')).map(({ resourceId, personId, startsAt, endsAt, title }) => [
      site.resources.findIndex(({ id }) => id === resourceId),
      site.members.indexOf(personId),
      startsAt,
      endsAt,
      title,
    ]);
  expect(told(aHouse())).toEqual(told(aHouse()));
  expect(told(aHouse()).length).toBeGreaterThan(20);
});

it('one of several places of a kind is free at any time, on any day', () => {
  const house = aHouse();
  const full = days.flatMap((day) => {
    const bookings = demoBookings(house, morningOf(day));
    return bookings.filter(({ resourceId, startsAt }) => {
      const kind = house.resources.find(({ id }) => id === resourceId)?.kind;
      const alike = house.resources.filter((resource) => resource.kind === kind);
      const taken = bookings.filter(
        (other) =>
          other.startsAt <= startsAt && startsAt < other.endsAt && alike.some(({ id }) => id === other.resourceId),
      );
      return taken.length === alike.length;
    });
  });
  expect(full).toEqual([]);
});
