/** What one letter says in one language, around its list of details and its one button. */
export interface Copy {
  subject: string;
  heading: string;
  body: string[];
  /** The words on the button. */
  action: string;
  /** Small print below the button. */
  after: string[];
  /** Why somebody gets this mail, when it is not because of an account. */
  footer?: string;
}
