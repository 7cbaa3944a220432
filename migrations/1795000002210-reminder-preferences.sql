-- What a person has chosen for a kind of message; no row is the usual.
create table reminder_preference (
  person_id uuid not null references person (id) on delete cascade,
  kind text not null,
  mail boolean not null default true,
  app boolean not null default true,
  minutes_before smallint,
  primary key (person_id, kind),
  constraint reminder_preference_minutes check (minutes_before between 5 and 240)
);

-- Between which times of day, on the person's clock, mails that can wait do so. `starts` after `ends` goes over midnight.
create table quiet_hours (
  person_id uuid primary key references person (id) on delete cascade,
  starts time not null,
  ends time not null,
  constraint quiet_hours_some check (starts <> ends)
);
