-- Bookings in small questions: the same laws, the same facts and the same lines in the wallet. PostgreSQL took most of a
-- booking's time to set up large statements that then read a row or two. They are asked in small ones now, and what
-- nothing depends on is not asked.

-- One needs no order, and locking nobody is no statement.
create or replace function lock_subjects(people uuid[], resources uuid[]) returns void
language plpgsql as $$
begin
  if cardinality(people) = 1 then
    perform 1 from person where id = people[1] for no key update;
  elsif people <> '{}' then
    perform 1 from person where id = any (people) order by id for no key update;
  end if;
  if cardinality(resources) = 1 then
    perform 1 from resource where id = resources[1] for no key update;
  elsif resources <> '{}' then
    perform 1 from resource where id = any (resources) order by id for no key update;
  end if;
end $$;

create or replace function lock_subjects(people uuid[], ventures uuid[], resources uuid[]) returns void
language plpgsql as $$
begin
  if people <> '{}' then
    perform lock_subjects(people, '{}'::uuid[]);
  end if;
  if ventures <> '{}' then
    perform 1 from venture where id = any (ventures) order by id for no key update;
  end if;
  perform lock_subjects('{}'::uuid[], resources);
end $$;

-- What is asked about a site and the dates of a period; the dates are worked out once.
create or replace function site_calendar(site uuid, period_start timestamptz, period_end timestamptz) returns jsonb
language plpgsql stable as $$
declare
  s record;
  earliest date;
  latest date;
begin
  select k.id, k.time_zone, k.status into s from site k where k.id = site;
  if not found then
    return null;
  end if;
  earliest := (period_start at time zone s.time_zone)::date - 1;
  latest := (period_end at time zone s.time_zone)::date + 1;
  return jsonb_build_object(
    'site', jsonb_build_object('id', s.id, 'timeZone', s.time_zone, 'status', s.status),
    'hours', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'weekday', h.weekday, 'opens', to_char(h.opens, 'HH24:MI'), 'closes', to_char(h.closes, 'HH24:MI'),
        'validFrom', h.valid_from, 'validUntil', h.valid_until)), '[]')
      from opening_hours h
      where h.site_id = s.id and h.valid_from <= latest and (h.valid_until is null or h.valid_until >= earliest)),
    'closures', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'startsOn', c.starts_on, 'endsOn', c.ends_on,
        'opens', to_char(c.opens, 'HH24:MI'), 'closes', to_char(c.closes, 'HH24:MI'))), '[]')
      from closure c
      where c.site_id = s.id and c.status = 'confirmed' and c.starts_on <= latest and c.ends_on >= earliest));
end $$;

-- The membership that somebody books under at a site, with its plan. Most have one of that site: it is looked for first,
-- and only without one that of another site, under the plan for visitors.
create or replace function standing(who uuid, at_site uuid) returns jsonb
language plpgsql stable as $$
declare
  m record;
  plan uuid;
begin
  select k.id, k.site_id, k.status, k.venture_id, k.plan_version_id, k.ends_on into m
  from membership k
  where k.person_id = who and k.site_id = at_site and k.status in ('scheduled', 'active', 'paused', 'suspended');
  if found then
    plan := m.plan_version_id;
  else
    select g.id into plan
    from plan_version g join plan h on h.id = g.plan_id
    where h.site_id = at_site and h.status = 'active' and g.needs = 'home_membership'
    order by g.version desc limit 1;
    select k.id, k.site_id, k.status, k.venture_id, k.plan_version_id, k.ends_on into m
    from membership k join plan_version o on o.id = k.plan_version_id
    where k.person_id = who and k.site_id <> at_site and k.status = 'active' and o.needs = 'nothing'
    order by k.created_at limit 1;
  end if;
  if m.id is null or plan is null then
    return null;
  end if;
  return (
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
    from plan_version v where v.id = plan);
end $$;

-- What a person's desks of one date weigh, with one more where a tentative period is named.
create or replace function desk_day(
  who uuid, under uuid, on_date date, site_zone text, half_days boolean, except_booking uuid,
  tentative_start timestamptz, tentative_end timestamptz, tentative_weight text
) returns table (held numeric, used numeric)
language plpgsql stable as $$
declare
  day_start timestamptz := on_date::timestamp at time zone site_zone;
  day_end timestamptz := (on_date + 1)::timestamp at time zone site_zone;
  earliest timestamptz := (on_date - 2)::timestamp at time zone site_zone;
  is_held boolean;
  is_used boolean;
  minutes numeric;
  size numeric := 1;
