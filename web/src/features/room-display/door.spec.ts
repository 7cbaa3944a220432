import { ahead, standingAt } from './door';
import type { Door } from './door';

const at = (time: string) => Date.parse(`2027-03-02T${time}:00Z`);
const span = (start: string, end: string) => ({ start: `2027-03-02T${start}:00Z`, end: `2027-03-02T${end}:00Z` });
const taken = (start: string, end: string, isMaintenance = false) => ({
  ...span(start, end),
  title: 'Pitch',
  isMaintenance,
});
const door = (...times: Door['taken']) => ({ open: [span('06:00', '18:00')], taken: times }) as Door;

it('a place is free until somebody comes or the site closes', () => {
  expect(standingAt(door(taken('10:00', '11:00')), at('09:00'))).toEqual({ is: 'free', until: at('10:00') });
  expect(standingAt(door(), at('09:00'))).toEqual({ is: 'free', until: at('18:00') });
});

it('a place is taken until a gap in which somebody could go in', () => {
  const full = door(taken('10:00', '11:00'), taken('11:00', '12:00'), taken('12:30', '13:00'));
  expect(standingAt(full, at('10:00'))).toEqual({ is: 'taken', until: at('12:00'), title: 'Pitch' });
  expect(standingAt(full, at('12:00')).is).toBe('free');
});

it('out of service is not the same as taken, and a night is not free', () => {
  expect(standingAt(door(taken('10:00', '11:00', true)), at('10:30')).is).toBe('broken');
  expect(standingAt(door(), at('05:00'))).toEqual({ is: 'closed', until: at('06:00') });
  expect(standingAt(door(), at('18:00'))).toEqual({ is: 'closed', until: undefined });
});

it('what is over is not told', () => {
  expect(ahead(door(taken('12:00', '13:00'), taken('08:00', '09:00')), at('09:00'))).toHaveLength(1);
});
