import { Copy } from './copy';

/** The changing parts of the words about an application. */
export interface ApplicationWords {
  site: string;
  /** Until when the applicant has to answer; empty when there is nothing to answer. */
  until: string;
}

/** What is said about applications. */
export interface ApplicationLetters {
  application_received: (facts: ApplicationWords) => Copy;
  application_returned: (facts: ApplicationWords) => Copy;
  application_waitlisted: (facts: ApplicationWords) => Copy;
  application_rejected: (facts: ApplicationWords) => Copy;
}
