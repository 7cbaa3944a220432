/** The changing parts of the words about a booking. Names stand as the site has written them. */
export interface BookingWords {
  /** Name of the desk, room or booth. */
  place: string;
  site: string;
  /** The date in the reader's language, on the site's clock. */
  day: string;
  /** From when to when, on the site's clock. */
  hours: string;
}

/** The changing parts of the words about an application. */
export interface ApplicationWords {
  site: string;
  /** Until when the applicant has to answer; empty when there is nothing to answer. */
  until: string;
}

/** The changing parts of the words about a membership. Dates are written out in the reader's language. */
export interface MembershipWords {
  site: string;
  /** The first and the last day. */
  from: string;
  to: string;
  /** Until when an offer stands; empty when there is none. */
  until: string;
  /** Whether an application came before the offer. */
  approved: boolean;
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
  /** The way out of mails of one kind: the link in a mail, the page behind it, and what that says afterwards. */
  unsubscribe: Record<'link' | 'heading' | 'text' | 'button' | 'done' | 'afterwards', string>;
  labels: Record<
    | 'place'
    | 'site'
    | 'date'
    | 'time'
    | 'yourTime'
    | 'title'
    | 'reason'
    | 'plan'
    | 'from'
    | 'until'
    | 'deadline'
    | 'review'
    | 'waiting'
    | 'oldest',
    string
  >;
  letters: {
    /** `validity`: a length of time such as "24 hours". */
    verify_email: (facts: { validity: string }) => Copy;
    reset_password: (facts: { validity: string }) => Copy;
    already_registered: () => Copy;
    erasure_answered: (facts: { granted: boolean; reason: string }) => Copy;
    booking_confirmed: (facts: BookingWords) => Copy;
    booking_cancelled: (facts: BookingWords & { byReader: boolean }) => Copy;
    booking_rejected: (facts: BookingWords) => Copy;
    booking_changed: (facts: BookingWords & { several: boolean }) => Copy;
    booking_tomorrow: (facts: BookingWords) => Copy;
    booking_soon: (facts: BookingWords) => Copy;
    booking_ending: (facts: BookingWords) => Copy;
    booking_released: (facts: BookingWords) => Copy;
    waiting_list_offer: (facts: BookingWords & { until: string }) => Copy;
    application_received: (facts: ApplicationWords) => Copy;
    application_returned: (facts: ApplicationWords) => Copy;
    application_waitlisted: (facts: ApplicationWords) => Copy;
    application_rejected: (facts: ApplicationWords) => Copy;
    offer_made: (facts: MembershipWords) => Copy;
    offer_ending: (facts: MembershipWords) => Copy;
    term_starting: (facts: MembershipWords) => Copy;
    term_ending: (facts: MembershipWords) => Copy;
    pause_starting: (facts: MembershipWords) => Copy;
    pause_ending: (facts: MembershipWords) => Copy;
    membership_suspended: (facts: MembershipWords) => Copy;
    membership_reinstated: (facts: MembershipWords) => Copy;
    applications_waiting: (facts: { site: string }) => Copy;
  };
}
