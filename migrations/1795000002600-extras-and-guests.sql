-- What a booking takes along besides its place, and whom its holder invites.

create table extra (
  id uuid primary key,
  site_id uuid not null references site (id),
  name text not null,
  stock smallint not null,
  status text not null default 'active',
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint extra_name unique (site_id, name),
  constraint extra_count check (stock between 0 and 1000),
  constraint extra_status check (status in ('active', 'retired'))
);

-- No times of its own: an extra is taken for as long as its booking says, so whatever frees the place frees it, too.
create table booking_extra (
  booking_id uuid not null references booking (id) on delete cascade,
  extra_id uuid not null references extra (id),
  count smallint not null,
  withdrawn_at timestamptz,
  primary key (booking_id, extra_id),
  constraint booking_extra_count check (count between 1 and 1000)
);
create index booking_extra_extra on booking_extra (extra_id);
create index booking_extra_withdrawn on booking_extra (withdrawn_at) where withdrawn_at is not null;

-- A row is one invitation from its making to its end; whoever is invited again gets a new one. The version counts what
-- the guest has to be told of: it is the SEQUENCE of the calendar file.
create table booking_guest (
  id uuid primary key,
  booking_id uuid not null references booking (id) on delete cascade,
  name text not null,
  email text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  removed_at timestamptz,
  constraint booking_guest_version check (version > 0)
);
create unique index guest_once on booking_guest (booking_id, email) where removed_at is null;
create index booking_guest_booking on booking_guest (booking_id);
create index booking_guest_updated on booking_guest (updated_at);

-- How many guests a meeting under a plan may have; null leaves it to the seats of the place.
alter table plan_version
  add column guest_limit smallint,
  add constraint plan_version_guests check (guest_limit >= 0);

-- The ledger of messages also knows people without an account: each row is for a person or for a guest.
alter table message
  alter column person_id drop not null,
  add column guest_id uuid references booking_guest (id) on delete cascade,
  add constraint message_addressee check (num_nonnulls(person_id, guest_id) = 1);
create unique index message_guest_once on message (guest_id, kind, occasion, channel) where guest_id is not null;

-- How much of an extra is taken at the busiest instant of a period; `except_booking` is left out. A sum over the period
-- would count what comes one after the other. Bounded by site and time: bookings are never longer than a day.
create function extra_peak(
  wanted_extra uuid, at_site uuid, period_start timestamptz, period_end timestamptz, except_booking uuid
) returns bigint
language sql stable as $$
  with taken as (
    select greatest(b.starts_at, period_start) as starts_at, b.ends_at, x.count
    from booking b
    join booking_extra x on x.booking_id = b.id and x.extra_id = wanted_extra and x.withdrawn_at is null
    where b.site_id = at_site and b.status in ('requested', 'confirmed', 'checked_in')
      and b.id is distinct from except_booking
      and b.starts_at > period_start - interval '26 hours' and b.starts_at < period_end and b.ends_at > period_start
  )
  select coalesce(max((select sum(t.count) from taken t where t.starts_at <= p.starts_at and t.ends_at > p.starts_at)), 0)
  from taken p
$$;

-- Extras by id, with what is taken of them during a period. Ids that are unknown, or another site's, are not answered.
create function extra_facts(
  wanted uuid[], at_site uuid, period_start timestamptz, period_end timestamptz, except_booking uuid
) returns jsonb
language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'extraId', e.id, 'name', e.name, 'status', e.status, 'stock', e.stock,
    'taken', extra_peak(e.id, at_site, period_start, period_end, except_booking)) order by e.id), '[]')
  from extra e where e.id = any (wanted) and e.site_id = at_site
$$;

-- The same behind the locks of the extras, which come after those of people, ventures and resources.
create function lock_extras(
  wanted uuid[], at_site uuid, period_start timestamptz, period_end timestamptz, except_booking uuid
) returns jsonb
language plpgsql as $$
begin
  perform 1 from extra where id = any (wanted) and site_id = at_site order by id for no key update;
  return extra_facts(wanted, at_site, period_start, period_end, except_booking);
end $$;

-- Everything a booking leaves behind: as before, and its extras and guests. Both are members of the answer.
create or replace function write_booking(
  answer jsonb, under uuid, buffer smallint, actor uuid, request_key text, moment timestamptz
) returns boolean
language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  new_id uuid := (answer ->> 'id')::uuid;
  place uuid := (answer -> 'resource' ->> 'id')::uuid;
  at_site uuid := (answer ->> 'siteId')::uuid;
  who uuid := (answer ->> 'personId')::uuid;
  starts timestamptz := (answer ->> 'start')::timestamptz;
  finishes timestamptz := (answer ->> 'end')::timestamptz;
begin
  if not occupy(gen_random_uuid(), 'booking', new_id, place, null, at_site, who, starts, finishes, buffer, null) then
    return false;
  end if;
  insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, title, status, created_at, updated_at)
  values (new_id, at_site, place, who, under, starts, finishes, answer ->> 'title', answer ->> 'status', moment, moment);
  if jsonb_array_length(answer -> 'extras') > 0 then
    insert into booking_extra (booking_id, extra_id, count)
    select new_id, (x ->> 'extraId')::uuid, (x ->> 'count')::smallint from jsonb_array_elements(answer -> 'extras') x;
  end if;
  if jsonb_array_length(answer -> 'guests') > 0 then
    insert into booking_guest (id, booking_id, name, email, created_at, updated_at)
    select (g ->> 'id')::uuid, new_id, g ->> 'name', g ->> 'email', moment, moment
    from jsonb_array_elements(answer -> 'guests') g;
  end if;
  perform settle_booking(new_id, moment);
  insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts)
  values (gen_random_uuid(), moment, actor, at_site, 'booking.book', new_id,
          jsonb_build_object('resourceId', place, 'start', answer ->> 'start', 'end', answer ->> 'end'));
  update idempotency_key set status = 201, response = answer where person_id = who and key = request_key;
  return true;
end $$;
