import { areComplete, isAddress, namedGuests } from './guest-list';

it('lines that say nothing are no guests', () => {
  expect(
    namedGuests([
      { name: ' Ada ', email: 'ada@example.org' },
      { name: '', email: ' ' },
    ]),
  ).toEqual([{ name: 'Ada', email: 'ada@example.org' }]);
});

it('a guest has a name and an address', () => {
  expect(areComplete([])).toBe(true);
  expect(areComplete([{ name: 'Ada', email: '' }])).toBe(false);
  expect(areComplete([{ name: '', email: 'ada@example.org' }])).toBe(false);
  expect(areComplete([{ name: 'Ada', email: 'ada@example.org' }])).toBe(true);
  expect(['a@b', 'a b@c.d', '@c.d'].some(isAddress)).toBe(false);
});
