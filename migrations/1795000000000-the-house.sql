-- The house: people and access, sites and resources, the ledger of occupation, bookings, messages, audit.
-- Instants are timestamptz; local dates and times are date and time beside the zone of their site.

create extension if not exists btree_gist;

-- People ---------------------------------------------------------------------------------------------------------

create table person (
  id uuid primary key,
  email text not null unique,
  full_name text not null,
  locale text not null,
  time_zone text,
  password_hash text,
  email_verified_at timestamptz,
  status text not null default 'active',
  privacy_notice text not null,
  privacy_notice_accepted_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint person_email_normal check (email = lower(email)),
  constraint person_locale check (locale in ('en', 'fi', 'sv', 'ru')),
  constraint person_status check (status in ('active', 'disabled', 'erased'))
);
create index person_unverified on person (created_at) where email_verified_at is null;

create table site (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  city text not null,
  country text not null,
  address text not null default '',
  time_zone text not null,
  status text not null default 'active',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint site_status check (status in ('active', 'suspended', 'closed'))
);

create table role_grant (
  id uuid primary key,
  person_id uuid not null references person (id),
  role text not null,
  site_id uuid references site (id),
  granted_by uuid references person (id),
  created_at timestamptz not null,
  ends_at timestamptz,
  constraint role_grant_role check (role in ('entrepreneur', 'coach', 'manager', 'observer', 'administrator')),
  constraint role_grant_site check ((role = 'administrator') = (site_id is null)),
  constraint role_grant_once unique nulls not distinct (person_id, role, site_id)
);
create index role_grant_at_site on role_grant (site_id, id);

create table erasure_request (
  id uuid primary key,
  person_id uuid not null references person (id),
  requested_at timestamptz not null,
  due_on date not null,
  answered_at timestamptz,
  answer text
);
create index erasure_request_person on erasure_request (person_id);
create unique index one_open_erasure_request on erasure_request (person_id) where answered_at is null;

-- Access ---------------------------------------------------------------------------------------------------------

-- One sign-in on one device. Ending the row ends every access and refresh token of the family at once.
create table session (
  id uuid primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text
);
create index session_person on session (person_id);
create index session_expires on session (expires_at);

-- Refresh tokens are stored hashed. The successor is derived from its predecessor and the server's key, so a repeat
-- within the grace period can be given the same one without its ever being stored.
create table refresh_token (
  hash bytea primary key,
  session_id uuid not null references session (id) on delete cascade,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index refresh_token_session on refresh_token (session_id);
create index refresh_token_expires on refresh_token (expires_at);

-- A browser from which the account's owner has signed in before; it has a counter of wrong passwords of its own.
create table known_device (
  hash bytea not null,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  primary key (hash, person_id)
);
create index known_device_person on known_device (person_id);
create index known_device_last_used on known_device (last_used_at);

-- Tries of a password or of a reset, by account (a keyed hash of the address, known to us or not).
create table sign_in_attempt (
  id uuid primary key,
  account bytea not null,
  device bytea,
  kind text not null,
  at timestamptz not null,
  failed boolean not null default true,
  constraint sign_in_attempt_kind check (kind in ('password', 'reset', 'register'))
);
create index sign_in_attempt_account on sign_in_attempt (account, at);
create index sign_in_attempt_at on sign_in_attempt (at);

-- Writes a try down before it is made, unless there have been too many: a few in a short span from the same known
-- device (or from all unknown ones together), or many in a long span from anywhere. A try counts until it is known to
-- have succeeded, and tries for one account take turns, so any number of them at once cannot pass the limit.
-- `free_at` is null when the try may be made, otherwise when the next one may; `left_over` is how many remain after it.
create function reserve_attempt(
  attempt uuid, whose bytea, from_device bytea, what text, moment timestamptz,
  few int, short_span interval, many int, long_span interval,
  out free_at timestamptz, out left_over int
)
language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7226, hashtext(encode(whose, 'hex')));
  select max(limits.free) into free_at
  from (
    (select a.at + short_span as free from sign_in_attempt a
     where a.account = whose and a.kind = what and a.failed
       and a.device is not distinct from from_device and a.at > moment - short_span
     order by a.at desc offset few - 1 limit 1)
    union all
    (select a.at + long_span as free from sign_in_attempt a
     where a.account = whose and a.kind = what and a.failed and a.at > moment - long_span
     order by a.at desc offset many - 1 limit 1)
  ) limits;
  if free_at is not null then
    left_over := 0;
    return;
  end if;
  insert into sign_in_attempt (id, account, device, kind, at) values (attempt, whose, from_device, what, moment);
  select few - count(*) into left_over from sign_in_attempt a
  where a.account = whose and a.kind = what and a.failed
    and a.device is not distinct from from_device and a.at > moment - short_span;
