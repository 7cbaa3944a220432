import { inOrder, isSound } from './week';

const span = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });

it('a week with a break at noon is sound; spans that touch, overlap or end before they begin are not', () => {
  expect(isSound([span(1, '08:00', '12:00'), span(1, '13:00', '20:00'), span(2, '08:00', '24:00')])).toBe(true);
  expect(isSound([span(1, '08:00', '12:00'), span(1, '12:00', '20:00')])).toBe(false);
  expect(isSound([span(1, '08:00', '12:00'), span(1, '11:00', '20:00')])).toBe(false);
  expect(isSound([span(1, '20:00', '08:00')])).toBe(false);
  expect(isSound([span(1, '', '08:00')])).toBe(false);
});

it('a week is in the order of its days', () => {
  expect(inOrder([span(2, '08:00', '09:00'), span(1, '13:00', '14:00'), span(1, '08:00', '09:00')])).toEqual([
    span(1, '08:00', '09:00'),
    span(1, '13:00', '14:00'),
    span(2, '08:00', '09:00'),
  ]);
});
