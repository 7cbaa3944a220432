import { BookingWords } from './bookings';
import { Copy } from './copy';

/** The changing parts of the words to a guest. */
export interface GuestWords extends BookingWords {
  /** Who invites. */
  host: string;
  /** Whether the guest knows of the meeting already, with another place or time. */
  changed: boolean;
}

/** What is said about guests of a meeting, and about what a booking takes along. */
export interface AdditionLetters {
  guest_invited: (facts: GuestWords) => Copy;
  guest_cancelled: (facts: GuestWords) => Copy;
  /** To several dates of one series; the details list them. */
  guest_series_invited: (facts: GuestWords) => Copy;
  guest_series_cancelled: (facts: GuestWords) => Copy;
  extra_withdrawn: (facts: BookingWords & { extras: string }) => Copy;
}
