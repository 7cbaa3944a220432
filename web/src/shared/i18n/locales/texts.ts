import type common from './en/common.json';
import type access from './en/access.json';
import type booking from './en/booking.json';
import type membership from './en/membership.json';
import type intake from './en/intake.json';
import type members from './en/members.json';
import type coach from './en/coach.json';
import type coaching from './en/coaching.json';
import type site from './en/site.json';
import type sites from './en/sites.json';
import type siteday from './en/siteday.json';
import type series from './en/series.json';
import type waiting from './en/waiting.json';
import type checkin from './en/checkin.json';
import type reports from './en/reports.json';
import type messages from './en/messages.json';
import type settings from './en/settings.json';
import type privacy from './en/privacy.json';
import type start from './en/start.json';
import type assignments from './en/assignments.json';
import type milestones from './en/milestones.json';
import type audit from './en/audit.json';
import type roles from './en/roles.json';
import type erasure from './en/erasure.json';
import type queues from './en/queues.json';
import type decisions from './en/decisions.json';
import type plans from './en/plans.json';

/** All texts by their English shape; the other languages are held to it by a test. One line for each file. */
export type Texts = typeof common &
  typeof access &
  typeof booking &
  typeof membership &
  typeof intake &
  typeof members &
  typeof coach &
  typeof coaching &
  typeof site &
  typeof sites &
  typeof siteday &
  typeof series &
  typeof waiting &
  typeof checkin &
  typeof reports &
  typeof messages &
  typeof settings &
  typeof privacy &
  typeof start &
  typeof assignments &
  typeof milestones &
  typeof audit &
  typeof roles &
  typeof erasure &
  typeof queues &
  typeof decisions &
  typeof plans;
