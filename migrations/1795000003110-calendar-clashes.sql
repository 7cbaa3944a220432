-- A confirmed session of a coach at a time at which the calendar outside says otherwise: the coach says what holds.
create table calendar_clash (
  id uuid primary key,
  coach_id uuid not null references coach_profile (person_id),
  session_id uuid not null references coaching_session (id),
  -- When the coach is busy outside.
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  found_at timestamptz not null,
  -- The session is kept, or called off.
  answer text,
  answered_at timestamptz,
  constraint calendar_clash_order check (starts_at < ends_at),
  constraint calendar_clash_answer check (answer in ('keep', 'cancel') and (answer is null) = (answered_at is null)),
  -- Asked once about the same time, however often it is read.
  constraint calendar_clash_once unique (session_id, starts_at, ends_at)
);
create index calendar_clash_open on calendar_clash (coach_id) where answered_at is null;

-- The last date of a conflict of interest, when one is known: a financial interest, say, ends two years after.
alter table conflict_of_interest add column ends_on date;
create index conflict_of_interest_ending on conflict_of_interest (ends_on) where ended_at is null and ends_on is not null;
