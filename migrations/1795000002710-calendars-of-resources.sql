-- The secret address under which the display beside a door reads what is on in there: one for each resource, opened
-- and taken back by those who run the site, and only its hash is kept. Names are never told; titles where so chosen.
create table resource_feed (
  resource_id uuid primary key references resource (id) on delete cascade,
  token_hash bytea not null unique,
  titles boolean not null default false,
  locale text not null,
  opened_by uuid references person (id),
  created_at timestamptz not null,
  constraint resource_feed_locale check (locale in ('en', 'fi', 'sv', 'ru'))
);
