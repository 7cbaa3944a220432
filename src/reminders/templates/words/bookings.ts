import { Copy } from './copy';

/** The changing parts of the words about a booking. Names stand as the site has written them. */
export interface BookingWords {
  /** Name of the desk, room or booth. */
  place: string;
  site: string;
  /** The date in the reader's language in few letters, on the site's clock. */
  date: string;
  /** From when to when, on the site's clock. */
  hours: string;
}

/** What is said about bookings. */
export interface BookingLetters {
  booking_confirmed: (facts: BookingWords) => Copy;
  /** `date` is the first of the dates. */
  series_confirmed: (facts: BookingWords & { several: boolean }) => Copy;
  /** `closed`: the house cancelled, and the site takes no bookings any more. */
  booking_cancelled: (facts: BookingWords & { byReader: boolean; several: boolean; closed: boolean }) => Copy;
  booking_rejected: (facts: BookingWords) => Copy;
  booking_changed: (facts: BookingWords & { several: boolean }) => Copy;
  booking_tomorrow: (facts: BookingWords) => Copy;
  booking_soon: (facts: BookingWords) => Copy;
  booking_ending: (facts: BookingWords) => Copy;
  booking_released: (facts: BookingWords) => Copy;
  waiting_list_offer: (facts: BookingWords & { until: string }) => Copy;
  /** `until` is the first of the deadlines when there are several. */
  replacement_offer: (facts: BookingWords & { until: string; several: boolean }) => Copy;
  no_show_answered: (facts: BookingWords & { forgiven: boolean }) => Copy;
}