end $$;

-- The secret in a mailed link is derived from the row's id and the server's key: a copy of the table opens nothing.
create table one_time_token (
  id uuid primary key,
  person_id uuid not null references person (id) on delete cascade,
  purpose text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_token_purpose check (purpose in ('verify_email', 'reset_password', 'already_registered'))
);
create index one_time_token_person on one_time_token (person_id);
create index one_time_token_created on one_time_token (created_at);
create index one_time_token_expires on one_time_token (expires_at);

-- Sites ----------------------------------------------------------------------------------------------------------

create table opening_hours (
  id uuid primary key,
  site_id uuid not null references site (id),
  weekday smallint not null,
  opens time not null,
  closes time not null,
  valid_from date not null,
  valid_until date,
  constraint opening_hours_weekday check (weekday between 1 and 7),
  constraint opening_hours_order check (opens < closes),
  constraint opening_hours_validity check (valid_until is null or valid_until >= valid_from),
  constraint opening_hours_once exclude using gist (site_id with =, weekday with =,
    daterange(valid_from, valid_until, '[]') with &&,
    int4range(extract(epoch from opens)::integer, extract(epoch from closes)::integer) with &&)
);
create index opening_hours_site on opening_hours (site_id);

-- Days on which the weekly hours do not hold: closed, or open from opens to closes. Only confirmed ones are in force.
create table closure (
  id uuid primary key,
  site_id uuid not null references site (id),
  starts_on date not null,
  ends_on date not null,
  opens time,
  closes time,
  reason text not null,
  source text not null,
  status text not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  decided_by uuid references person (id),
  decided_at timestamptz,
  constraint closure_dates check (ends_on >= starts_on),
  constraint closure_hours check ((opens is null) = (closes is null) and (opens is null or opens < closes)),
  constraint closure_source check (source in ('manager', 'holiday')),
  constraint closure_status check (status in ('proposed', 'confirmed', 'dismissed'))
);
create index closure_site on closure (site_id, ends_on);

create table resource (
  id uuid primary key,
  site_id uuid not null references site (id),
  kind text not null,
  name text not null,
  capacity smallint not null default 1,
  features text[] not null default '{}',
  zone text,
  position_x real,
  position_y real,
  needs_approval boolean not null default false,
  status text not null default 'active',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint resource_kind check (kind in ('desk', 'room', 'booth')),
  constraint resource_capacity check (capacity between 1 and 500),
  constraint resource_status check (status in ('active', 'retired')),
  constraint resource_name unique (site_id, name)
);

-- What every resource of a kind asks of a booking at a site. Lengths are minutes, the horizon is days.
create table resource_rule (
  site_id uuid not null references site (id),
  kind text not null,
  grid_minutes smallint not null,
  shortest_minutes smallint not null,
  longest_minutes smallint not null,
  notice_minutes integer not null,
  horizon_days smallint not null,
  future_bookings smallint,
  cancel_minutes integer not null,
  check_in_before_minutes smallint not null,
  check_in_after_minutes smallint not null,
  buffer_minutes smallint not null,
  primary key (site_id, kind),
  constraint resource_rule_kind check (kind in ('desk', 'room', 'booth')),
  constraint resource_rule_grid check (grid_minutes in (5, 10, 15, 20, 30, 60)),
  constraint resource_rule_length check (0 < shortest_minutes and shortest_minutes <= longest_minutes and longest_minutes <= 1440),
  constraint resource_rule_notice check (notice_minutes >= 0),
  constraint resource_rule_horizon check (horizon_days between 1 and 730),
  constraint resource_rule_future check (future_bookings > 0),
  constraint resource_rule_cancel check (cancel_minutes >= 0),
  constraint resource_rule_check_in check (check_in_before_minutes >= 0 and check_in_after_minutes >= 0),
  constraint resource_rule_buffer check (buffer_minutes between 0 and 60)
);

