-- The booking command in few round trips: one to lock and to read every fact, one to write everything.
-- Each statement of a plpgsql function sees what was committed before it began, so what is read after a lock is true.

-- The occupancy ledger's own door: takes a subject for a period, or answers false because somebody has it.
create function occupy(
  occupation_id uuid, why text, why_id uuid, resource uuid, person uuid, site uuid, holder uuid,
  period_start timestamptz, period_end timestamptz, buffer smallint, expiry timestamptz
) returns boolean
language plpgsql as $$
begin
  insert into occupation (id, cause, cause_id, resource_id, person_id, site_id, holder_id,
                          starts_at, ends_at, buffer_minutes, expires_at)
  values (occupation_id, why, why_id, resource, person, site, holder,
          period_start, period_end + make_interval(mins => buffer), buffer, expiry)
  on conflict do nothing;
  return found;
end $$;

-- Locks one free resource of a kind and answers its id, or null when none is free. The smallest that fits comes first.
-- A candidate that is locked by somebody else is passed over in the first round and waited for in the second. Losing
-- a race leaves the inner block and gives its lock back, so nobody ever waits while holding a resource out of order.
create function lock_free_resource(
  site uuid, wanted_kind text, least_capacity integer, wanted_features text[],
  period_start timestamptz, period_end timestamptz, moment timestamptz
) returns uuid
language plpgsql as $$
declare
  candidate uuid;
  patient boolean;
begin
  foreach patient in array array[false, true] loop
    for candidate in
      select r.id
      from resource r
      where r.site_id = site and r.kind = wanted_kind and r.status = 'active'
        and r.capacity >= least_capacity and r.features @> wanted_features
        and r.id not in (select taken_resources(site, period_start, period_end, moment))
      order by r.needs_approval, r.capacity, r.id
    loop
      begin
        if patient then
          perform 1 from resource where id = candidate for no key update;
        else
          perform 1 from resource where id = candidate for no key update skip locked;
          if not found then continue; end if;
        end if;
        delete from occupation where resource_id = candidate and expires_at <= moment;
        if exists (
          select 1 from occupation o
          where o.resource_id = candidate
            and tstzrange(o.starts_at, o.ends_at, '[)') && tstzrange(period_start, period_end, '[)')
        ) then
          raise exception using errcode = 'OA001';
        end if;
        return candidate;
      exception when sqlstate 'OA001' then
        null;
      end;
    end loop;
  end loop;
  return null;
end $$;

-- A site and its clock, its weekly hours and its closures as far as they touch a period (with a day to spare).
create function site_calendar(site uuid, period_start timestamptz, period_end timestamptz) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'site', jsonb_build_object('id', s.id, 'timeZone', s.time_zone, 'status', s.status),
    'hours', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'),
        'validFrom', h.valid_from, 'validUntil', h.valid_until)), '[]')
      from opening_hours h
      where h.site_id = s.id
        and h.valid_from <= (period_end at time zone s.time_zone)::date + 1
        and (h.valid_until is null or h.valid_until >= (period_start at time zone s.time_zone)::date - 1)),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'startsOn', c.starts_on, 'endsOn', c.ends_on,
        'opens', to_char(c.opens, 'HH24:MI'), 'closes', to_char(c.closes, 'HH24:MI'))), '[]')
      from closure c
      where c.site_id = s.id and c.status = 'confirmed'
        and c.starts_on <= (period_end at time zone s.time_zone)::date + 1
        and c.ends_on >= (period_start at time zone s.time_zone)::date - 1))
  from site s
  where s.id = site
$$;

-- Everything that the rules of a booking are judged on, for one person, one resource and one period. Null when there
-- is no such resource. `except_booking` is the booking that is being moved and does not count against itself.
create function booking_facts(
  person uuid, resource uuid, period_start timestamptz, period_end timestamptz, moment timestamptz, except_booking uuid
) returns jsonb
language sql stable as $$
  select site_calendar(s.id, period_start, period_end) || jsonb_build_object(
    'resource', jsonb_build_object(
      'id', r.id, 'name', r.name, 'kind', r.kind, 'status', r.status, 'needsApproval', r.needs_approval),
    'rule', jsonb_build_object(
      'kind', l.kind, 'gridMinutes', l.grid_minutes, 'shortestMinutes', l.shortest_minutes, 'longestMinutes', l.longest_minutes,
      'noticeMinutes', l.notice_minutes, 'horizonDays', l.horizon_days, 'futureBookings', l.future_bookings,
      'bufferMinutes', l.buffer_minutes, 'cancelMinutes', l.cancel_minutes,
      'checkInBeforeMinutes', l.check_in_before_minutes, 'checkInAfterMinutes', l.check_in_after_minutes),
    'ahead', (
      select count(*)
      from booking b join resource o on o.id = b.resource_id
      where b.person_id = person and b.starts_at > moment and b.status in ('requested', 'confirmed')
        and o.site_id = s.id and o.kind = r.kind and b.id is distinct from except_booking))
  from resource r
  join site s on s.id = r.site_id
  join resource_rule l on l.site_id = s.id and l.kind = r.kind
  where r.id = resource
$$;

-- Opens the booking command: writes the idempotency key, locks the person and the resource (the named one, or any
-- free one that fits), lets stale holds of it go, and answers the facts. `replay` carries the stored answer of an
-- earlier request with the same key. When none of the kind is free, `free` is false beside the facts of one that would
-- fit; null when there is no such resource at all.
create function open_booking(
  person uuid, named_resource uuid, site uuid, wanted_kind text, least_capacity integer, wanted_features text[],
  period_start timestamptz, period_end timestamptz, moment timestamptz, request_key text, hash bytea
) returns jsonb
language plpgsql as $$
declare
  chosen uuid := named_resource;
  stored record;
  buffer smallint;
begin
  if request_key is not null then
    insert into idempotency_key (person_id, key, request_hash, created_at)
    values (person, request_key, hash, moment) on conflict do nothing;
    if not found then
      select k.request_hash = hash as same, k.response into stored
      from idempotency_key k where k.person_id = person and k.key = request_key;
      return jsonb_build_object('replay', jsonb_build_object('same', stored.same, 'response', stored.response));
    end if;
  end if;

  if chosen is null then
    perform lock_subjects(array[person], '{}');
    select l.buffer_minutes into buffer from resource_rule l where l.site_id = site and l.kind = wanted_kind;
    chosen := lock_free_resource(site, wanted_kind, least_capacity, wanted_features,
                                 period_start, period_end + make_interval(mins => coalesce(buffer, 0)), moment);
    if chosen is null then
      select r.id into chosen
      from resource r
      where r.site_id = site and r.kind = wanted_kind and r.status = 'active'
        and r.capacity >= least_capacity and r.features @> wanted_features
      order by r.id limit 1;
      return booking_facts(person, chosen, period_start, period_end, moment, null) || '{"free": false}';
    end if;
  else
    perform lock_subjects(array[person], array[chosen]);
    delete from occupation where resource_id = chosen and expires_at <= moment;
  end if;

  return booking_facts(person, chosen, period_start, period_end, moment, null);
end $$;
