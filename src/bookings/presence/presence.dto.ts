import { DateField } from '../../platform/http/fields';

export class WhoIsInQuery {
  @DateField({ optional: true, description: 'a date at the site; today when left out' })
  date?: string;
}

export class DaySheetQuery {
  @DateField({ description: 'a date at the site' })
  date!: string;
}
