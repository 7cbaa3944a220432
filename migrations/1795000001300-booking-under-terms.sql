-- Bookings under terms: what covers them, what they cost, and what is settled when they change.

-- People first, then ventures, then resources, each kind once, by id.
create function lock_subjects(people uuid[], ventures uuid[], resources uuid[]) returns void
language plpgsql as $$
begin
  perform lock_subjects(people, '{}'::uuid[]);
  perform 1 from venture where id = any (ventures) order by id for no key update;
  perform lock_subjects('{}'::uuid[], resources);
end $$;

-- The membership under which a person books at a site, with its dates and the limits of its plan: the one at the site,
-- otherwise the one at home together with the site's plan for visitors. Null when there is neither.
create function standing(who uuid, at_site uuid) returns jsonb
language sql stable as $$
  select jsonb_build_object(
    'membershipId', m.id, 'status', m.status, 'visiting', m.site_id <> at_site, 'ventureId', m.venture_id,
    'planVersionId', v.id, 'access', v.access, 'eveningCloses', to_char(v.evening_closes, 'HH24:MI'),
    'halfDays', v.half_days, 'deskHorizonDays', v.desk_horizon_days, 'roomHorizonDays', v.room_horizon_days,
    'roomFutureBookings', v.room_future_bookings, 'roomLongestMinutes', v.room_longest_minutes,
    'endsOn', m.ends_on,
    'terms', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', t.starts_on, 'endsOn', t.ends_on) order by t.starts_on), '[]')
              from membership_term t where t.membership_id = m.id),
    'pauses', (select coalesce(jsonb_agg(jsonb_build_object('startsOn', p.starts_on, 'endsOn', p.ends_on) order by p.starts_on), '[]')
               from pause p where p.membership_id = m.id and p.status = 'approved'))
  from membership m
  join plan_version v on v.id = case when m.site_id = at_site then m.plan_version_id else (
    select g.id from plan_version g join plan h on h.id = g.plan_id
    where h.site_id = at_site and h.status = 'active' and g.needs = 'home_membership'
    order by g.version desc limit 1) end
  where m.person_id = who
    and (m.site_id = at_site and m.status in ('scheduled', 'active', 'paused', 'suspended')
         or m.site_id <> at_site and m.status = 'active'
            and (select o.needs from plan_version o where o.id = m.plan_version_id) = 'nothing')
  order by m.site_id <> at_site, m.created_at
  limit 1
$$;

-- The local dates that a period touches, with the minutes of it that fall on each.
create function local_days(period_start timestamptz, period_end timestamptz, site_zone text)
returns table (day date, minutes numeric)
language sql immutable as $$
  select d::date,
         extract(epoch from least(period_end, (d + interval '1 day') at time zone site_zone)
                          - greatest(period_start, d at time zone site_zone)) / 60
  from generate_series(date_trunc('day', period_start at time zone site_zone),
                       date_trunc('day', (period_end - interval '1 microsecond') at time zone site_zone),
                       interval '1 day') d
$$;

-- In which way a booking weighs on the wallet: asked for is held, taken is used, given back in time is nothing.
create function weight_of(status text, late boolean) returns text
language sql immutable as $$
  select case
    when status = 'requested' then 'held'
    when status in ('confirmed', 'checked_in', 'completed', 'no_show') or (status = 'cancelled' and late) then 'used'
    else 'free' end
$$;

