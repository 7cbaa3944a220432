import type { components } from './schema';

type Schemas = components['schemas'];

/** The server's answers under the names that the screens use. */
export type Person = Schemas['ProfileView'];
export type SignedIn = Schemas['WelcomeView'];
export type Locale = Person['locale'];
export type Site = Schemas['SiteView'];
export type Day = Schemas['DayView'];
export type DayRow = Schemas['DayResourceView'];
export type Resource = Schemas['PlaceView'];
export type Kind = Resource['kind'];
export type Occupied = Schemas['OccupiedView'];
export type Booking = Schemas['BookingView'];
export type BookingStatus = Booking['status'];
export type BookingWish = Schemas['BookDto'];
export type BookingChange = Schemas['ChangeBookingDto'];
export type ResourceRule = Schemas['ResourceRuleView'];
export type BookingPreview = Schemas['BookingPreviewView'];
export type Charge = Schemas['ChargeView'];