begin
  select bool_or(l.weight = 'held'), bool_or(l.weight = 'used'),
         sum(extract(epoch from least(l.ends_at, day_end) - greatest(l.starts_at, day_start)) / 60)
  into is_held, is_used, minutes
  from (select weight_of(b.status, b.late) as weight, b.starts_at, b.ends_at
        from booking b join resource r on r.id = b.resource_id
        where b.membership_id = under and b.person_id = who and r.kind = 'desk' and b.id is distinct from except_booking
          and b.starts_at < day_end and b.ends_at > day_start and b.starts_at > earliest) l
  where l.weight <> 'free';
  if tentative_start < day_end and tentative_end > day_start then
    is_held := coalesce(is_held, false) or tentative_weight = 'held';
    is_used := coalesce(is_used, false) or tentative_weight = 'used';
    minutes := coalesce(minutes, 0)
      + extract(epoch from least(tentative_end, day_end) - greatest(tentative_start, day_start)) / 60;
  end if;
  if half_days and minutes <= 300 then
    size := 0.5;
  end if;
  held := case when is_held and not coalesce(is_used, false) then size else 0 end;
  used := case when is_used then size else 0 end;
  return next;
end $$;

-- How many desks a person, with their venture, holds at the busiest instant of a period. Of one desk or none that instant
-- need not be sought.
create or replace function desks_held(
  venture uuid, who uuid, at_site uuid, period_start timestamptz, period_end timestamptz, except_booking uuid
) returns bigint
language plpgsql stable as $$
declare
  whose uuid[] := array[who];
  most bigint;
begin
  if venture is not null then
    whose := array(
      select who union
      select m.person_id from membership m
      where m.venture_id = venture and m.status in ('scheduled', 'active', 'paused', 'suspended'));
  end if;
  select count(*) into most
  from booking b join resource r on r.id = b.resource_id
  where b.person_id = any (whose) and r.kind = 'desk' and b.site_id = at_site
    and b.status in ('requested', 'confirmed', 'checked_in') and b.id is distinct from except_booking
    and b.starts_at > period_start - interval '26 hours' and b.starts_at < period_end and b.ends_at > period_start;
  if most <= 1 then
    return most;
  end if;
  with held as (
    select greatest(b.starts_at, period_start) as starts_at, b.ends_at
    from booking b join resource r on r.id = b.resource_id
    where b.person_id = any (whose) and r.kind = 'desk' and b.site_id = at_site
      and b.status in ('requested', 'confirmed', 'checked_in') and b.id is distinct from except_booking
      and b.starts_at > period_start - interval '26 hours' and b.starts_at < period_end and b.ends_at > period_start
  )
  select max((select count(*) from held h where h.starts_at <= p.starts_at and h.ends_at > p.starts_at)) into most
  from held p;
  return most;
end $$;

-- What a booking, new or changed, takes from which wallet, and what is left there: the weight of its dates without what
-- those dates have been charged already.
create or replace function booking_quote(
  who uuid, under uuid, plan_version uuid, is_visiting boolean, half_days boolean, resource_kind text,
  period_start timestamptz, period_end timestamptz, site_zone text, except_booking uuid
) returns jsonb
language plpgsql stable as $$
declare
  first_day date := (period_start at time zone site_zone)::date;
  last_day date := ((period_end - interval '1 microsecond') at time zone site_zone)::date;
  on_day date;
  weight numeric;
  former record;
  kinds text[] := '{}';
  days date[] := '{}';
  weights numeric[] := '{}';
