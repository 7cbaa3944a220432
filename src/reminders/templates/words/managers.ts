import { Copy } from './copy';

/** What is said about the work of those who run a site. */
export interface ManagerLetters {
  applications_waiting: (facts: { site: string }) => Copy;
  answers_overdue: (facts: { site: string }) => Copy;
  daily_sheet: (facts: { site: string; date: string }) => Copy;
}