-- What a person's desk bookings under a membership weigh on one local date: a day is counted once, however many
-- bookings lie in it; half a day only when the plan knows half days and they are five hours at most together.
-- `except_booking` is left out; a `tentative` period is thought to be there as well.
create function desk_day(
  who uuid, under uuid, on_date date, site_zone text, half_days boolean,
  except_booking uuid, tentative_start timestamptz, tentative_end timestamptz, tentative_weight text
) returns table (held numeric, used numeric)
language sql stable as $$
  with lying as (
    select weight_of(b.status, b.late) as weight, b.starts_at, b.ends_at
    from booking b join resource r on r.id = b.resource_id
    where b.membership_id = under and b.person_id = who and r.kind = 'desk' and b.id is distinct from except_booking
      and b.starts_at < (on_date + 1)::timestamp at time zone site_zone and b.ends_at > on_date::timestamp at time zone site_zone
      and b.starts_at > (on_date - 2)::timestamp at time zone site_zone
    union all
    select tentative_weight, tentative_start, tentative_end
    where tentative_start < (on_date + 1)::timestamp at time zone site_zone and tentative_end > on_date::timestamp at time zone site_zone
  ), weighed as (
    select bool_or(weight = 'used') as used, bool_or(weight = 'held') as held,
           sum(d.minutes) filter (where weight <> 'free') as minutes
    from lying, lateral (select minutes from local_days(starts_at, ends_at, site_zone) where day = on_date) d
  ), day as (
    select coalesce(used, false) as used, coalesce(held, false) as held,
           case when half_days and minutes <= 300 then 0.5 else 1 end as size
    from weighed
  )
  select case when held and not used then size else 0 end, case when used then size else 0 end from day
$$;

-- What a booking of a kind would add to the wallet, account by account, beside what is left there. Booths and bookings
-- of those who work at a site cost nothing. Null in `left` is unlimited.
create function booking_quote(
  who uuid, under uuid, plan_version uuid, is_visiting boolean, half_days boolean, resource_kind text,
  period_start timestamptz, period_end timestamptz, site_zone text, except_booking uuid
) returns jsonb
language sql stable as $$
  with charged as (
    select 'desk_days' as kind, date_trunc('month', d.day)::date as month, d.day,
           a.used + a.held - coalesce((
             select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
             where c.membership_id = under and c.kind = 'desk_days' and c.visiting = is_visiting
               and c.month = date_trunc('month', d.day)::date and e.cause = 'booking' and e.local_date = d.day), 0) as amount
    from local_days(period_start, period_end, site_zone) d,
         lateral desk_day(who, under, d.day, site_zone, half_days, except_booking, period_start, period_end, 'used') a
    where resource_kind = 'desk' and under is not null
    union all
    select 'room_minutes', d.month, null,
           d.minutes - coalesce((
             select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
             where e.cause = 'booking' and e.cause_id = except_booking and c.kind = 'room_minutes' and c.month = d.month), 0)
    from (select date_trunc('month', day)::date as month, sum(minutes) as minutes
          from local_days(period_start, period_end, site_zone) group by 1) d
    where resource_kind = 'room' and under is not null
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'kind', kind, 'month', to_char(month, 'YYYY-MM'), 'amount', amount::float8,
    'left', nullif(wallet_left(under, plan_version, kind, is_visiting, month), 'Infinity')::float8)), '[]')
  from (select kind, month, sum(amount) as amount from charged group by kind, month) sums
$$;

-- How many desks of a site a venture (or a person without one) holds at the busiest instant of a period.
create function desks_held(
  venture uuid, who uuid, at_site uuid, period_start timestamptz, period_end timestamptz, except_booking uuid
) returns bigint
language sql stable as $$
  with held as (
    select greatest(b.starts_at, period_start) as starts_at, b.ends_at
    from booking b join resource r on r.id = b.resource_id
    where r.kind = 'desk' and b.site_id = at_site and b.status in ('requested', 'confirmed', 'checked_in')
      and b.id is distinct from except_booking
      and b.starts_at > period_start - interval '26 hours' and b.starts_at < period_end and b.ends_at > period_start
      and b.person_id in (
        select who union
        select m.person_id from membership m
        where m.venture_id = venture and m.status in ('scheduled', 'active', 'paused', 'suspended'))
  )
  select coalesce(max((select count(*) from held h where h.starts_at <= p.starts_at and h.ends_at > p.starts_at)), 0)
  from held p
$$;

-- Everything that the rules of a booking are judged on, now with the terms: standing, cost, share and no-shows.
create or replace function booking_facts(
  person uuid, resource uuid, period_start timestamptz, period_end timestamptz, moment timestamptz, except_booking uuid
) returns jsonb
language plpgsql stable as $$
declare
  found_facts jsonb;
  stands jsonb;
  place record;
