import { BookedResource } from '../booking.view';
import { ChargeView, chargeView } from '../preview.queries';
import { Charge } from '../terms.rules';
import { OpenSeries, Outcome } from './series-writer';
import { SeriesPreviewView, SubstituteView } from './series.view';

/** Shows what would become of the dates of a series. */
export function previewOf({ resource, timeZone }: OpenSeries, outcomes: readonly Outcome[]): SeriesPreviewView {
  return {
    resource,
    timeZone,
    occurrences: outcomes.map(({ date, period, status, substitute, refusals, charges }) => ({
      date,
      start: period?.toJSON().start ?? null,
      end: period?.toJSON().end ?? null,
      status,
      substitute: substituteView(substitute),
      refusals,
      charges: charges.map(chargeView),
    })),
    totals: totalsOf(outcomes.flatMap(({ bookingId, charges }) => (bookingId === undefined ? [] : charges))),
  };
}

/** Shows the place that stands in, when there is one. */
export function substituteView(place: BookedResource | undefined): SubstituteView | null {
  return place ? { resourceId: place.id, name: place.name } : null;
}

/** Sums per kind and month; what is left is what was left before the first of them. */
function totalsOf(charges: readonly Charge[]): ChargeView[] {
  const sums = new Map<string, Charge>();
  for (const charge of charges) {
    const key = `${charge.kind} ${charge.month}`;
    const sum = sums.get(key);
    sums.set(key, sum ? { ...sum, amount: sum.amount + charge.amount } : charge);
  }
  return [...sums.values()].map(chargeView);
}
