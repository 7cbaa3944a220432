-- The secret address under which calendar programs read a person's bookings: one at a time, and only its hash is kept.
create table calendar_feed (
  person_id uuid primary key references person (id) on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null
);