begin
  if under is null then
    return '[]';
  end if;
  if resource_kind in ('desk', 'room') then
    for n in 0 .. last_day - first_day loop
      on_day := first_day + n;
      if resource_kind = 'desk' then
        select w.held + w.used into weight
        from desk_day(who, under, on_day, site_zone, half_days, except_booking, period_start, period_end, 'used') w;
        kinds := kinds || 'desk_days'::text;
      else
        weight := extract(epoch from
          least(period_end, (on_day + 1)::timestamp at time zone site_zone)
          - greatest(period_start, on_day::timestamp at time zone site_zone)) / 60;
        kinds := kinds || 'room_minutes'::text;
      end if;
      days := days || on_day;
      weights := weights || weight;
    end loop;
  end if;
  -- The dates that a changed desk leaves are weighed without it.
  if except_booking is not null then
    for former in
      select d.day, w.held + w.used as weight
      from booking b
      join resource r on r.id = b.resource_id and r.kind = 'desk'
      join site s on s.id = b.site_id,
           lateral local_days(b.starts_at, b.ends_at, s.time_zone) d,
           lateral desk_day(who, under, d.day, s.time_zone, half_days, except_booking, null, null, null) w
      where b.id = except_booking and b.membership_id = under
        and (resource_kind <> 'desk' or d.day not between first_day and last_day)
    loop
      kinds := kinds || 'desk_days'::text;
      days := days || former.day;
      weights := weights || former.weight;
    end loop;
  end if;
  return (
    select coalesce(jsonb_agg(jsonb_build_object(
      'kind', s.kind, 'month', to_char(s.month, 'YYYY-MM'),
      'amount', (s.weight - coalesce(
        case
          when s.kind = 'desk_days' then (
            select -sum(e.amount) from allowance_account c join allowance_entry e on e.account_id = c.id
            where c.membership_id = under and c.kind = 'desk_days' and c.visiting = is_visiting and c.month = s.month
              and e.cause = 'booking' and e.local_date = any (s.days))
          when except_booking is not null then (
            select -sum(e.amount) from allowance_entry e join allowance_account c on c.id = e.account_id
            where e.cause = 'booking' and e.cause_id = except_booking and c.kind = 'room_minutes' and c.month = s.month)
        end, 0))::float8,
      'left', nullif(wallet_left(under, plan_version, s.kind, is_visiting, s.month), 'Infinity')::float8)
      order by s.kind, s.month), '[]')
    from (
      select t.kind, date_trunc('month', t.day::timestamp)::date as month, sum(t.weight) as weight, array_agg(t.day) as days
      from unnest(kinds, days, weights) as t (kind, day, weight)
      group by 1, 2) s);
end $$;

-- Everything that the rules of a booking are judged on. Bookings ahead are counted where a limit asks for them, and are
-- none elsewhere.
create or replace function booking_facts(
  person uuid, resource uuid, period_start timestamptz, period_end timestamptz, moment timestamptz, except_booking uuid
) returns jsonb
language plpgsql stable set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  p record;
  stands jsonb;
  ahead bigint := 0;
  desks bigint;
  share jsonb;
begin
  select r.id, r.name, r.kind, r.status, r.needs_approval, r.site_id, s.time_zone, s.fair_share_percent,
         l.grid_minutes, l.shortest_minutes, l.longest_minutes, l.notice_minutes, l.horizon_days, l.future_bookings,
         l.buffer_minutes, l.cancel_minutes, l.check_in_before_minutes, l.check_in_after_minutes
  into p
  from resource r
  join site s on s.id = r.site_id
  join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
  where r.id = resource;
  if not found then
    return null;
  end if;
  stands := standing(person, p.site_id);
  if p.future_bookings is not null or (p.kind = 'room' and stands ->> 'roomFutureBookings' is not null) then
    select count(*) into ahead
    from booking b join resource o on o.id = b.resource_id
    where b.person_id = person and b.starts_at > moment and b.status in ('requested', 'confirmed')
      and b.site_id = p.site_id and o.kind = p.kind and b.id is distinct from except_booking;
  end if;
  if p.kind = 'desk' then
    select count(*) into desks
    from resource d where d.site_id = p.site_id and d.kind = 'desk' and d.status = 'active';
    share := jsonb_build_object(
      'share', p.fair_share_percent, 'all', desks,
      'held', desks_held((stands ->> 'ventureId')::uuid, person, p.site_id, period_start, period_end, except_booking));
  end if;
  return site_calendar(p.site_id, period_start, period_end) || jsonb_build_object(
    'resource', jsonb_build_object(
      'id', p.id, 'name', p.name, 'kind', p.kind, 'status', p.status, 'needsApproval', p.needs_approval),
    'rule', jsonb_build_object(
      'kind', p.kind, 'gridMinutes', p.grid_minutes, 'shortestMinutes', p.shortest_minutes,
      'longestMinutes', p.longest_minutes, 'noticeMinutes', p.notice_minutes, 'horizonDays', p.horizon_days,
      'futureBookings', p.future_bookings, 'bufferMinutes', p.buffer_minutes, 'cancelMinutes', p.cancel_minutes,
      'checkInBeforeMinutes', p.check_in_before_minutes, 'checkInAfterMinutes', p.check_in_after_minutes),
    'ahead', ahead,
    'standing', stands,
    'quote', booking_quote(
      person, (stands ->> 'membershipId')::uuid, (stands ->> 'planVersionId')::uuid, (stands ->> 'visiting')::boolean,
      (stands ->> 'halfDays')::boolean, p.kind, period_start, period_end, p.time_zone, except_booking),
    'desks', share,
    'blockedUntil', no_show_block(person, p.site_id, moment));
