import fc from 'fast-check';
import { Period } from '../kernel/period';
import { assign, Displaced, Rebooking } from './rebooking.rules';

/** A place at an hour, by one number. */
const placeAt = (at: number): Rebooking => ({
  resourceId: String(at),
  name: String(at),
  period: Period.of(new Date(0), new Date(60_000)),
});

/** Somebody who wishes for places in an order, those excepted that are given to others. */
const seeker = (id: string, wishes: readonly number[]) => ({
  booking: { id } as Displaced,
  *candidates(spoken: readonly Rebooking[]): Generator<Rebooking> {
    for (const wish of wishes) if (!spoken.some(({ resourceId }) => resourceId === String(wish))) yield placeAt(wish);
  },
});

/** What asking for one after the other would answer. */
function inTurn(seekers: readonly ReturnType<typeof seeker>[], isAllowed: (key: string) => boolean) {
  let asked = 0;
  const spoken: Rebooking[] = [];
  const found = seekers.map(({ booking, candidates }) => {
    for (const place of [...candidates(spoken)].slice(0, 8)) {
      asked += 1;
      if (!isAllowed(`${booking.id} ${place.resourceId}`)) continue;
      spoken.push(place);
      return place.resourceId;
    }
    return undefined;
  });
  return { found, asked };
}

it('gives all at once what each would be given in turn, and asks less often', () => {
  const wishes = fc.array(fc.uniqueArray(fc.nat(12), { maxLength: 11 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(wishes, fc.func(fc.boolean()), (of, rule) => {
      const isAllowed = (key: string) => rule(key);
      const seekers = of.map((each, index) => seeker(`b${index}`, each));
      const verdicts = new Map<string, boolean>();
      let questions = 0;
      let assigned = assign(seekers, ({ id }, { resourceId }) => verdicts.get(`${id} ${resourceId}`));
      while (assigned.open.length > 0) {
        questions += 1;
        for (const { booking, place } of assigned.open) {
          const key = `${booking.id} ${place.resourceId}`;
          verdicts.set(key, isAllowed(key));
        }
        assigned = assign(seekers, ({ id }, { resourceId }) => verdicts.get(`${id} ${resourceId}`));
      }
      const expected = inTurn(seekers, isAllowed);
      expect(assigned.found.map((place) => place?.resourceId)).toEqual(expected.found);
      expect(questions).toBeLessThanOrEqual(expected.asked);
    }),
  );
});

it('asks once when everybody may have what they would like best', () => {
  const seekers = ['a', 'b', 'c'].map((id, index) => seeker(id, [index, index + 1]));
  expect(assign(seekers, () => undefined).open.map(({ place }) => place.resourceId)).toEqual(['0', '1', '2']);
  expect(assign(seekers, () => true)).toMatchObject({ open: [], found: [{ name: '0' }, { name: '1' }, { name: '2' }] });
});
