/** The changing parts of the words about a booking. Names stand as the site has written them. */
export interface BookingWords {
  /** Name of the desk, room or booth. */
  place: string;
  site: string;
  /** The date in the reader's language, on the site's clock. */
  day: string;
}

/** What one letter says in one language, around its list of details and its one button. */
export interface Copy {
  subject: string;
  heading: string;
  body: string[];
  /** The words on the button. */
  action: string;
  /** Small print below the button. */
  after: string[];
}

/** Everything the house says by mail in one language. A language that lacks a text does not compile. */
export interface Words {
  hello: (name: string) => string;
  /** Above the bare address of the button's link. */
  linkHint: string;
  /** Why somebody gets this mail, at the very end. */
  footer: string;
  labels: Record<'place' | 'site' | 'date' | 'time' | 'yourTime' | 'title' | 'reason', string>;
  letters: {
    /** `validity`: a length of time such as "24 hours". */
    verify_email: (facts: { validity: string }) => Copy;
    reset_password: (facts: { validity: string }) => Copy;
    already_registered: () => Copy;
    booking_confirmed: (facts: BookingWords) => Copy;
    booking_cancelled: (facts: BookingWords & { byReader: boolean }) => Copy;
    booking_rejected: (facts: BookingWords) => Copy;
  };
}