end $$;

-- Opens what takes a place: locks the person, their venture and the resource, lets lapsed holds of it go, and answers the
-- facts; or the answer to an earlier request with the same key. Who asks for a named place that is taken already is told
-- so without a lock on it, unless they stand in line all the same: they wait for the place, or it is kept for them.
create function open_booking(
  person uuid, named_resource uuid, site uuid, wanted_kind text, least_capacity integer, wanted_features text[],
  period_start timestamptz, period_end timestamptz, moment timestamptz, request_key text, hash bytea, stands_in_line boolean
) returns jsonb
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  chosen uuid := named_resource;
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
  select m.venture_id into shared_by from membership m
  where m.person_id = person and m.status in ('scheduled', 'active', 'paused', 'suspended')
    and m.site_id = coalesce(site, (select r.site_id from resource r where r.id = chosen));
  if shared_by is not null then
    perform lock_subjects('{}'::uuid[], array[shared_by], '{}'::uuid[]);
  end if;

  if chosen is null then
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
    -- Only a way not to be in the way of those who came in time: who takes the place is decided by the constraint.
    if not stands_in_line and exists (
      select from resource r
      join resource_rule l on l.site_id = r.site_id and l.kind = r.kind
      join occupation o on o.resource_id = r.id
      where r.id = chosen and (o.expires_at is null or o.expires_at > moment)
        and o.starts_at > period_start - interval '26 hours'
        and o.starts_at < period_end + make_interval(mins => l.buffer_minutes) and o.ends_at > period_start
    ) then
      return booking_facts(person, chosen, period_start, period_end, moment, null) || '{"free": false}';
    end if;
    perform lock_subjects('{}'::uuid[], array[chosen]);
    delete from occupation where resource_id = chosen and expires_at <= moment;
  end if;

  return booking_facts(person, chosen, period_start, period_end, moment, null);
end $$;

-- As the version before asks, which may be served beside this one for a while: everybody stands in line.
create or replace function open_booking(
  person uuid, named_resource uuid, site uuid, wanted_kind text, least_capacity integer, wanted_features text[],
  period_start timestamptz, period_end timestamptz, moment timestamptz, request_key text, hash bytea
) returns jsonb
language plpgsql as $$
begin
  return open_booking(person, named_resource, site, wanted_kind, least_capacity, wanted_features,
                      period_start, period_end, moment, request_key, hash, true);
end $$;

-- Posts by how much a booking weighs more or less than its lines say so far: what is given back first.
create function post_difference(
  account uuid, held numeric, used numeric, booking_id uuid, version integer, on_day date, moment timestamptz
) returns void
language plpgsql as $$
begin
  if held < 0 then
    perform wallet_post(account, 'release', -held, 'booking', booking_id, on_day, settle_key(booking_id, version, account, on_day, 'release'), moment);
  end if;
  if used < 0 then
    perform wallet_post(account, 'refund', -used, 'booking', booking_id, on_day, settle_key(booking_id, version, account, on_day, 'refund'), moment);
  end if;
  if held > 0 then
    perform wallet_post(account, 'hold', held, 'booking', booking_id, on_day, settle_key(booking_id, version, account, on_day, 'hold'), moment);
  end if;
  if used > 0 then
    perform wallet_post(account, 'use', used, 'booking', booking_id, on_day, settle_key(booking_id, version, account, on_day, 'use'), moment);
  end if;
end $$;

-- Charges a booking that has no lines in the wallet yet: a desk by its dates, each without what that date has been charged
-- already, and a room by its months.
create function charge_booking(booking_id uuid, moment timestamptz) returns void
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  b record;
  plan uuid;
  half boolean;
  weighs text;
  first_day date;
  last_day date;
  on_day date;
  in_month date;
  weight record;
  written record;
  minutes numeric := 0;
