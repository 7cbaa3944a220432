/** Days on which a site is closed, as a manager confirmed them. */
export interface ConfirmedClosure {
  startsOn: string;
  endsOn: string;
  reason: string;
}

/** Christmas and Midsummer Eve of a year, which everybody in Finland expects. */
export function closuresIn(year: number): ConfirmedClosure[] {
  return [
    { startsOn: `${year}-12-24`, endsOn: `${year}-12-26`, reason: 'Christmas' },
    { startsOn: midsummerEve(year), endsOn: midsummerEve(year), reason: 'Midsummer Eve' },
  ];
}

/** The Friday between 19 and 25 June. */
function midsummerEve(year: number): string {
  for (let day = 19; day <= 25; day++) {
    if (new Date(Date.UTC(year, 5, day)).getUTCDay() === 5) return `${year}-06-${day}`;
  }
  throw new Error('every week has a Friday');
}
