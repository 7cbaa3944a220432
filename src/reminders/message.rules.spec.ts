import { handOverDeadline } from '../platform/mail/mailer';
import { lease, pauseAfter, queueAttempts } from './message.rules';

describe('the pauses between attempts', () => {
  it('grow from seconds to an hour and stay there', () => {
    const pauses = Array.from({ length: 12 }, (_, index) => pauseAfter(index + 1) / 1000);
    expect(pauses).toEqual([2, 10, 30, 120, 600, 1800, 3600, 3600, 3600, 3600, 3600, 3600]);
    expect(pauseAfter(0)).toBe(2_000);
  });

  it('are short for as long as the queue itself repeats', () => {
    expect(pauseAfter(queueAttempts - 1)).toBeLessThanOrEqual(30_000);
  });
});

it('a hand-over ends before the lease of its message', () => {
  expect(handOverDeadline * 1.5).toBeLessThan(lease);
});