begin
  select k.person_id, k.membership_id, k.status, k.late, k.version, k.starts_at, k.ends_at, k.site_id,
         r.kind, s.time_zone, m.site_id <> k.site_id as visiting, m.plan_version_id, v.half_days
  into b
  from booking k
  join resource r on r.id = k.resource_id join site s on s.id = k.site_id
  join membership m on m.id = k.membership_id join plan_version v on v.id = m.plan_version_id
  where k.id = booking_id;
  if not found then
    return;
  end if;
  weighs := weight_of(b.status, b.late);
  plan := b.plan_version_id;
  half := b.half_days;
  if b.visiting then
    plan := (standing(b.person_id, b.site_id) ->> 'planVersionId')::uuid;
    half := coalesce((select v.half_days from plan_version v where v.id = plan), false);
  end if;
  first_day := (b.starts_at at time zone b.time_zone)::date;
  last_day := ((b.ends_at - interval '1 microsecond') at time zone b.time_zone)::date;
  for n in 0 .. last_day - first_day loop
    on_day := first_day + n;
    in_month := date_trunc('month', on_day::timestamp)::date;
    if b.kind = 'desk' then
      -- Whatever it weighs itself: what another left on the date when it went may be this one's to give back.
      select d.held, d.used into weight
      from desk_day(b.person_id, b.membership_id, on_day, b.time_zone, half, null, null, null, null) d;
      select a.id as account,
             -sum(e.amount) filter (where e.type in ('hold', 'release')) as held,
             -sum(e.amount) filter (where e.type in ('use', 'refund')) as used
      into written
      from allowance_account a join allowance_entry e on e.account_id = a.id
      where a.membership_id = b.membership_id and a.kind = 'desk_days' and a.visiting = b.visiting and a.month = in_month
        and e.cause = 'booking' and e.local_date = on_day
      group by a.id;
      weight.held := weight.held - coalesce(written.held, 0);
      weight.used := weight.used - coalesce(written.used, 0);
      continue when weight.held = 0 and weight.used = 0;
      perform post_difference(
        coalesce(written.account, wallet_account(b.membership_id, plan, 'desk_days', b.visiting, in_month, moment)),
        weight.held, weight.used, booking_id, b.version, on_day, moment);
    elsif b.kind = 'room' and weighs <> 'free' then
      minutes := minutes + extract(epoch from
        least(b.ends_at, (on_day + 1)::timestamp at time zone b.time_zone)
        - greatest(b.starts_at, on_day::timestamp at time zone b.time_zone)) / 60;
      if on_day = last_day or in_month <> date_trunc('month', (on_day + 1)::timestamp)::date then
        perform post_difference(
          wallet_account(b.membership_id, plan, 'room_minutes', b.visiting, in_month, moment),
          case weighs when 'held' then minutes else 0 end, case weighs when 'used' then minutes else 0 end,
          booking_id, b.version, null, moment);
        minutes := 0;
      end if;
    end if;
  end loop;
end $$;

-- Brings the wallet to what a booking weighs now. What has lines already is weighed beside them, in one statement for all
-- that may have changed. What the ledger says is looked for by the booking and by the account, each by its own index:
-- asked for together with "or", all lines of all wallets were read each time.
create or replace function settle_booking(
  booking_id uuid, moment timestamptz, start_before timestamptz default null, end_before timestamptz default null
) returns void
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  b record;
  c record;
  account uuid;
begin
  if start_before is null
     and not exists (select from allowance_entry e where e.cause_id = booking_id and e.cause = 'booking') then
    perform charge_booking(booking_id, moment);
    return;
  end if;

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
    ), lines as (
      select e.id, e.account_id, e.type, e.amount, e.local_date from allowance_entry e
      where e.cause = 'booking' and e.cause_id = booking_id
      union
      -- By arrays: a join would be planned for the thousands of days that a period is thought to have.
      select e.id, e.account_id, e.type, e.amount, e.local_date from allowance_entry e
      where e.cause = 'booking' and e.local_date = any (array(select w.day from wanted w))
        and e.account_id = any (array(
          select a.id from allowance_account a
          where a.membership_id = b.membership_id and a.kind = 'desk_days' and a.visiting = b.visiting
            and a.month = any (array(select w.month from wanted w))))
    ), written as (
      select a.id as account, a.kind, a.month, e.local_date as day,
             -sum(e.amount) filter (where e.type in ('hold', 'release')) as held,
             -sum(e.amount) filter (where e.type in ('use', 'refund')) as used
      from lines e join allowance_account a on a.id = e.account_id
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
    perform post_difference(account, c.held, c.used, booking_id, b.version, c.day, moment);
  end loop;
end $$;

-- Everything a booking leaves behind, in one statement; extras and guests are members of the answer.
create or replace function write_booking(
  answer jsonb, under uuid, buffer smallint, actor uuid, request_key text, moment timestamptz
) returns boolean
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
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
  perform charge_booking(new_id, moment);
  insert into audit_event (id, at, actor_id, site_id, action, subject_id, facts)
  values (gen_random_uuid(), moment, actor, at_site, 'booking.book', new_id,
          jsonb_build_object('resourceId', place, 'start', answer ->> 'start', 'end', answer ->> 'end'));
  if request_key is not null then
    update idempotency_key set status = 201, response = answer where person_id = who and key = request_key;
  end if;
  return true;
end $$;
