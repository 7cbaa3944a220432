import { byDay, spaced } from './slots';

const slot = (start: string, minutes = 60) => ({
  start,
  end: new Date(Date.parse(start) + minutes * 60_000).toISOString(),
  siteId: null,
});
const quarter = 15 * 60_000;

describe('free times of a coach', () => {
  it('stand under the date of the place, not under that of the viewer or of UTC', () => {
    const days = byDay([slot('2026-03-28T22:30:00Z'), slot('2026-03-28T21:30:00Z')], 'Europe/Helsinki');
    expect([...days.keys()]).toEqual(['2026-03-28', '2026-03-29']);
  });

  it('keep their length over the night on which clocks change', () => {
    const [span] = byDay([slot('2026-03-29T00:30:00Z')], 'Europe/Helsinki').get('2026-03-29') ?? [];
    expect(span && span.end - span.start).toBe(4 * quarter);
  });

  it('are shown half an hour apart, and from each gap anew', () => {
    const times = ['09:00', '09:15', '09:30', '09:45', '11:15', '11:30'].map((time) => slot(`2026-03-02T${time}:00Z`));
    const spans = byDay(times, 'UTC').get('2026-03-02') ?? [];
    expect(spaced(spans, 30).map(({ start }) => new Date(start).toISOString().slice(11, 16))).toEqual([
      '09:00',
      '09:30',
      '11:15',
    ]);
  });
});