create table maintenance (
  id uuid primary key,
  resource_id uuid not null references resource (id),
  site_id uuid not null references site (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  reason text not null,
  created_by uuid references person (id),
  created_at timestamptz not null,
  constraint maintenance_order check (starts_at < ends_at)
);
create index maintenance_resource on maintenance (resource_id, ends_at);

-- Occupancy ------------------------------------------------------------------------------------------------------

-- The one ledger of who and what is taken. A period is half-open, finite and bounded in length, so that a day can be
-- read from a B-tree with a fixed look-back; longer maintenance is written in several rows. The end includes the time
-- for cleaning, which buffer_minutes tells apart from what is shown.
create table occupation (
  id uuid primary key,
  cause text not null,
  cause_id uuid not null,
  resource_id uuid references resource (id),
  person_id uuid references person (id),
  site_id uuid references site (id),
  holder_id uuid references person (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  buffer_minutes smallint not null default 0,
  expires_at timestamptz,
  constraint occupation_cause check (cause in ('booking', 'session', 'hold', 'maintenance')),
  constraint occupation_one_subject check (num_nonnulls(resource_id, person_id) = 1),
  constraint occupation_site check (resource_id is null or site_id is not null),
  constraint occupation_finite check (isfinite(starts_at) and isfinite(ends_at)),
  constraint occupation_not_empty check (starts_at < ends_at),
  constraint occupation_longest check (ends_at - starts_at <= interval '26 hours'),
  constraint no_double_booking exclude using gist (resource_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
    where (resource_id is not null),
  constraint person_not_twice exclude using gist (person_id with =, tstzrange(starts_at, ends_at, '[)') with &&)
    where (person_id is not null)
);
create index occupation_site_start on occupation (site_id, starts_at) include (ends_at, resource_id)
  where resource_id is not null;
create index occupation_resource_start on occupation (resource_id, starts_at) include (ends_at)
  where resource_id is not null;
create index occupation_cause_id on occupation (cause_id);
create index occupation_expiring on occupation (expires_at) where expires_at is not null;

-- Bookings -------------------------------------------------------------------------------------------------------

create table booking (
  id uuid primary key,
  site_id uuid not null references site (id),
  resource_id uuid not null references resource (id),
  person_id uuid not null references person (id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  title text,
  status text not null,
  series_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  checked_in_at timestamptz,
  checked_out_at timestamptz,
  ended_by uuid references person (id),
  late boolean not null default false,
  reason text,
  constraint booking_order check (starts_at < ends_at),
  constraint booking_status check
    (status in ('requested', 'confirmed', 'checked_in', 'completed', 'cancelled', 'rejected', 'no_show'))
);
create index booking_person_start on booking (person_id, starts_at);
create index booking_site_start on booking (site_id, starts_at);
create index booking_resource_start on booking (resource_id, starts_at);
create index booking_open on booking (ends_at) where status in ('requested', 'confirmed', 'checked_in');

-- Written first, in the command's own transaction; the answer is stored with the deed.
create table idempotency_key (
  person_id uuid not null references person (id),
  key text not null,
  request_hash bytea not null,
  status smallint,
  response jsonb,
  created_at timestamptz not null,
  primary key (person_id, key)
);
create index idempotency_key_created on idempotency_key (created_at);

-- Messages -------------------------------------------------------------------------------------------------------

-- The ledger of what is to be told: planned from facts, once per kind, subject, occasion, recipient and channel.
create table message (
  id uuid primary key,
  kind text not null,
  person_id uuid not null references person (id) on delete cascade,
  subject_id uuid not null,
  occasion text not null,
  channel text not null,
  status text not null default 'pending',
  reason text,
  due_at timestamptz not null,
  useful_until timestamptz not null,
  attempts smallint not null default 0,
  next_attempt_at timestamptz not null,
  claimed_until timestamptz,
  created_at timestamptz not null,
  sent_at timestamptz,
  constraint message_once unique (kind, subject_id, occasion, person_id, channel),
  constraint message_channel check (channel in ('mail', 'app')),
  constraint message_status check (status in ('pending', 'sending', 'sent', 'failed', 'void'))
);
create index message_person on message (person_id, created_at);
create index message_due on message (next_attempt_at) where status in ('pending', 'sending');

-- Audit ----------------------------------------------------------------------------------------------------------

create table audit_event (
  id uuid primary key,
  at timestamptz not null,
  actor_id uuid,
  site_id uuid references site (id),
  action text not null,
  subject_id uuid not null,
  facts jsonb not null default '{}'
);
create index audit_event_subject on audit_event (subject_id, at);
create index audit_event_site on audit_event (site_id, at);

-- Locks and questions --------------------------------------------------------------------------------------------

-- Lock first, then look: people before resources, each kind once, by id. The order is what prevents deadlocks, the
-- lock is what keeps quotas; the exclusion constraints stay the law.
create function lock_subjects(people uuid[], resources uuid[]) returns void
language plpgsql as $$
begin
  perform 1 from person where id = any (people) order by id for no key update;
  perform 1 from resource where id = any (resources) order by id for no key update;
end $$;

-- The ids of the resources of a site that are taken during a period. The look-back equals occupation_longest.
create function taken_resources(site uuid, period_start timestamptz, period_end timestamptz, moment timestamptz)
returns setof uuid
language sql stable as $$
  select o.resource_id
  from occupation o
  where o.site_id = site
    and o.resource_id is not null
    and o.starts_at > period_start - interval '26 hours'
    and o.starts_at < period_end
    and o.ends_at > period_start
    and (o.expires_at is null or o.expires_at > moment)
$$;