begin
  select r.id, r.name, r.kind, r.status, r.needs_approval, r.site_id, s.time_zone, s.fair_share_percent
  into place
  from resource r join site s on s.id = r.site_id where r.id = resource;
  if not found then
    return null;
  end if;
  stands := standing(person, place.site_id);

  select site_calendar(place.site_id, period_start, period_end) || jsonb_build_object(
    'resource', jsonb_build_object(
      'id', place.id, 'name', place.name, 'kind', place.kind, 'status', place.status,
      'needsApproval', place.needs_approval),
    'rule', jsonb_build_object(
      'kind', l.kind, 'gridMinutes', l.grid_minutes, 'shortestMinutes', l.shortest_minutes,
      'longestMinutes', l.longest_minutes, 'noticeMinutes', l.notice_minutes, 'horizonDays', l.horizon_days,
      'futureBookings', l.future_bookings, 'bufferMinutes', l.buffer_minutes, 'cancelMinutes', l.cancel_minutes,
      'checkInBeforeMinutes', l.check_in_before_minutes, 'checkInAfterMinutes', l.check_in_after_minutes),
    'ahead', (
      select count(*)
      from booking b join resource o on o.id = b.resource_id
      where b.person_id = person and b.starts_at > moment and b.status in ('requested', 'confirmed')
        and o.site_id = place.site_id and o.kind = place.kind and b.id is distinct from except_booking),
    'standing', stands,
    'quote', booking_quote(
      person, (stands ->> 'membershipId')::uuid, (stands ->> 'planVersionId')::uuid, (stands ->> 'visiting')::boolean,
      (stands ->> 'halfDays')::boolean, place.kind, period_start, period_end, place.time_zone, except_booking),
    'desks', case when place.kind = 'desk' then jsonb_build_object(
      'share', place.fair_share_percent,
      'all', (select count(*) from resource d where d.site_id = place.site_id and d.kind = 'desk' and d.status = 'active'),
      'held', desks_held((stands ->> 'ventureId')::uuid, person, place.site_id, period_start, period_end, except_booking)) end,
    'blockedUntil', no_show_block(person, place.site_id, moment))
  into found_facts
  from resource_rule l where l.site_id = place.site_id and l.kind = place.kind;
  return found_facts;
end $$;

-- Brings the wallet to what a booking weighs now, whatever happened to it: only the difference is written, so doing it
-- twice changes nothing. Gives back before it takes. A booking that has moved is settled with the period it had before,
-- since another of its person's bookings may have paid for that day. Call it under the lock of the person.
create function settle_booking(
  booking_id uuid, moment timestamptz, start_before timestamptz default null, end_before timestamptz default null
) returns void
language plpgsql as $$
declare
  b record;
  c record;
  account uuid;
