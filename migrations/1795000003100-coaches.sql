-- Coaches' calendars: hours elsewhere on single dates, what is taken of a person, and calendars of other houses.

-- Hours that replace the weekly ones may be at one place only, as those may.
alter table availability_exception add column site_id uuid references site (id);

-- What is taken of a person, as free times of coaches ask for it.
create index occupation_person_start on occupation (person_id, starts_at) include (ends_at) where person_id is not null;

-- A calendar elsewhere in which a coach is busy, too. Its address is a secret: kept sealed, shown by its host only.
create table outside_calendar (
  coach_id uuid primary key references coach_profile (person_id),
  sealed_url bytea not null,
  host text not null,
  etag text,
  last_modified text,
  fetched_at timestamptz,
  -- Why the last attempt failed, and how many in a row did.
  failure text,
  failures smallint not null default 0,
  refresh_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint outside_calendar_failures check (failures >= 0)
);
create index outside_calendar_due on outside_calendar (refresh_at);

-- When a coach is busy elsewhere, for the next months. With what is nobody's business here.
create table outside_event (
  id uuid primary key,
  coach_id uuid not null references coach_profile (person_id),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  constraint outside_event_order check (starts_at < ends_at)
);
create index outside_event_coach on outside_event (coach_id, starts_at);
