import { AccountLetters } from './words/accounts';
import { AdditionLetters } from './words/additions';
import { ApplicationLetters } from './words/applications';
import { BookingLetters } from './words/bookings';
import { CoachingLetters } from './words/coaching';
import { ManagerLetters } from './words/managers';
import { MembershipLetters } from './words/memberships';
import { Frame } from './words/frame';

/** Everything the house says by mail in one language. A language that lacks a text does not compile. */
export interface Words extends Frame {
  letters: Letters;
}

/** Every letter of the house, by theme: a theme has its file here and one in each language. */
export interface Letters
  extends
    AccountLetters,
    BookingLetters,
    AdditionLetters,
    ApplicationLetters,
    MembershipLetters,
    ManagerLetters,
    CoachingLetters {}
