import { lease, pauseAfter, queueAttempts, renewEvery } from './message.rules';

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

it('two signs of life may be lost before a message is', () => {
  expect(renewEvery * 3).toBeLessThan(lease);
});

it('what a killed sender had in hand is sent within ten seconds', () => {
  const sweeperWakes = 1_000;
  expect(lease + sweeperWakes).toBeLessThan(10_000);
});
