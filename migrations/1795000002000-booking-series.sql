-- Series of bookings. The series keeps what was asked for by the clock of the site; what is taken are plain bookings.

create table booking_series (
  id uuid primary key,
  site_id uuid not null references site (id),
  person_id uuid not null references person (id),
  resource_id uuid not null references resource (id),
  rule text not null,
  first_date date not null,
  starts time not null,
  ends time not null,
  title text,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index booking_series_person on booking_series (person_id, created_at);

-- What became of each date of the rule: a booking (whatever happens to it later), or the reason why there is none.
create table booking_series_date (
  series_id uuid not null references booking_series (id),
  date date not null,
  booking_id uuid unique references booking (id),
  skipped text,
  primary key (series_id, date),
  constraint booking_series_date_outcome check (num_nonnulls(booking_id, skipped) = 1),
  constraint booking_series_date_skipped check (skipped in ('clash', 'chosen', 'no_such_time'))
);

-- Opens the series command: locks the person, the venture the person shares with, and, unless it is a mere look, the
-- resource and (for substitutes) all others of its kind at the site, by id. Answers the site's clock and the places of
-- the kind that could stand in, the ones most alike first. Null when there is no such resource.
create function open_series(who uuid, place uuid, with_kind boolean, look_only boolean, moment timestamptz) returns jsonb
language plpgsql as $$
declare
  wanted record;
  shared_by uuid;
  places uuid[];
begin
  perform lock_subjects(array[who], '{}'::uuid[]);
  select r.*, s.time_zone into wanted from resource r join site s on s.id = r.site_id where r.id = place;
  if not found then
    return null;
  end if;
  select m.venture_id into shared_by from membership m
  where m.person_id = who and m.site_id = wanted.site_id and m.status in ('scheduled', 'active', 'paused', 'suspended');

  if look_only then
    perform lock_subjects('{}'::uuid[], array_remove(array[shared_by], null), '{}'::uuid[]);
  else
    select array_agg(r.id) into places from resource r
    where r.id = place or with_kind and r.site_id = wanted.site_id and r.kind = wanted.kind;
    perform lock_subjects('{}'::uuid[], array_remove(array[shared_by], null), places);
    delete from occupation where resource_id = any (places) and expires_at <= moment;
  end if;

  return jsonb_build_object(
    'siteId', wanted.site_id, 'timeZone', wanted.time_zone,
    'resource', jsonb_build_object('id', wanted.id, 'name', wanted.name, 'kind', wanted.kind),
    'substitutes', (
      select coalesce(jsonb_agg(
               jsonb_build_object('id', r.id, 'name', r.name, 'kind', r.kind, 'needsApproval', r.needs_approval)
               order by r.needs_approval, r.features @> wanted.features desc, r.zone is not distinct from wanted.zone desc,
                        r.capacity >= wanted.capacity desc, abs(r.capacity - wanted.capacity), r.id), '[]')
      from resource r
      where r.site_id = wanted.site_id and r.kind = wanted.kind and r.status = 'active' and r.id <> place));
end $$;

-- Which of the places nobody has in a period.
create function free_of(places uuid[], period_start timestamptz, period_end timestamptz, moment timestamptz)
returns setof uuid
language sql stable as $$
  select r.id
  from resource r join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  where r.id = any (places)
    and not exists (
      select 1 from occupation o
      where o.resource_id = r.id and (o.expires_at is null or o.expires_at > moment)
        and tstzrange(o.starts_at, o.ends_at, '[)')
            && tstzrange(period_start, period_end + make_interval(mins => l.buffer_minutes), '[)'))
$$;

-- What write_booking would do, for a transaction that is undone afterwards: the row and the wallet, so that the dates
-- after it are judged with this one counted; no place is taken and nobody has to wait for one.
create function think_booking(answer jsonb, under uuid, moment timestamptz) returns boolean
language plpgsql as $$
declare
  new_id uuid := (answer ->> 'id')::uuid;
  place uuid := (answer -> 'resource' ->> 'id')::uuid;
  starts timestamptz := (answer ->> 'start')::timestamptz;
  finishes timestamptz := (answer ->> 'end')::timestamptz;
begin
  if not exists (select 1 from free_of(array[place], starts, finishes, moment)) then
    return false;
  end if;
  insert into booking (id, site_id, resource_id, person_id, membership_id, starts_at, ends_at, title, status, created_at, updated_at)
  values (new_id, (answer ->> 'siteId')::uuid, place, (answer ->> 'personId')::uuid, under, starts, finishes,
          answer ->> 'title', answer ->> 'status', moment, moment);
  perform settle_booking(new_id, moment);
  return true;
end $$;
