import { accessEntities } from './access/access.entities';
import { bookingEntities } from './bookings/booking.entity';
import { exemptionEntities } from './bookings/rule-exemption.entity';
import { checkInCodeEntities } from './bookings/check-in-code/check-in-code.entity';
import { extraEntities } from './bookings/extras/extra.entity';
import { guestEntities } from './bookings/guests/guest.entity';
import { noShowEntities } from './bookings/no-show.entity';
import { replacementEntities } from './bookings/replacements/replacement.entity';
import { seriesEntities } from './bookings/series/series.entity';
import { waitingListEntities } from './bookings/waiting-list/waiting-list.entity';
import { calendarEntities } from './calendars/calendar-feed.entity';
import { coachingEntities } from './coaching/coaching.entities';
import { membershipsEntities } from './memberships/memberships.entities';
import { occupancyEntities } from './occupancy/occupation.entity';
import { peopleEntities } from './people/people.entities';
import { platformEntities } from './platform/platform.entities';
import { messageEntities } from './reminders/message.entity';
import { sitesEntities } from './sites/sites.entities';

/** Every entity of the application, feature by feature. */
export const entities = [
  ...platformEntities,
  ...peopleEntities,
  ...accessEntities,
  ...sitesEntities,
  ...occupancyEntities,
  ...membershipsEntities,
  ...bookingEntities,
  ...exemptionEntities,
  ...extraEntities,
  ...guestEntities,
  ...checkInCodeEntities,
  ...noShowEntities,
  ...waitingListEntities,
  ...seriesEntities,
  ...replacementEntities,
  ...coachingEntities,
  ...messageEntities,
  ...calendarEntities,
];