begin
  select k.*, r.kind, s.time_zone, m.site_id <> k.site_id as visiting,
         case when m.site_id = k.site_id then m.plan_version_id else (standing(k.person_id, k.site_id) ->> 'planVersionId')::uuid end as plan
  into b
  from booking k
  join resource r on r.id = k.resource_id join site s on s.id = k.site_id
  join membership m on m.id = k.membership_id
  where k.id = booking_id;
  if not found then
    return;
  end if;

  for c in
    with wanted as (
      -- Desks are weighed by the day, together with the person's other desks of that day. The days it lay on before are
      -- weighed again even when it is no desk any more.
      select 'desk_days' as kind, date_trunc('month', t.day)::date as month, t.day, a.held, a.used
      from (select day from local_days(b.starts_at, b.ends_at, b.time_zone) where b.kind = 'desk'
            union select day from local_days(start_before, end_before, b.time_zone)
            union select e.local_date from allowance_entry e
            where e.cause = 'booking' and e.cause_id = booking_id and e.local_date is not null) t,
           lateral desk_day(b.person_id, b.membership_id, t.day, b.time_zone,
                            coalesce((select half_days from plan_version where id = b.plan), false), null, null, null, null) a
      union all
      select 'room_minutes', date_trunc('month', day)::date, null,
             sum(case when weight_of(b.status, b.late) = 'held' then minutes else 0 end),
             sum(case when weight_of(b.status, b.late) = 'used' then minutes else 0 end)
      from local_days(b.starts_at, b.ends_at, b.time_zone)
      where b.kind = 'room'
      group by date_trunc('month', day)
    ), written as (
      select a.id as account, a.kind, a.month, e.local_date as day,
             -sum(e.amount) filter (where e.type in ('hold', 'release')) as held,
             -sum(e.amount) filter (where e.type in ('use', 'refund')) as used
      from allowance_entry e join allowance_account a on a.id = e.account_id
      where e.cause = 'booking'
        and (e.cause_id = booking_id
             or a.kind = 'desk_days' and a.membership_id = b.membership_id and a.visiting = b.visiting
                and (a.month, e.local_date) in (select w.month, w.day from wanted w))
      group by a.id, a.kind, a.month, e.local_date
    )
    select coalesce(x.kind, w.kind) as kind, coalesce(x.month, w.month) as month, coalesce(x.day, w.day) as day, w.account,
           coalesce(x.held, 0) - coalesce(w.held, 0) as held, coalesce(x.used, 0) - coalesce(w.used, 0) as used
    from wanted x
    full join written w on w.kind = x.kind and w.month = x.month and w.day is not distinct from x.day
    order by coalesce(x.held, 0) - coalesce(w.held, 0) + coalesce(x.used, 0) - coalesce(w.used, 0)
  loop
    continue when c.held = 0 and c.used = 0;
    account := coalesce(c.account, wallet_account(b.membership_id, b.plan, c.kind, b.visiting, c.month, moment));
    if c.held < 0 then
      perform wallet_post(account, 'release', -c.held, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'release'), moment);
    end if;
    if c.used < 0 then
      perform wallet_post(account, 'refund', -c.used, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'refund'), moment);
    end if;
    if c.held > 0 then
      perform wallet_post(account, 'hold', c.held, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'hold'), moment);
    end if;
    if c.used > 0 then
      perform wallet_post(account, 'use', c.used, 'booking', booking_id, c.day, settle_key(b.id, b.version, account, c.day, 'use'), moment);
    end if;
  end loop;
end $$;

create function settle_key(booking_id uuid, version integer, account uuid, day date, line_type text) returns text
language sql immutable as $$
  select concat_ws(':', 'booking', booking_id, version, account, day, line_type)
$$;

-- Settles several bookings in order of their ids.
create function settle_bookings(booking_ids uuid[], moment timestamptz) returns void
language plpgsql as $$
declare
  each uuid;
begin
  for each in select id from unnest(booking_ids) id order by id loop
    perform settle_booking(each, moment);
  end loop;
end $$;

-- Opens the booking command under terms: as before, and the venture is locked between the person and the resource.
create or replace function open_booking(
  person uuid, named_resource uuid, site uuid, wanted_kind text, least_capacity integer, wanted_features text[],
  period_start timestamptz, period_end timestamptz, moment timestamptz, request_key text, hash bytea
) returns jsonb
language plpgsql as $$
declare
  chosen uuid := named_resource;
  at_site uuid := site;
  shared_by uuid;
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

  perform lock_subjects(array[person], '{}'::uuid[]);
  if at_site is null then
    select r.site_id into at_site from resource r where r.id = chosen;
  end if;
  select m.venture_id into shared_by from membership m
  where m.person_id = person and m.site_id = at_site and m.status in ('scheduled', 'active', 'paused', 'suspended');

  if chosen is null then
    perform lock_subjects('{}'::uuid[], array_remove(array[shared_by], null), '{}'::uuid[]);
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
    perform lock_subjects('{}'::uuid[], array_remove(array[shared_by], null), array[chosen]);
    delete from occupation where resource_id = chosen and expires_at <= moment;
  end if;

  return booking_facts(person, chosen, period_start, period_end, moment, null);
end $$;

-- Everything a booking leaves behind: the place in the ledger, the row, the wallet, the trail and the stored answer.
-- False, and nothing written, when somebody has the place. `answer` is the booking as the API shows it.
create function write_booking(
  answer jsonb, under uuid, buffer smallint, actor uuid, request_key text, moment timestamptz
) returns boolean
language plpgsql as $$
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
  perform settle_booking(new_id, moment);
  insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts)
  values (gen_random_uuid(), moment, actor, at_site, 'booking.book', new_id,
          jsonb_build_object('resourceId', place, 'start', answer ->> 'start', 'end', answer ->> 'end'));
  update idempotency_key set status = 201, response = answer where person_id = who and key = request_key;
  return true;
end $$;
